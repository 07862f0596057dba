/** Hard sets and volume per muscle and week, by connection. */

import type { CatalogueExercise } from './catalogue.ts';
import type { Rating } from './connection.ts';
import { volumeKg } from './load.ts';
import type { SessionBody, SetBody } from './rows.ts';
import { counts } from './sets.ts';
import { dayOf, mondayOf } from './week.ts';

export const TARGET_SHARE = 1;
/** A set counts as half a set for a muscle that helps. */
export const SECONDARY_SHARE = 0.5;

/** Shares of sets; `sets` is the sum of the four ratings. */
export type MuscleWeek = Record<Rating, number> & { sets: number; volume_kg: number };

export interface WeekTally {
  /** The week's first day, `2026-11-23`. */
  monday: string;
  muscles: Record<string, MuscleWeek>;
}

type Session = Pick<SessionBody, 'started_at' | 'zone'> & { day?: string };
type Worked = Pick<CatalogueExercise, 'targets' | 'secondary' | 'merged_into'>;

/** The share of a set that counts for each muscle; the set's own target replaces the exercise's. */
export function sharesOf(set: Pick<SetBody, 'target'>, exercise?: Worked): Map<string, number> {
  const shares = new Map<string, number>();
  for (const muscle of exercise?.secondary ?? []) shares.set(muscle, SECONDARY_SHARE);
  for (const muscle of set.target ? [set.target] : (exercise?.targets ?? [])) {
    shares.set(muscle, TARGET_SHARE);
  }
  return shares;
}

/** Weeks with at least one hard set, oldest first. Sets of unknown sessions are left out. */
export function tallyWeeks(
  sets: readonly SetBody[],
  sessionsById: ReadonlyMap<string, Session>,
  exercisesById: ReadonlyMap<string, Worked>,
): WeekTally[] {
  const weeks = new Map<string, WeekTally>();
  const mondays = new Map<string, string>();
  for (const set of sets) {
    const session = sessionsById.get(set.session);
    if (!session || !counts(set)) continue;
    const monday = mondayOfSession(set.session, session, mondays);
    const week = weeks.get(monday) ?? { monday, muscles: {} };
    weeks.set(monday, week);
    addSet(week, set, workedBy(set.exercise, exercisesById));
  }
  return [...weeks.values()].sort((a, b) => (a.monday < b.monday ? -1 : 1));
}

function mondayOfSession(id: string, session: Session, known: Map<string, string>): string {
  const monday = known.get(id) ?? mondayOf(session.day ?? dayOf(session.started_at, session.zone));
  known.set(id, monday);
  return monday;
}

/** An own exercise that was merged counts as the one it was merged into. */
function workedBy(id: string, exercises: ReadonlyMap<string, Worked>): Worked | undefined {
  const exercise = exercises.get(id);
  return (exercise?.merged_into && exercises.get(exercise.merged_into)) || exercise;
}

function addSet(week: WeekTally, set: SetBody, exercise?: Worked): void {
  const volume = volumeKg(set);
  for (const [muscle, share] of sharesOf(set, exercise)) {
    const row = (week.muscles[muscle] ??= empty());
    row.sets += share;
    row[set.connection ?? 'unrated'] += share;
    row.volume_kg += share * volume;
  }
}

function empty(): MuscleWeek {
  return { sets: 0, weak: 0, moderate: 0, strong: 0, unrated: 0, volume_kg: 0 };
}
