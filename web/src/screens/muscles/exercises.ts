/** Which exercises reach a muscle, and how they were felt. */

import type { StoredSet } from '../../offline/log.ts';
import { counts as isHard } from '../../training/sets.ts';
import { sharesOf, TARGET_SHARE, type MuscleWeek } from '../../training/tally.ts';
import { noSets } from './counts.ts';
import { exerciseOf, type Logged } from './reading.ts';

export interface Reached {
  id: string;
  name: string;
  /** Is the muscle a target of it, or does it only help? */
  isTarget: boolean;
  /** Whole sets, whatever share of them counts for the muscle. */
  counts: MuscleWeek;
}

/** The exercises that reach `muscle`, those with the most sets first. */
export function exercisesReaching(muscle: string, { sets, exercises }: Pick<Logged, 'sets' | 'exercises'>): Reached[] {
  const reached = new Map<string, Reached>();
  for (const set of sets) {
    const exercise = exerciseOf(set, exercises);
    const share = exercise && isHard(set) ? sharesOf(set, exercise).get(muscle) : undefined;
    if (!exercise || !share) continue;
    const entry = reached.get(exercise.id) ?? {
      id: exercise.id, name: exercise.name, isTarget: share === TARGET_SHARE, counts: noSets(),
    };
    reached.set(exercise.id, entry);
    count(entry, set, share);
  }
  return [...reached.values()].sort((a, b) => b.counts.sets - a.counts.sets || a.name.localeCompare(b.name));
}

function count(entry: Reached, set: StoredSet, share: number): void {
  entry.counts.sets += 1;
  entry.counts[set.connection ?? 'unrated'] += 1;
  entry.isTarget ||= share === TARGET_SHARE;
}
