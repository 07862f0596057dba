/** What is planned in an open session but not done. Kept on the phone that planned it. */

import type { SetBody, SetRow } from './rows.ts';

/** What a lifter types over in a set; null means: cleared on purpose. */
export type SetEdits = { [Name in keyof SetBody]?: SetBody[Name] | null };

/**
 * A set to come. `id` is the id the set will be stored under, so ending it twice is ending it once.
 * `like` is the index of the set it repeats in the exercise's `last`; `edits` is what the lifter
 * typed over the proposal, null for a field cleared on purpose.
 */
export interface PlannedSet {
  id: string;
  like?: number;
  edits: SetEdits;
}

/** An exercise of the session, its sets to come and, for reference, its sets of last time. */
export interface PlannedExercise {
  exercise: string;
  superset?: number;
  planned: PlannedSet[];
  last: SetRow[];
  last_ms?: number;
}

export interface Draft {
  session: string;
  /** Counts its changes, so that the later of two is known. */
  version?: number;
  exercises: PlannedExercise[];
  /** The exercise whose set is up. */
  active?: string;
  /** Rest counts by the clock on the wall from the tap that ended a set. */
  rest?: { from_ms: number; length_s: number };
}

/** `fields` with `edits` laid over them; a cleared field is left out altogether. */
export function edited<F extends Partial<SetBody>>(fields: F, edits: SetEdits): F {
  const merged = Object.entries({ ...fields, ...edits });
  const kept = merged.filter(([, value]) => value !== null && value !== undefined && value !== '');
  return Object.fromEntries(kept) as F;
}

/** Warm-ups and other sets are counted apart: which one of its sort `sets[index]` is, of how many. */
export function ordinalOf(
  sets: readonly Pick<SetBody, 'set_kind'>[],
  index: number,
): { n: number; total: number } {
  const isWarmup = (at: number) => sets[at]?.set_kind === 'warmup';
  const alike = sets.map((_, at) => at).filter((at) => isWarmup(at) === isWarmup(index));
  return { n: alike.indexOf(index) + 1, total: alike.length };
}
