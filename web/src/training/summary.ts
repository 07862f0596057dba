/** What a session (or any handful of sets) comes to. */

import type { Rating } from './connection.ts';
import { volumeKg } from './load.ts';
import type { CatalogueExercise } from './catalogue.ts';
import type { SetBody } from './rows.ts';
import { counts } from './sets.ts';
import { sharesOf } from './tally.ts';

export interface Summary {
  /** Sets that count, and how they were rated; warm-ups are outside. */
  sets: number;
  byConnection: Record<Rating, number>;
  warmups: number;
  volume_kg: number;
  /** In the order they were first done. */
  exercises: string[];
}

type Counted = Pick<SetBody, 'set_kind' | 'load_kg' | 'reps' | 'connection' | 'exercise'>;

/** Count `sets`, which come in the order they were done. */
export function summarise(sets: readonly Counted[]): Summary {
  const summary: Summary = {
    sets: 0,
    byConnection: { strong: 0, moderate: 0, weak: 0, unrated: 0 },
    warmups: 0,
    volume_kg: 0,
    exercises: [...new Set(sets.map((set) => set.exercise))],
  };
  for (const set of sets) {
    if (!counts(set)) summary.warmups += 1;
    else {
      summary.sets += 1;
      summary.byConnection[set.connection ?? 'unrated'] += 1;
      summary.volume_kg += volumeKg(set);
    }
  }
  return summary;
}

/** When the work on `started_at` really ended: its own end, else the last set's. */
export function durationMs(
  session: { started_at: string; ended_at?: string },
  sets: readonly Pick<SetBody, 'ended_at'>[],
): number | null {
  const ends = sets.flatMap((set) => (set.ended_at ? [Date.parse(set.ended_at)] : []));
  const end = session.ended_at ? Date.parse(session.ended_at) : Math.max(...ends);
  const ms = end - Date.parse(session.started_at);
  return Number.isFinite(ms) && ms > 0 ? ms : null;
}

export type MuscleSets = Record<Rating, number> & { muscle: string; sets: number };

/** Shares of sets by muscle, the muscle with most sets first. */
export function setsByMuscle(
  sets: readonly SetBody[],
  exercises: ReadonlyMap<string, CatalogueExercise>,
): MuscleSets[] {
  const rows = new Map<string, MuscleSets>();
  for (const set of sets.filter(counts)) {
    for (const [muscle, share] of sharesOf(set, exercises.get(set.exercise))) {
      const row = rows.get(muscle) ?? { muscle, sets: 0, strong: 0, moderate: 0, weak: 0, unrated: 0 };
      row.sets += share;
      row[set.connection ?? 'unrated'] += share;
      rows.set(muscle, row);
    }
  }
  return [...rows.values()].sort((a, b) => b.sets - a.sets);
}
