/** Plans of open sessions on this phone: written at every change, so that a kill loses nothing. */

import type { Draft, PlannedExercise } from '../training/draft.ts';
import type { SetRow } from '../training/rows.ts';
import { database, type StoredSet } from './database.ts';
import { isWhole, lastTime, saveSession, sessionWithSets } from './log.ts';
import { newId } from './stamp.ts';
import { asWire } from './stored.ts';

const SETS_OF_A_NEW_EXERCISE = 3;

/** An exercise to plan: `sets` of them, without it as many as last time. */
export interface Wish {
  exercise: string;
  sets?: number;
  superset?: number;
}

export async function draftOf(session: string): Promise<Draft> {
  return (await database().drafts.get(session)) ?? { session, exercises: [] };
}

export async function saveDraft(draft: Draft): Promise<void> {
  await database().drafts.put(draft);
}

export async function forgetDraft(session: string): Promise<void> {
  await database().drafts.delete(session);
}

/** Sets to come of an exercise, each like its twin in the latest session before `beforeMs`. */
export async function plan(wish: Wish, beforeMs: number): Promise<PlannedExercise> {
  const sets = await lastTime(wish.exercise, beforeMs);
  const count = wish.sets ?? (sets.length || SETS_OF_A_NEW_EXERCISE);
  const planned = Array.from({ length: count }, (_, like) =>
    like < sets.length ? { id: newId(), like, edits: {} } : { id: newId(), edits: {} },
  );
  const entry: PlannedExercise = {
    exercise: wish.exercise,
    planned,
    last: sets.map((set) => asWire<SetRow>(set)),
  };
  if (wish.superset !== undefined) entry.superset = wish.superset;
  if (sets[0]) entry.last_ms = sets[0].at_ms;
  return entry;
}

/** Begin a session now, with `wishes` planned. Gives its id once both are stored. */
export async function startSession(wishes: readonly Wish[] = [], title = ''): Promise<string> {
  const [id, now] = [newId(), Date.now()];
  const exercises = await Promise.all(wishes.map((wish) => plan(wish, now)));
  await forgetDraftsOfEnded();
  await saveDraft({ session: id, exercises });
  const { timeZone: zone } = Intl.DateTimeFormat().resolvedOptions();
  await saveSession({ id, started_at: new Date(now).toISOString(), zone, title });
  return id;
}

/** A session whose sets may still be on their way cannot be repeated. */
export class StillArriving extends Error {
  readonly problem = 'common.arriving_repeat';
}

/** Begin a session with the exercises of an earlier one, in its order, values as of last time. */
export async function repeatSession(id: string): Promise<string> {
  if (!(await isWhole())) throw new StillArriving();
  const logged = await sessionWithSets(id);
  return startSession(await wishesOf(logged?.sets ?? []), logged?.session.title);
}

async function wishesOf(sets: readonly StoredSet[]): Promise<Wish[]> {
  const own = await database().exercises.toArray();
  const mergedInto = new Map(own.map((row) => [row.id, row.merged_into]));
  const wishes = new Map<string, Wish & { sets: number }>();
  for (const set of sets) {
    const exercise = mergedInto.get(set.exercise) ?? set.exercise;
    const wish = wishes.get(exercise) ?? { exercise, sets: 0 };
    if (set.superset !== undefined) wish.superset = set.superset;
    wishes.set(exercise, { ...wish, sets: wish.sets + 1 });
  }
  return [...wishes.values()];
}

async function forgetDraftsOfEnded(): Promise<void> {
  const { drafts, sessions } = database();
  const ids = await drafts.toCollection().primaryKeys();
  const found = await sessions.bulkGet(ids);
  await drafts.bulkDelete(ids.filter((_, index) => !found[index]?.open));
}
