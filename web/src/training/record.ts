/** A lifter's own record on one exercise: what was done, visit by visit, and the best of late. */

import { RATINGS, type Rating } from './connection.ts';
import { e1rmKg } from './load.ts';
import type { SetRow } from './rows.ts';
import { counts } from './sets.ts';

type Done = SetRow & { at_ms: number };

export interface Visit<S extends Done = Done> {
  session: string;
  at_ms: number;
  /** Hard sets, in the order they were done. */
  sets: S[];
  byConnection: Record<Rating, number>;
}

/** The sessions with a hard set among `sets`, newest first. */
export function visits<S extends Done>(sets: readonly S[]): Visit<S>[] {
  const found = new Map<string, Visit<S>>();
  for (const set of [...sets].sort((a, b) => a.position - b.position)) {
    if (!counts(set)) continue;
    const visit = found.get(set.session) ?? begun(set);
    found.set(set.session, visit);
    visit.sets.push(set);
    visit.byConnection[set.connection ?? 'unrated'] += 1;
  }
  return [...found.values()].sort((a, b) => b.at_ms - a.at_ms);
}

function begun<S extends Done>({ session, at_ms }: S): Visit<S> {
  const byConnection = Object.fromEntries(RATINGS.map((rating) => [rating, 0]));
  return { session, at_ms, sets: [], byConnection: byConnection as Record<Rating, number> };
}

export interface Best<S> {
  set: S;
  /** Null where the reps say too little about a maximum. */
  e1rm_kg: number | null;
}

/** The best loaded set: by estimated maximum, then by load, then by reps; null without a load. */
export function bestOf<S extends Done>(sets: readonly S[]): Best<S> | null {
  const loaded = sets.filter((set) => counts(set) && (set.load_kg ?? 0) > 0 && (set.reps ?? 0) > 0);
  const rated = loaded.map((set) => ({ set, e1rm_kg: e1rmKg(set.load_kg!, set.reps!) }));
  rated.sort(
    (a, b) =>
      (b.e1rm_kg ?? 0) - (a.e1rm_kg ?? 0) ||
      b.set.load_kg! - a.set.load_kg! ||
      b.set.reps! - a.set.reps!,
  );
  return rated[0] ?? null;
}

export interface Noted {
  note: string;
  at_ms: number;
  session: string;
}

/** What was noted on sets, newest first, each sentence once. */
export function notesOf(sets: readonly Done[], most = 5): Noted[] {
  const noted = new Map<string, Noted>();
  for (const { note, at_ms, session } of [...sets].sort((a, b) => b.at_ms - a.at_ms)) {
    if (note && !noted.has(note)) noted.set(note, { note, at_ms, session });
  }
  return [...noted.values()].slice(0, most);
}
