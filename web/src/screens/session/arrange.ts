/** Changes to the plan of an open session. Each gives a new draft and leaves the old one alone. */

import type { Draft, PlannedExercise, PlannedSet, SetEdits } from '../../training/draft.ts';

type NewId = () => string;

/** `draft` with its entry for `exercise` replaced; null takes it out. */
export function replaced(
  draft: Draft,
  exercise: string,
  change: (entry: PlannedExercise) => PlannedExercise[],
): Draft {
  const exercises = draft.exercises.flatMap((entry) =>
    entry.exercise === exercise ? change(entry) : [entry],
  );
  return { ...draft, exercises };
}

export function withEdits(draft: Draft, exercise: string, id: string, edits: SetEdits): Draft {
  const laidOver = (one: PlannedSet) =>
    one.id === id ? { ...one, edits: { ...one.edits, ...edits } } : one;
  return replaced(draft, exercise, (entry) => [{ ...entry, planned: entry.planned.map(laidOver) }]);
}

/** One more set of `exercise`, like the next of last time where there is one. */
export function withSet(draft: Draft, exercise: string, id: string, done: number): Draft {
  return replaced(knowing(draft, exercise), exercise, (entry) => {
    const like = done + entry.planned.length;
    const added: PlannedSet = like < entry.last.length ? { id, like, edits: {} } : { id, edits: {} };
    return [{ ...entry, planned: [...entry.planned, added] }];
  });
}

export function withoutSet(draft: Draft, exercise: string, id: string): Draft {
  return replaced(draft, exercise, (entry) => [
    { ...entry, planned: entry.planned.filter((one) => one.id !== id) },
  ]);
}

/** Put an ended set back in front of its exercise, as it was planned. */
export function withSetBack(draft: Draft, exercise: string, set: PlannedSet): Draft {
  const base = knowing(draft, exercise);
  return replaced({ ...base, active: exercise }, exercise, (entry) => [
    { ...entry, planned: [set, ...entry.planned.filter((one) => one.id !== set.id)] },
  ]);
}

/** With a place for `exercise`: one that was done on another phone has none in this one's plan. */
function knowing(draft: Draft, exercise: string): Draft {
  if (draft.exercises.some((entry) => entry.exercise === exercise)) return draft;
  return { ...draft, exercises: [...draft.exercises, { exercise, planned: [], last: [] }] };
}

/** Add `entry` at the end, or give the exercise that is there already another set. */
export function withExercise(draft: Draft, entry: PlannedExercise, newId: NewId, done: number): Draft {
  const here = draft.exercises.find((one) => one.exercise === entry.exercise);
  const chosen = { ...draft, active: entry.exercise };
  if (!here) return { ...chosen, exercises: [...draft.exercises, entry] };
  return here.planned.length ? chosen : withSet(chosen, entry.exercise, newId(), done);
}

export function moved(draft: Draft, exercise: string, by: 1 | -1): Draft {
  const exercises = [...draft.exercises];
  const from = exercises.findIndex((entry) => entry.exercise === exercise);
  const to = from + by;
  const entry = exercises[from];
  if (!entry || to < 0 || to >= exercises.length) return draft;
  exercises.splice(from, 1);
  exercises.splice(to, 0, entry);
  return { ...draft, exercises };
}

/** Join `exercise` and the one after it in a superset. */
export function joined(draft: Draft, exercise: string): Draft {
  const at = draft.exercises.findIndex((entry) => entry.exercise === exercise);
  const [here, next] = [draft.exercises[at], draft.exercises[at + 1]];
  if (!here || !next) return draft;
  const taken = draft.exercises.flatMap((entry) => entry.superset ?? []);
  const superset = here.superset ?? next.superset ?? Math.max(-1, ...taken) + 1;
  const members = [here.exercise, next.exercise];
  const exercises = draft.exercises.map((entry) =>
    members.includes(entry.exercise) ? { ...entry, superset } : entry,
  );
  return { ...draft, exercises };
}

/** Take `exercise` out of its superset; a superset of one is none. */
export function parted(draft: Draft, exercise: string): Draft {
  const superset = draft.exercises.find((entry) => entry.exercise === exercise)?.superset;
  if (superset === undefined) return draft;
  const members = draft.exercises.filter((entry) => entry.superset === superset);
  const leaves = (entry: PlannedExercise) =>
    entry.superset === superset && (entry.exercise === exercise || members.length < 3);
  return { ...draft, exercises: draft.exercises.map((entry) => (leaves(entry) ? alone(entry) : entry)) };
}

/** Every set to come once for the left and once for the right; or both sides in one again. */
export function sided(draft: Draft, exercise: string, isOneSided: boolean, newId: NewId): Draft {
  return replaced(draft, exercise, (entry) => {
    const planned = isOneSided
      ? entry.planned.flatMap((one) => [onSide(one, 'left'), onSide({ ...one, id: newId() }, 'right')])
      : entry.planned.filter((one) => one.edits.side !== 'right').map((one) => onSide(one, null));
    return [{ ...entry, planned }];
  });
}

/** The sets to come of `exercise` now go to `entry`; what was done stays where it was done. */
export function swapped(draft: Draft, exercise: string, entry: PlannedExercise, done: number): Draft {
  const elsewhere = { ...draft, active: entry.exercise };
  const isHere = draft.exercises.some((one) => one.exercise === entry.exercise);
  return replaced(elsewhere, exercise, (old) => {
    const kept = done ? [{ ...old, planned: [] }] : [];
    const inTurn = old.superset === undefined ? entry : { ...entry, superset: old.superset };
    return isHere ? kept : [...kept, inTurn];
  });
}

function alone(entry: PlannedExercise): PlannedExercise {
  const { superset: _left, ...rest } = entry;
  return rest;
}

function onSide(one: PlannedSet, side: 'left' | 'right' | null): PlannedSet {
  return { ...one, edits: { ...one.edits, side } };
}
