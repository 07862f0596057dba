/** The lifter's log on this phone: what screens read and write. Nothing here waits for a network. */

import Dexie from 'dexie';
import { asCatalogue, type CatalogueExercise } from '../training/catalogue.ts';
import { edited, type SetEdits } from '../training/draft.ts';
import type {
  ExerciseBody,
  LiveRow,
  PreferencesBody,
  Row,
  SessionBody,
  SessionRow,
  SetBody,
  SetRow,
} from '../training/rows.ts';
import { problemWith, problemWithSession, type Problem } from '../training/sets.ts';
import { account } from './account.ts';
import { catalogue } from './catalogue.ts';
import { database, type StoredSession, type StoredSet } from './database.ts';
import { amend, commit, write, type Change } from './outbox.ts';
import { readCursor } from './cursor.ts';
import { asWire } from './stored.ts';

export { newId } from './stamp.ts';
export { watch, watchWith, type Watched } from './watch.svelte.ts';
export type { StoredSession, StoredSet };

/** A row that cannot have happened, with the key of the sentence that says why. */
export class InvalidRow extends Error {
  constructor(readonly problem: Problem) {
    super(problem);
  }
}

export interface LoggedSession {
  session: StoredSession;
  /** In the order they were done. */
  sets: StoredSet[];
}

/** The latest sessions, newest first, those before `beforeMs` only. */
export function recentSessions(limit: number, beforeMs = Infinity): Promise<StoredSession[]> {
  const { sessions } = database();
  return sessions.where('started_ms').below(beforeMs).reverse().limit(limit).toArray();
}

/** A session with its sets in order; undefined if there is none (any more). */
export async function sessionWithSets(id: string): Promise<LoggedSession | undefined> {
  const [session, sets] = await Promise.all([database().sessions.get(id), setsOf(id)]);
  return session && { session, sets };
}

/** Nobody trains this long: what has no end then was left open, here or by another app. */
const UNDER_WAY_MS = 24 * 3_600_000;

/** The latest session under way; undefined if there is none. */
export async function openSession(): Promise<StoredSession | undefined> {
  const db = database();
  const open = await db.sessions.where('open').equals(1).sortBy('started_ms');
  const own = open.filter((session) => !session.source);
  const drafts = await db.drafts.bulkGet(own.map(({ id }) => id));
  const since = db.now() - UNDER_WAY_MS;
  return own.filter(({ started_ms }, index) => started_ms > since || drafts[index]).at(-1);
}

/** Has the whole log of the account arrived on this phone? */
export async function isWhole(): Promise<boolean> {
  return (await readCursor(database())).is_filled;
}

/** The sets of the latest session before `beforeMs` with this exercise, in order. */
export async function lastTime(exerciseId: string, beforeMs = Infinity): Promise<StoredSet[]> {
  const merged = await database().exercises.where('merged_into').equals(exerciseId).primaryKeys();
  const ids = [exerciseId, ...merged];
  const latest = (await Promise.all(ids.map((id) => latestSet(id, beforeMs)))).filter((set) => set);
  const newest = latest.sort((a, b) => b!.at_ms - a!.at_ms)[0];
  if (!newest) return [];
  return (await setsOf(newest.session)).filter((set) => ids.includes(set.exercise));
}

/** All sets of sessions begun at or after `ms`, oldest first. */
export function setsSince(ms: number): Promise<StoredSet[]> {
  return database().sets.where('at_ms').aboveOrEqual(ms).toArray();
}

/** All sessions begun at or after `ms`, oldest first. */
export function sessionsSince(ms: number): Promise<StoredSession[]> {
  return database().sessions.where('started_ms').aboveOrEqual(ms).toArray();
}

/** The newest sets of an exercise, at most `limit`, newest first. */
export function setsOfExercise(exerciseId: string, limit = 200): Promise<StoredSet[]> {
  return byExercise(exerciseId, Infinity).reverse().limit(limit).toArray();
}

/** Exercises the lifter added, by name, those merged into others left out. */
export async function ownExercises(): Promise<CatalogueExercise[]> {
  const rows = await database().exercises.toArray();
  return rows.filter((row) => !row.merged_into).map(asCatalogue);
}

/** The catalogue and the lifter's own exercises, merged ones too, by id. */
export async function allExercises(): Promise<Map<string, CatalogueExercise>> {
  const [shipped, own] = await Promise.all([catalogue(), database().exercises.toArray()]);
  const exercises = [...shipped.exercises, ...own.map(asCatalogue)];
  return new Map(exercises.map((exercise) => [exercise.id, exercise]));
}

export type Preferences = Required<Omit<PreferencesBody, 'zone'>> & { zone: string };

/** What the lifter chose, defaults filled in. */
export async function preferences(): Promise<Preferences> {
  const row = await database().preferences.get(account().preferences_id);
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const defaults = { unit: 'kg', rest_s: 120, theme: 'system', locale: 'en', body_prompts: true };
  return { ...defaults, zone, ...(row && asWire(row)) } as Preferences;
}

/** Store a session as given: fields left out are cleared. */
export async function saveSession(session: SessionBody & { id: string }): Promise<SessionRow> {
  refuse(problemWithSession(session));
  return (await writeOne({ ...bare(session), kind: 'session' })) as SessionRow;
}

/** Store a set as given: fields left out are cleared. */
export async function saveSet(set: SetBody & { id: string }): Promise<SetRow> {
  refuse(problemWith(set));
  return (await writeOne({ ...bare(set), kind: 'set' })) as SetRow;
}

/**
 * Change some fields of a stored set and keep the others as they are by then; null clears one.
 *
 * Undefined where the set is gone.
 */
export async function amendSet(id: string, edits: SetEdits): Promise<SetRow | undefined> {
  const stored = await amend('set', id, (row) => {
    const set = edited(row as SetRow, edits);
    refuse(problemWith(set));
    return { ...bare(set), kind: 'set' };
  });
  return stored as SetRow | undefined;
}

export async function saveExercise(exercise: ExerciseBody & { id: string }): Promise<LiveRow> {
  return (await writeOne({ ...bare(exercise), kind: 'exercise' })) as LiveRow;
}

/** Preferences were to be changed while those of the account had not arrived on this phone. */
export class NotYetHere extends Error {}

/** Change some preferences and keep the others, whatever they are by then. */
export async function savePreferences(changed: PreferencesBody): Promise<void> {
  const [db, id] = [database(), account().preferences_id];
  await commit(db, ['preferences'], async () => {
    // Written now, the row would look later than the one on its way, and stand for all of it.
    if (!(await readCursor(db)).is_filled) throw new NotYetHere();
    const before = await db.preferences.get(id);
    const row = { ...(before && bare(before)), ...bare({ ...changed, id }), kind: 'preferences' };
    return [row as Change];
  });
}

/** Delete a set. Returns what `restore` needs to bring it back. */
export async function removeSet(id: string): Promise<LiveRow[]> {
  const set = await database().sets.get(id);
  if (!set) return [];
  await write([{ kind: 'set', id, deleted: true }]);
  return [asWire(set)];
}

/** Delete a session with all its sets. Returns what `restore` needs to bring it back. */
export async function removeSession(id: string): Promise<LiveRow[]> {
  const logged = await sessionWithSets(id);
  if (!logged) return [];
  const rows: LiveRow[] = [logged.session, ...logged.sets].map((row) => asWire<LiveRow>(row));
  await write(rows.map((row) => ({ kind: row.kind, id: row.id, deleted: true as const })));
  return rows;
}

/** Bring deleted rows back, or earlier versions of rows, as new versions. */
export async function restore(rows: readonly LiveRow[]): Promise<void> {
  await write(rows.map((row) => ({ ...bare(row), kind: row.kind }) as Change));
}

async function setsOf(session: string): Promise<StoredSet[]> {
  const sets = await database().sets.where('session').equals(session).toArray();
  return sets.sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
}

function byExercise(exercise: string, beforeMs: number) {
  const [from, to] = [[exercise, Dexie.minKey], [exercise, Math.min(beforeMs, Number.MAX_VALUE)]];
  return database().sets.where('[exercise+at_ms+position]').between(from, to, true, false);
}

function latestSet(exercise: string, beforeMs: number): Promise<StoredSet | undefined> {
  return byExercise(exercise, beforeMs).last();
}

async function writeOne(change: unknown): Promise<Row> {
  return (await write([change as Change]))[0]!;
}

/** Without kind, stamp and what only this phone keeps. */
function bare<R extends object>(row: R): R {
  const { kind: _kind, stamp: _stamp, ...rest } = asWire(row as unknown as LiveRow);
  return rest as unknown as R;
}

function refuse(problem: Problem | null): void {
  if (problem) throw new InvalidRow(problem);
}
