/** Reading back: pages of sessions with their sets, by month and by exercise. */

import { database, type StoredSession, type StoredSet } from './database.ts';

/** Sessions before `beforeMs`, newest first: at least `most`, more only where several began at once. */
export async function pageBefore(beforeMs: number, most: number): Promise<StoredSession[]> {
  const { sessions } = database();
  const page = await sessions.where('started_ms').below(beforeMs).reverse().limit(most).toArray();
  const last = page.at(-1);
  if (!last || page.length < most) return page;
  const shown = new Set(page.map(({ id }) => id));
  const atOnce = await sessions.where('started_ms').equals(last.started_ms).toArray();
  return [...page, ...atOnce.filter(({ id }) => !shown.has(id))];
}

/** The sets of each of these sessions, in the order they were done. */
export async function setsOfSessions(ids: readonly string[]): Promise<Map<string, StoredSet[]>> {
  const sets = await database().sets.where('session').anyOf([...ids]).toArray();
  const bySession = new Map<string, StoredSet[]>(ids.map((id) => [id, []]));
  for (const set of sets) bySession.get(set.session)?.push(set);
  for (const rows of bySession.values()) rows.sort((a, b) => a.position - b.position);
  return bySession;
}

/** Every session with a set of one of `exercises`, newest first. */
export async function sessionsWith(exercises: readonly string[]): Promise<StoredSession[]> {
  const ids = new Set<string>();
  for (const exercise of exercises) {
    const range = [[exercise, 0], [exercise, Number.MAX_VALUE]] as const;
    const sets = database().sets.where('[exercise+at_ms+position]').between(...range);
    await sets.each((set) => ids.add(set.session));
  }
  const found = await database().sessions.bulkGet([...ids]);
  const sessions = found.filter((session): session is StoredSession => session !== undefined);
  return sessions.sort((a, b) => b.started_ms - a.started_ms);
}

/** How many sessions a month (`2026-11`) has. */
export function countInMonth(month: string): Promise<number> {
  return database().sessions.where('day').startsWith(month).count();
}

export interface ExerciseLog {
  /** The newest sets, newest first. */
  sets: StoredSet[];
  /** The day of each of their sessions, where it was. */
  days: Map<string, string>;
}

const SETS_READ = 400;

/** What was logged of an exercise under any of its `ids`: its own, and those merged into it. */
export async function logOfExercise(ids: readonly string[]): Promise<ExerciseLog> {
  const found = await Promise.all(ids.map(newestSets));
  const sets = found.flat().sort((a, b) => b.at_ms - a.at_ms).slice(0, SETS_READ);
  const sessions = await database().sessions.bulkGet([...new Set(sets.map((set) => set.session))]);
  const days = sessions.flatMap((one) => (one ? [[one.id, one.day] as const] : []));
  return { sets, days: new Map(days) };
}

function newestSets(id: string): Promise<StoredSet[]> {
  const range = [[id, 0], [id, Number.MAX_VALUE]] as const;
  const sets = database().sets.where('[exercise+at_ms+position]').between(...range);
  return sets.reverse().limit(SETS_READ).toArray();
}
