/** Sending what waits. */

import Dexie from 'dexie';
import { ApiProblem, type Pushed, type PushResult } from '../api/client.ts';
import type { Kind, Row } from '../training/rows.ts';
import { isTombstone } from '../training/rows.ts';
import { hear } from './clock.ts';
import type { Database, OutboxEntry } from './database.ts';
import { giveSetsAnotherChance } from './outbox.ts';
import { asLive } from './stored.ts';

export interface PushWire {
  push(device: string, rows: Row[], signal?: AbortSignal): Promise<Pushed>;
}

const PUSH_ROWS = 500;
/** Answers to a whole push that mean: something in it cannot be read. */
const UNREADABLE = new Set([400, 413, 422]);

/**
 * In this order: whatever a row names goes before it; of what was deleted, sets go before the
 * sessions that they would revive.
 */
const ORDER: readonly { kind: Kind; isGone: boolean }[] = [
  { kind: 'exercise', isGone: false },
  { kind: 'preferences', isGone: false },
  { kind: 'session', isGone: false },
  { kind: 'set', isGone: false },
  { kind: 'set', isGone: true },
  { kind: 'session', isGone: true },
  { kind: 'exercise', isGone: true },
];

/** Send all that waits, and what was refused for want of something that is there by now. */
export async function pushAll(db: Database, wire: PushWire, signal?: AbortSignal): Promise<void> {
  const tried = new Set<string>();
  for (;;) {
    const batch = await nextBatch(db, tried);
    if (!batch.length) return;
    for (const entry of batch) tried.add(versionOf(entry));
    for (const freed of await pushBatch(db, wire, batch, signal)) tried.delete(versionOf(freed));
  }
}

/** The next ones in order, none of them tried before. */
async function nextBatch(db: Database, tried: ReadonlySet<string>): Promise<OutboxEntry[]> {
  const batch: OutboxEntry[] = [];
  for (const { kind, isGone } of ORDER) {
    if (batch.length >= PUSH_ROWS) break;
    const waiting = db.outbox.where('[kind+id]').between([kind, Dexie.minKey], [kind, Dexie.maxKey]);
    const found = await waiting
      .filter((entry) => isTombstone(entry.row) === isGone && mayGo(entry, tried))
      .limit(PUSH_ROWS - batch.length)
      .toArray();
    batch.push(...found);
  }
  return batch;
}

function mayGo(entry: OutboxEntry, tried: ReadonlySet<string>): boolean {
  return !entry.refused && !tried.has(versionOf(entry));
}

/** Rows that came in one import share their stamp. */
function versionOf({ kind, id, stamp }: OutboxEntry): string {
  return `${kind} ${id} ${stamp}`;
}

/**
 * One row that cannot be read must not hold up the others: halve until it stands alone.
 *
 * Gives what had been refused and may be sent again now.
 */
async function pushBatch(
  db: Database,
  wire: PushWire,
  sent: OutboxEntry[],
  signal?: AbortSignal,
): Promise<OutboxEntry[]> {
  const { device } = await hear(db, []);
  try {
    const rows = sent.map(({ row }) => row);
    const { now, results } = await wire.push(device, rows, signal);
    return await settle(db, sent, results, now);
  } catch (problem) {
    if (!(problem instanceof ApiProblem && UNREADABLE.has(problem.status))) throw problem;
    if (sent.length === 1) return settle(db, sent, [refusalOf(sent[0]!, problem)]);
    const middle = Math.ceil(sent.length / 2);
    const freed = await pushBatch(db, wire, sent.slice(0, middle), signal);
    return [...freed, ...(await pushBatch(db, wire, sent.slice(middle), signal))];
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
): Promise<OutboxEntry[]> {
  return db.transaction('rw', db.replicated, async () => {
    for (const [index, result] of results.entries()) {
      const entry = sent[index];
      if (entry?.id === result.id) await settleOne(db, entry, result);
    }
    const kept = results.filter(({ outcome }) => outcome !== 'refused');
    await hear(db, kept.map(({ stamp }) => stamp), now);
    return giveSetsAnotherChance(db, kept);
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
