/** One round of the sync: what waits is pushed, then what is new is pulled. Safe to repeat. */

import { ApiProblem, type Account, type Pulled, type Pushed, type PushResult } from '../api/client.ts';
import type { Kind, LiveRow, Row } from '../training/rows.ts';
import { applyRows } from './apply.ts';
import { hear } from './clock.ts';
import { readCursor } from './cursor.ts';
import type { Cursor, Database, OutboxEntry } from './database.ts';
import { beginFill, fillBite, inFillOrder, lookAgain, tellAll, type Fill } from './fill.ts';
import { asLive, asWire } from './stored.ts';

export interface Wire {
  account(signal?: AbortSignal): Promise<Pick<Account, 'id' | 'now'>>;
  push(device: string, rows: Row[], signal?: AbortSignal): Promise<Pushed>;
  pull(after: number, limit: number, signal?: AbortSignal): Promise<Pulled>;
}

/** The browser is signed in to another account than the log on the screen. */
export class WrongAccount extends Error {}

const PUSH_ROWS = 500;
const PULL_ROWS = 2_000;
const APPLY_ROWS = 500;
/** Answers to a whole push that mean: something in it cannot be read. */
const UNREADABLE = new Set([400, 413, 422]);
const PAUSE_MS = 0;

export interface Round {
  signal?: AbortSignal;
  /** Told how many rows have been fetched so far. */
  onfetch?: (rows: number) => void;
}

/** Run one round between `db` and the server behind `wire`; throws where it cannot be finished. */
export async function runRound(db: Database, wire: Wire, round: Round = {}): Promise<void> {
  const { id, now } = await wire.account(round.signal);
  if (id !== db.accountId) throw new WrongAccount();
  await hear(db, [], now);
  await pushAll(db, wire, round.signal);
  const isBehind = await pullAll(db, wire, round);
  if (isBehind) {
    await waitAgain(db);
    await pushAll(db, wire, round.signal);
  }
}

async function pushAll(db: Database, wire: Wire, signal?: AbortSignal): Promise<void> {
  const tried = new Set<string>();
  for (;;) {
    const batch = await nextBatch(db, tried);
    if (!batch.length) return;
    for (const { stamp } of batch) tried.add(stamp);
    await pushBatch(db, wire, batch, signal);
  }
}

/** Exercises and sessions go before the sets that name them: the key begins with the kind. */
function nextBatch(db: Database, tried: ReadonlySet<string>): Promise<OutboxEntry[]> {
  const waiting = db.outbox.orderBy('[kind+id]');
  return waiting
    .filter(({ refused, stamp }) => !refused && !tried.has(stamp))
    .limit(PUSH_ROWS)
    .toArray();
}

/** One row that cannot be read must not hold up the others: halve until it stands alone. */
async function pushBatch(
  db: Database,
  wire: Wire,
  sent: OutboxEntry[],
  signal?: AbortSignal,
): Promise<void> {
  const { device } = await hear(db, []);
  try {
    const rows = sent.map(({ row }) => row);
    const { now, results } = await wire.push(device, rows, signal);
    await settle(db, sent, results, now);
  } catch (problem) {
    if (!(problem instanceof ApiProblem && UNREADABLE.has(problem.status))) throw problem;
    if (sent.length === 1) return settle(db, sent, [refusalOf(sent[0]!, problem)]);
    const middle = Math.ceil(sent.length / 2);
    await pushBatch(db, wire, sent.slice(0, middle), signal);
    await pushBatch(db, wire, sent.slice(middle), signal);
  }
}

function refusalOf({ kind, id, stamp }: OutboxEntry, { sentence }: ApiProblem): PushResult {
  return { kind, id, stamp, outcome: 'refused', reason: sentence };
}

async function settle(
  db: Database,
  sent: OutboxEntry[],
  results: PushResult[],
  now?: number,
): Promise<void> {
  await db.transaction('rw', db.replicated, async () => {
    for (const [index, result] of results.entries()) {
      const entry = sent[index];
      if (entry?.id === result.id) await settleOne(db, entry, result);
    }
    const kept = results.filter(({ outcome }) => outcome !== 'refused');
    await hear(db, kept.map(({ stamp }) => stamp), now);
  });
}

async function settleOne(db: Database, sent: OutboxEntry, result: PushResult): Promise<void> {
  const key: [Kind, string] = [sent.kind, sent.id];
  const entry = await db.outbox.get(key);
  if (!entry) return;
  if (entry.stamp !== sent.stamp) {
    // Changed again since: that newer version still waits, now on top of what the server has.
    const row = { ...sent.row, stamp: result.stamp };
    if (result.outcome === 'stored') await db.outbox.update(key, { base: asLive(row) });
  } else if (result.outcome === 'refused') {
    await db.outbox.update(key, { refused: 1, reason: result.reason ?? '' });
  } else {
    await db.outbox.delete(key);
    // Set back by the server where this phone's clock ran ahead.
    if (result.stamp !== sent.stamp) {
      await db.tableOf(sent.kind).update(sent.id, { stamp: result.stamp });
    }
  }
}

/** Gives whether the server has forgotten something, having been restored from an older copy. */
async function pullAll(db: Database, wire: Wire, { signal, onfetch }: Round): Promise<boolean> {
  let cursor = await readCursor(db);
  let isBehind = false;
  let fill = cursor.is_filled ? undefined : await beginFill(db);
  for (let fetched = 0, more = true; more; ) {
    const page = await wire.pull(cursor.after, PULL_ROWS, signal);
    isBehind ||= page.cursor < cursor.after;
    if (isBehind) fill = undefined;
    more = page.more && page.cursor !== cursor.after;
    cursor = { ...cursor, after: page.cursor, is_filled: cursor.is_filled || !more };
    if (!more) cursor.last_ok_ms = db.now();
    const before = fetched;
    await applyPage(db, page, fill, (rows) => onfetch?.(before + rows));
    await keepPlace(db, page, cursor);
    fetched += page.rows.length;
  }
  return isBehind;
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

/** Put all that is stored here in the outbox once more, as it is. */
async function waitAgain(db: Database): Promise<void> {
  for (const kind of ['exercise', 'preferences', 'session', 'set'] as const) {
    const ids = await db.tableOf(kind).toCollection().primaryKeys();
    for (let from = 0; from < ids.length; from += APPLY_ROWS) {
      await waitAgainFor(db, kind, ids.slice(from, from + APPLY_ROWS));
    }
  }
}

async function waitAgainFor(db: Database, kind: Kind, ids: string[]): Promise<void> {
  await db.transaction('rw', db.replicated, async () => {
    const waiting = await db.outbox.bulkGet(ids.map((id): [Kind, string] => [kind, id]));
    const rows = await db.tableOf(kind).bulkGet(ids.filter((_, index) => !waiting[index]));
    const found = rows.filter((row) => row !== undefined);
    await db.outbox.bulkPut(found.map((stored) => entryOf(asWire(stored))));
  });
}

function entryOf(row: LiveRow): OutboxEntry {
  return { kind: row.kind, id: row.id, stamp: row.stamp, row, base: null };
}
