/** What the lifter reported about a muscle, counted over weeks. Counts stay counts: they are never fused into a score. */

import type { WeekRow } from '../../api/client.ts';
import { RATINGS, type Connection, type Rating } from '../../training/connection.ts';
import type { MuscleWeek, WeekTally } from '../../training/tally.ts';
import { addDays } from '../../training/week.ts';

/** Fewer rated sets than this say nothing about a muscle. */
export const ENOUGH_RATED = 4;

/** `few`: some sets are rated, but too few to say. */
export type Verdict = Rating | 'few' | 'none';


export function noSets(): MuscleWeek {
  return { sets: 0, strong: 0, moderate: 0, weak: 0, unrated: 0, volume_kg: 0 };
}

export function add(a: MuscleWeek, b: MuscleWeek | undefined): MuscleWeek {
  if (!b) return a;
  const sum = { ...a, sets: a.sets + b.sets, volume_kg: a.volume_kg + b.volume_kg };
  for (const rating of RATINGS) sum[rating] = a[rating] + b[rating];
  return sum;
}

/** Everything that `weeks` say about `muscle`. */
export function total(weeks: readonly WeekTally[], muscle: string): MuscleWeek {
  return weeks.reduce((sum, week) => add(sum, week.muscles[muscle]), noSets());
}

export function rated(counts: MuscleWeek): number {
  return counts.strong + counts.moderate + counts.weak;
}

/** The rating given most often; of two given equally often the lower, so as not to flatter. */
export function verdict(counts: MuscleWeek): Verdict {
  if (!counts.sets) return 'none';
  if (!rated(counts)) return 'unrated';
  if (rated(counts) < ENOUGH_RATED) return 'few';
  const rising: Connection[] = ['weak', 'moderate', 'strong'];
  return rising.reduce((most, next) => (counts[next] > counts[most] ? next : most));
}

/** The mark on the body map: a muscle with too few rated sets is marked as unrated. */
export function markOf(counts: MuscleWeek): Rating | null {
  const said = verdict(counts);
  if (said === 'none') return null;
  return said === 'few' ? 'unrated' : said;
}

/** The Mondays of `n` weeks up to the one of `monday`, oldest first. */
export function mondaysUpTo(monday: string, n: number): string[] {
  return Array.from({ length: n }, (_, at) => addDays(monday, -7 * (n - 1 - at)));
}

/** The server's weeks in the shape of the phone's. */
export function fromRows(rows: readonly WeekRow[]): WeekTally[] {
  const weeks = new Map<string, WeekTally>();
  for (const [monday, muscle, sets, weak, moderate, strong, unrated, volume_kg] of rows) {
    const week = weeks.get(monday) ?? { monday, muscles: {} };
    week.muscles[muscle] = { sets, weak, moderate, strong, unrated, volume_kg };
    weeks.set(monday, week);
  }
  return [...weeks.values()].sort((a, b) => (a.monday < b.monday ? -1 : 1));
}

/** Old weeks from the server, and from `since` on what the phone counted itself. */
export function joined(old: readonly WeekTally[], recent: readonly WeekTally[], since: string): WeekTally[] {
  return [...old.filter((week) => week.monday < since), ...recent];
}
