/** What the Muscles screens read: recent weeks from the phone, the whole history from the server where it answers. */

import { api, type WeekRow } from '../../api/client.ts';
import {
  allExercises,
  preferences,
  recentSessions,
  sessionsSince,
  setsSince,
  type StoredSet,
} from '../../offline/log.ts';
import type { CatalogueExercise } from '../../training/catalogue.ts';
import { sharesOf, tallyWeeks, type WeekTally } from '../../training/tally.ts';
import { addDays, dayOf, mondayOf } from '../../training/week.ts';
import { counts as isHard } from '../../training/sets.ts';
import { fromRows, joined } from './counts.ts';

export const RECENT_WEEKS = 12;

export interface Logged {
  today: string;
  /** The last week that is shown: this one, or the last one with training where that was long ago. */
  monday: string;
  isPast: boolean;
  /** The first day that was read. */
  since: string;
  weeks: WeekTally[];
  sets: StoredSet[];
  exercises: Map<string, CatalogueExercise>;
  /** The day a muscle was last trained, as target or helping. */
  lastDays: Map<string, string>;
}

/** What the phone holds of the last `weekCount` weeks, counted. */
export async function logged(weekCount = RECENT_WEEKS): Promise<Logged> {
  const { zone } = await preferences();
  const today = dayOf(new Date().toISOString(), zone);
  const monday = await lastWeek(mondayOf(today));
  const isPast = monday < mondayOf(today);
  const since = Number.isFinite(weekCount) ? addDays(monday, -7 * (weekCount - 1)) : '1970-01-05';
  // Two days early: a session belongs to the day where it was, not where the phone is now.
  const sinceMs = Date.parse(`${since}T00:00:00Z`) - 2 * 86_400_000;
  const [sets, sessions, exercises] = await Promise.all([
    setsSince(sinceMs), sessionsSince(sinceMs), allExercises(),
  ]);
  const sessionsById = new Map(sessions.map((session) => [session.id, session]));
  const weeks = tallyWeeks(sets, sessionsById, exercises).filter((week) => week.monday >= since);
  const lastDays = new Map<string, string>();
  for (const set of sets) {
    const day = sessionsById.get(set.session)?.day;
    if (!day || !isHard(set)) continue;
    for (const muscle of sharesOf(set, exerciseOf(set, exercises)).keys()) {
      if (day > (lastDays.get(muscle) ?? '')) lastDays.set(muscle, day);
    }
  }
  return { today, monday, isPast, since, weeks, sets, exercises, lastDays };
}

/** This week; where the last weeks are empty, the week of the latest session. */
async function lastWeek(thisMonday: string): Promise<string> {
  const day = (await recentSessions(1))[0]?.day;
  const oldest = addDays(thisMonday, -7 * (RECENT_WEEKS - 1));
  return day && day < oldest ? mondayOf(day) : thisMonday;
}

/** An own exercise that was merged counts as the one it was merged into. */
export function exerciseOf(
  set: StoredSet, exercises: Map<string, CatalogueExercise>): CatalogueExercise | undefined {
  const exercise = exercises.get(set.exercise);
  return (exercise?.merged_into && exercises.get(exercise.merged_into)) || exercise;
}

/** All weeks: old ones as the server counted them, recent ones by the phone; without a server all by the phone. */
export async function wholeHistory(recent: Logged): Promise<WeekTally[]> {
  const rows = await serverWeeks();
  if (!rows) return (await logged(Infinity)).weeks;
  return joined(fromRows(rows), recent.weeks, recent.since);
}

async function serverWeeks(): Promise<WeekRow[] | null> {
  try {
    return (await api.weeks()).rows;
  } catch {
    return null;
  }
}
