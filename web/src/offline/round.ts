/** One round of the sync: what waits is pushed, then what is new is pulled. Safe to repeat. */

import type { Account, Pulled } from '../api/client.ts';
import type { Row } from '../training/rows.ts';
import { applyRows } from './apply.ts';
import { isBehind, recognise, waitAgain } from './behind.ts';
import { hear } from './clock.ts';
import { readCursor } from './cursor.ts';
import type { Cursor, Database } from './database.ts';
import { beginFill, fillBite, inFillOrder, lookAgain, tellAll, type Fill } from './fill.ts';
import { giveSetsAnotherChance } from './outbox.ts';
import { pushAll, type PushWire } from './push.ts';
import { asLive } from './stored.ts';

export { WrongAccount } from './behind.ts';

export interface Wire extends PushWire {
  account(seen: number, signal?: AbortSignal): Promise<Account>;
  pull(after: number, limit: number, signal?: AbortSignal): Promise<Pulled>;
}

const PULL_ROWS = 2_000;
const APPLY_ROWS = 500;
const PAUSE_MS = 0;

export interface Round {
  signal?: AbortSignal;
  /** Told how many rows have been fetched so far. */
  onfetch?: (rows: number) => void;
}

/** Run one round between `db` and the server behind `wire`; throws where it cannot be finished. */
export async function runRound(db: Database, wire: Wire, round: Round = {}): Promise<void> {
  const { after } = await readCursor(db);
  const said = await wire.account(after, round.signal);
  await recognise(db, said);
  await hear(db, [], said.now);
  if (await isBehind(db)) await pullAll(db, wire, round);
  if (await isBehind(db)) await waitAgain(db);
  await pushAll(db, wire, round.signal);
  await pullAll(db, wire, round);
  if (await isBehind(db)) await waitAgain(db);
  // What the pull has put back or given another chance.
  await pushAll(db, wire, round.signal);
}

async function pullAll(db: Database, wire: Wire, { signal, onfetch }: Round): Promise<void> {
  let cursor = await readCursor(db);
  let fill = cursor.is_filled || cursor.is_behind ? undefined : await beginFill(db);
  for (let fetched = 0, more = true; more; ) {
    const page = await wire.pull(cursor.after, PULL_ROWS, signal);
    // A number that was never given: put back from an older copy while the round was under way.
    if (page.cursor < cursor.after) cursor.is_behind = true;
    if (cursor.is_behind) fill = undefined;
    more = page.more && page.cursor !== cursor.after;
    cursor = { ...cursor, after: page.cursor, is_filled: cursor.is_filled || !more };
    if (!more) cursor.last_ok_ms = db.now();
    const before = fetched;
    await applyPage(db, page, fill, (rows) => onfetch?.(before + rows));
    await keepPlace(db, page, cursor);
    fetched += page.rows.length;
  }
}

/** In bites, so that a finger in between is served. */
async function applyPage(
  db: Database,
  page: Pulled,
  fill: Fill | undefined,
  onapply: (rows: number) => void,
): Promise<void> {
  const rows = fill ? inFillOrder(page.rows) : page.rows;
  for (let at = 0; at < rows.length; ) {
    at += (fill && (await fillBite(db, fill, rows, at))) || (await weighBite(db, fill, rows, at));
    onapply(at);
    if (at < rows.length) await new Promise((resume) => setTimeout(resume, PAUSE_MS));
  }
  if (fill) tellAll();
}

/** Write those that win against what is here; one row at a time while `fill` does the others. */
async function weighBite(db: Database, fill: Fill | undefined, rows: Row[], at: number): Promise<number> {
  const bite = rows.slice(at, at + (fill ? 1 : APPLY_ROWS));
  await db.transaction('rw', db.replicated, async () => {
    await applyRows(db, await newerOnes(db, bite));
    await hear(db, bite.map(({ stamp }) => stamp));
  });
  if (fill) for (const row of bite) await lookAgain(db, fill, row);
  return bite.length;
}

/** The page is here: the next one begins behind it. */
async function keepPlace(db: Database, page: Pulled, cursor: Cursor): Promise<void> {
  await db.transaction('rw', [db.meta, db.outbox], async () => {
    await hear(db, page.rows.map(({ stamp }) => stamp), page.now);
    await giveSetsAnotherChance(db, page.rows);
    await db.meta.put(cursor);
  });
}

/** Those of `rows` that are later than what is stored here and than what waits to be sent. */
async function newerOnes(db: Database, rows: Row[]): Promise<Row[]> {
  const undisputed = (await db.outbox.count()) ? await settleDisputes(db, rows) : rows;
  const kinds = [...new Set(undisputed.map(({ kind }) => kind))];
  const stamps = new Map<string, string>();
  for (const kind of kinds) {
    const ids = undisputed.filter((row) => row.kind === kind).map(({ id }) => id);
    for (const row of await db.tableOf(kind).bulkGet(ids)) {
      if (row) stamps.set(`${kind} ${row.id}`, row.stamp);
    }
  }
  return undisputed.filter(({ kind, id, stamp }) => stamp > (stamps.get(`${kind} ${id}`) ?? ''));
}

/** A pulled row and a waiting change of the same row: the later one stays, whole. */
async function settleDisputes(db: Database, rows: Row[]): Promise<Row[]> {
  const entries = await db.outbox.bulkGet(rows.map(({ kind, id }) => [kind, id]));
  const won: Row[] = [];
  for (const [index, row] of rows.entries()) {
    const entry = entries[index];
    if (entry && entry.stamp > row.stamp) {
      await db.outbox.update([row.kind, row.id], { base: asLive(row) });
      continue;
    }
    if (entry) await db.outbox.delete([row.kind, row.id]);
    won.push(row);
  }
  return won;
}
