/**
 * Writing down a first pull: tens of thousands of rows, as fast as the browser takes them.
 *
 * Straight into IndexedDB: on that many rows, what makes single writes convenient costs more than
 * the writing. The disk may take its time, too: these rows are safe on the server, and the cursor,
 * which is written after them and strictly, tells what has to be fetched again after a kill.
 */

import Dexie, { RangeSet } from 'dexie';
import { isTombstone, type LiveRow, type Row, type SetRow, type Tombstone } from '../training/rows.ts';
import type { Database } from './database.ts';
import { asStoredSession, asStoredSet, asWire } from './stored.ts';

/** So long writes go on before a finger has its turn, looked at every so many rows. */
const BITE_MS = 40;
const LOOK_EVERY = 25;
const STORES = ['sessions', 'sets', 'exercises', 'preferences', 'outbox'];

export interface Fill {
  /** When each session that is here began. */
  starts: Map<string, number>;
  /** Sets that came before their session, by its id and their own. */
  orphans: Map<string, Map<string, SetRow>>;
}

/** A first pull that begins, or goes on where an earlier one was cut off. */
export async function beginFill(db: Database): Promise<Fill> {
  const sessions = await db.sessions.toArray();
  const orphans = await db.sets.where('at_ms').equals(0).toArray();
  const fill: Fill = { starts: new Map(), orphans: new Map() };
  for (const { id, started_ms } of sessions) fill.starts.set(id, started_ms);
  for (const set of orphans) remember(fill, asWire(set));
  return fill;
}

/** Sessions before the sets that need their start. */
export function inFillOrder(rows: readonly Row[]): Row[] {
  const isSession = ({ kind }: Row) => kind === 'session';
  return [...rows.filter(isSession), ...rows.filter((row) => !isSession(row))];
}

/**
 * Write `rows` from `from` on while time allows. Gives how many that were: none where the next one
 * is also changed here, or moves a session, which takes more than writing it down.
 */
export async function fillBite(db: Database, fill: Fill, rows: Row[], from: number): Promise<number> {
  const connection = db.backendDB() as IDBDatabase;
  const transaction = connection.transaction(STORES, 'readwrite', { durability: 'relaxed' });
  const done = finished(transaction);
  const disputed = await waitingIn(transaction);
  const until = performance.now() + BITE_MS;
  let at = from;
  while (at < rows.length && !disputed.has(keyOf(rows[at]!)) && isPlain(fill, rows[at]!)) {
    putOne(transaction, fill, rows[at]!);
    at += 1;
    if (at % LOOK_EVERY === 0 && performance.now() > until) break;
  }
  await done;
  return at - from;
}

/** Let every screen in every tab look again. */
export function tellAll(): void {
  Dexie.on.storagemutated.fire({ all: new RangeSet(-Infinity, [[]]) });
}

/** Look up again when a session began that was written by other means. */
export async function lookAgain(db: Database, fill: Fill, { kind, id }: Row): Promise<void> {
  if (kind !== 'session') return;
  const session = await db.sessions.get(id);
  if (session) fill.starts.set(id, session.started_ms);
  else fill.starts.delete(id);
  fill.orphans.delete(id);
}

function isPlain(fill: Fill, row: Row): boolean {
  if (row.kind !== 'session' || isTombstone(row)) return true;
  const start = fill.starts.get(row.id);
  return start === undefined || start === Date.parse((row as { started_at: string }).started_at);
}

function putOne(transaction: IDBTransaction, fill: Fill, row: Row): void {
  const store = transaction.objectStore(row.kind === 'preferences' ? row.kind : `${row.kind}s`);
  if (isTombstone(row)) {
    store.delete(row.id);
    forget(fill, row);
  } else if (row.kind === 'session') {
    const session = asStoredSession(row);
    store.put(session);
    fill.starts.set(row.id, session.started_ms);
    adopt(transaction.objectStore('sets'), fill, row.id);
  } else store.put(row.kind === 'set' ? placed(fill, row) : row);
}

/** A set with the start of its session, or noted as waiting for it. */
function placed(fill: Fill, set: SetRow): LiveRow {
  const start = fill.starts.get(set.session);
  if (start === undefined) remember(fill, set);
  return asStoredSet(set, start ?? 0);
}

function adopt(sets: IDBObjectStore, fill: Fill, session: string): void {
  const orphans = fill.orphans.get(session)?.values() ?? [];
  for (const set of orphans) sets.put(asStoredSet(set, fill.starts.get(session)!));
  fill.orphans.delete(session);
}

function remember(fill: Fill, set: SetRow): void {
  const siblings = fill.orphans.get(set.session) ?? new Map<string, SetRow>();
  fill.orphans.set(set.session, siblings.set(set.id, set));
}

function forget(fill: Fill, { kind, id }: Tombstone): void {
  if (kind === 'session') fill.starts.delete(id);
  if (kind === 'set') for (const siblings of fill.orphans.values()) siblings.delete(id);
}

async function waitingIn(transaction: IDBTransaction): Promise<Set<string>> {
  const request = transaction.objectStore('outbox').getAllKeys();
  await new Promise((resolve, reject) => {
    request.onsuccess = resolve;
    request.onerror = () => reject(request.error);
  });
  return new Set((request.result as [string, string][]).map((key) => key.join(' ')));
}

function keyOf({ kind, id }: Row): string {
  return `${kind} ${id}`;
}

function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
  });
}
