/** The loop that keeps phone and server alike, whenever there is a way between them. */

import { liveQuery } from 'dexie';
import { api, ApiProblem } from '../api/client.ts';
import { database, type Database } from './database.ts';
import { freshKnowledge } from './knowledge.ts';
import { exclusively } from './lock.ts';
import { countPending, written } from './outbox.ts';
import { readCursor } from './cursor.ts';
import { runRound, WrongAccount } from './round.ts';

export type SyncMood = 'idle' | 'syncing' | 'offline' | 'signed-out';

/** How syncing goes. Reactive. */
export interface SyncState {
  readonly state: SyncMood;
  /** Changes that wait to be sent. */
  readonly pending: number;
  /** Changes that the server will not take; see `refused()`. */
  readonly refused: number;
  /** When the server last had everything; 0 for never. */
  readonly last_ok_ms: number;
  /** Is the whole log being fetched for the first time on this phone? */
  readonly is_restoring: boolean;
  /** How many rows the round under way has fetched. */
  readonly fetched: number;
}

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;

const mutable = $state<{ -readonly [K in keyof SyncState]: SyncState[K] }>({
  state: 'idle',
  pending: 0,
  refused: 0,
  last_ok_ms: 0,
  is_restoring: false,
  fetched: 0,
});
export const syncState: SyncState = mutable;

let followed: Database | undefined;
let running: Promise<void> | undefined;
let isWantedAgain = false;
let timer: ReturnType<typeof setTimeout> | undefined;
let waitMs = FIRST_WAIT_MS;

/** Sync now; resolves when what was stored before the call has been tried. Never rejects. */
export async function syncNow(): Promise<void> {
  if (running) {
    isWantedAgain = true;
    return running;
  }
  running = untilQuiet();
  await running.finally(() => (running = undefined));
}

/**
 * Keep syncing: after each write, whenever the page comes back, and by the clock.
 *
 * What the browser says about being online is a hint to try at once, never a reason not to.
 * Returns what stops it.
 */
export function startSync(): () => void {
  const db = database();
  followed = db;
  const stop = new AbortController();
  const { signal } = stop;
  const now = () => void syncNow();
  const hopefully = () => {
    waitMs = FIRST_WAIT_MS;
    now();
  };
  const seen = () => document.visibilityState === 'visible' && hopefully();
  written.addEventListener('written', now, { signal });
  addEventListener('online', hopefully, { signal });
  addEventListener('pageshow', hopefully, { signal });
  document.addEventListener('visibilitychange', seen, { signal });
  const counts = liveQuery(() => countsOf(db)).subscribe((found) => Object.assign(mutable, found));
  hopefully();
  return () => {
    stop.abort();
    if (followed === db) followed = undefined;
    counts.unsubscribe();
    clearTimeout(timer);
  };
}

async function countsOf(db: Database): Promise<Partial<SyncState>> {
  const { last_ok_ms, is_filled } = await readCursor(db);
  const [pending, refused] = await Promise.all([
    countPending(db),
    db.outbox.where('refused').equals(1).count(),
  ]);
  return { pending, refused, last_ok_ms, is_restoring: !is_filled };
}

async function untilQuiet(): Promise<void> {
  do {
    isWantedAgain = false;
    if (followed) await once(followed);
  } while (isWantedAgain && mutable.state === 'idle');
}

async function once(db: Database): Promise<void> {
  clearTimeout(timer);
  mutable.state = 'syncing';
  mutable.fetched = 0;
  try {
    await exclusively(() => round(db));
    mutable.state = 'idle';
    waitMs = FIRST_WAIT_MS;
    again(LONGEST_WAIT_MS);
  } catch (problem) {
    mutable.state = moodAfter(problem);
    again(waitMs);
    waitMs = Math.min(LONGEST_WAIT_MS, waitMs * 2);
  }
}

async function round(db: Database): Promise<void> {
  await freshKnowledge(db);
  await runRound(db, api, { onfetch: (rows) => (mutable.fetched = rows) });
  // The round may have brought another language.
  await freshKnowledge(db);
}

function again(ms: number): void {
  clearTimeout(timer);
  if (!followed) return;
  timer = setTimeout(() => void syncNow(), ms * (0.75 + Math.random() / 2));
}

function moodAfter(problem: unknown): SyncMood {
  const isStranger = problem instanceof ApiProblem && problem.status === 401;
  return isStranger || problem instanceof WrongAccount ? 'signed-out' : 'offline';
}
