import { liveQuery } from 'dexie';
import type { Kind, LiveRow, Row, Tombstone } from '../training/rows.ts';
import { tidy } from '../training/rows.ts';
import { applyRows } from './apply.ts';
import { readClock } from './clock.ts';
import { database, type Clock, type Database, type OutboxEntry } from './database.ts';
import { EARLIEST, stampAfter } from './stamp.ts';
import { asWire } from './stored.ts';

type Unstamped<R> = R extends unknown ? Omit<R, 'stamp'> : never;
export type Change = Unstamped<LiveRow | Tombstone>;

/** Announces `written`: something waits to be sent; and `stored`: a set among it. */
export const written = new EventTarget();

/**
 * Store `changes` and put them in the outbox, all in one transaction.
 *
 * Resolves once the transaction has committed; rejects if nothing was stored.
 */
export function write(changes: readonly Change[], db = database()): Promise<Row[]> {
  const kinds = changes.map(({ kind }) => kind);
  return commit(db, kinds, async () => changes);
}

/**
 * Store what `change` makes of a row as it is when its turn comes, after every earlier write.
 *
 * Nothing is stored of a row that is gone; the answer is undefined then.
 */
export async function amend(
  kind: Kind,
  id: string,
  change: (row: LiveRow) => Change,
  db = database(),
): Promise<Row | undefined> {
  const rows = await commit(db, [kind], async () => {
    const stored = await db.tableOf(kind).get(id);
    return stored ? [change(asWire(stored))] : [];
  });
  return rows[0];
}

/** Store what `changes` gives when it is asked, inside the transaction; see `write`. */
export async function commit(
  db: Database,
  kinds: readonly Kind[],
  changes: () => Promise<readonly Change[]>,
): Promise<Row[]> {
  const rows = await db.transaction('rw', tablesOf(db, kinds), async () => {
    const clock = await readClock(db);
    const stamped: Row[] = [];
    for (const change of await changes()) stamped.push(await enqueue(db, clock, change));
    await db.meta.put(clock);
    await applyRows(db, stamped);
    return stamped;
  });
  written.dispatchEvent(new Event('written'));
  if (rows.some(({ kind }) => kind === 'set')) written.dispatchEvent(new Event('stored'));
  return rows;
}

async function enqueue(db: Database, clock: Clock, change: Change): Promise<Row> {
  const [stored, entry] = await Promise.all([
    db.tableOf(change.kind).get(change.id),
    db.outbox.get([change.kind, change.id]),
  ]);
  const seen = [clock.last, stored?.stamp ?? EARLIEST, entry?.stamp ?? EARLIEST];
  const stamp = stampAfter(seen, db.now() + clock.offset_ms, clock.device);
  clock.last = stamp;
  const row = { ...tidy(change), stamp } as Row;
  const base = entry ? entry.base : stored ? asWire(stored) : null;
  await db.outbox.put({ kind: row.kind, id: row.id, stamp, row, base });
  await giveSetsAnotherChance(db, [row]);
  return row;
}

/**
 * A set is refused with its session or exercise: once one of `rows` mends that, it waits again.
 *
 * Gives those that do.
 */
export async function giveSetsAnotherChance(
  db: Database,
  rows: readonly Pick<Row, 'kind' | 'id'>[],
): Promise<OutboxEntry[]> {
  const named = rows.filter(({ kind }) => kind === 'session' || kind === 'exercise');
  if (!named.length) return [];
  const ids = new Set(named.map(({ id }) => id));
  const refused = await db.outbox.where('refused').equals(1).toArray();
  const sets = refused.filter(
    ({ row }) => 'session' in row && (ids.has(row.session) || ids.has(row.exercise)),
  );
  await db.outbox.bulkPut(sets.map(asWaiting));
  return sets;
}

/** `entry` as if it had never been refused. */
export function asWaiting({ refused: _, reason: __, ...entry }: OutboxEntry): OutboxEntry {
  return entry;
}

/** How many changes wait to be sent, live; refused ones are not counted. */
export function pending() {
  return liveQuery(() => countPending(database()));
}

export async function countPending(db: Database): Promise<number> {
  const refused = await db.outbox.where('refused').equals(1).count();
  return (await db.outbox.count()) - refused;
}

export interface Refusal {
  kind: Kind;
  id: string;
  reason: string;
  row: Row;
}

/** The changes that the server refused, with its reasons. */
export async function refused(db = database()): Promise<Refusal[]> {
  const entries = await db.outbox.where('refused').equals(1).toArray();
  return entries.map(({ kind, id, reason = '', row }) => ({ kind, id, reason, row }));
}

/** Try all refused changes again, unchanged. */
export async function retryRefused(db = database()): Promise<void> {
  await db.transaction('rw', db.outbox, async () => {
    const entries = await db.outbox.where('refused').equals(1).toArray();
    await db.outbox.bulkPut(entries.map(asWaiting));
  });
  written.dispatchEvent(new Event('written'));
}

/** Give up a refused change for good: back to what the server has, or to nothing. */
export async function discardRefused(kind: Kind, id: string, db = database()): Promise<void> {
  await db.transaction('rw', db.replicated, async () => {
    const entry = await db.outbox.get([kind, id]);
    if (!entry?.refused) return;
    const before: Row = entry.base ?? { kind, id, stamp: entry.stamp, deleted: true };
    await db.outbox.delete([kind, id]);
    await applyRows(db, [before]);
  });
}

function tablesOf(db: Database, written: readonly Kind[]) {
  const kinds = new Set(written);
  if (kinds.has('set')) kinds.add('session');
  if (kinds.has('session')) kinds.add('set');
  return [...[...kinds].map((kind) => db.tableOf(kind)), db.outbox, db.meta];
}

