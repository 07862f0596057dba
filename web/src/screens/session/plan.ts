import { edited, type Draft, type PlannedExercise, type PlannedSet } from '../../training/draft.ts';
import type { SetBody, SetRow } from '../../training/rows.ts';

export type Fields = Partial<SetBody>;

/** One exercise of the session as the screen shows it: what was done, what is still planned. */
export interface Card extends PlannedExercise {
  done: SetRow[];
}

/** Inputs keep their last choice; ratings (connection, RIR, RPE, drifts, felt) never do. */
const INPUTS = ['tempo', 'cue', 'focus', 'touch', 'target'] as const;
const MEASURES = ['load_kg', 'reps', 'duration_s', 'distance_m'] as const;

/** Cards in the order of the plan; sets of exercises outside the plan get a card at the end. */
export function cardsOf(draft: Draft, sets: readonly SetRow[]): Card[] {
  const done = new Map<string, SetRow[]>();
  for (const set of sets) done.set(set.exercise, [...(done.get(set.exercise) ?? []), set]);
  const ended = new Set(sets.map((set) => set.id));
  const cards = draft.exercises.map((planned) => ({
    ...planned,
    planned: planned.planned.filter((one) => !ended.has(one.id)),
    done: done.get(planned.exercise) ?? [],
  }));
  const known = new Set(cards.map((card) => card.exercise));
  const extra = [...done].filter(([exercise]) => !known.has(exercise));
  return [
    ...cards,
    ...extra.map(([exercise, rows]) => ({ exercise, planned: [], last: [], done: rows })),
  ];
}

/** The values a planned set starts with: last time's, this session's choices, then what was typed. */
export function proposal(card: Card, planned: PlannedSet): Fields {
  const last = planned.like === undefined ? undefined : card.last[planned.like];
  const before = card.done.at(-1);
  const fields: Fields = {};
  if (last?.set_kind) fields.set_kind = last.set_kind;
  copy(fields, last ?? before, MEASURES);
  if (last && before && keepsLoad(card, planned.like) && sameKind(last, before)) {
    delete fields.load_kg;
    copy(fields, before, ['load_kg']);
  }
  copy(fields, before ?? last, INPUTS);
  const side = last?.side ?? otherSide(before?.side);
  if (side) fields.side = side;
  return edited(fields, planned.edits);
}

/** The set to store for a planned one: a row as it goes over the wire, without id and stamp. */
export function performed(card: Card, planned: PlannedSet, position: number): Fields {
  const fields = { ...proposal(card, planned), exercise: card.exercise, position };
  if (card.superset !== undefined) Object.assign(fields, { superset: card.superset });
  if (fields.set_kind === 'work') delete fields.set_kind;
  return fields;
}

/** The planned set that is up, or none when everything is done. */
export function currentOf(
  cards: readonly Card[],
  active: string | undefined,
): { card: Card; planned: PlannedSet } | undefined {
  const chosen = cards.find((card) => card.exercise === active && card.planned.length);
  const card = chosen ?? cards.find((one) => one.planned.length);
  const planned = card?.planned[0];
  return card && planned ? { card, planned } : undefined;
}

/** Which exercise comes after a set of `exercise`: its superset in turn, itself, then the next. */
export function nextActive(cards: readonly Card[], exercise: string): string | undefined {
  const at = cards.findIndex((card) => card.exercise === exercise);
  const here = cards[at];
  if (!here) return currentOf(cards, undefined)?.card.exercise;
  const inTurn = [...cards.slice(at + 1), ...cards.slice(0, at + 1)].filter((card) => card.planned.length);
  const partner =
    here.superset === undefined
      ? undefined
      : inTurn.find((card) => card.superset === here.superset);
  if (partner) return partner.exercise;
  return here.planned.length ? exercise : inTurn[0]?.exercise;
}

/** Every set of the exercise in order, those to come with the values they start with. */
export function wholeOf(card: Card): Fields[] {
  return [...card.done, ...card.planned.map((planned) => proposal(card, planned))];
}

export function nextPosition(sets: readonly SetRow[]): number {
  return sets.reduce((most, set) => Math.max(most, set.position), -1) + 1;
}

/** Did last time's set carry the same load as the one before it? Then today's load carries on. */
function keepsLoad(card: Card, like: number | undefined): boolean {
  if (!like) return false;
  const [before, now] = [card.last[like - 1], card.last[like]];
  return !!before && !!now && sameKind(before, now) && before.load_kg === now.load_kg;
}

function sameKind(one: SetRow, other: SetRow): boolean {
  return (one.set_kind === 'warmup') === (other.set_kind === 'warmup');
}

function otherSide(side: SetRow['side']): SetRow['side'] {
  if (side === 'left') return 'right';
  return side === 'right' ? 'left' : side;
}

function copy(into: Fields, from: SetRow | undefined, names: readonly (keyof SetBody)[]): void {
  for (const name of names) {
    if (from?.[name] !== undefined) Object.assign(into, { [name]: from[name] });
  }
}
