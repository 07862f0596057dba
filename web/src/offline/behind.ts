/** A server that lacks what it once had: an older copy put back, or a log moved to a new one. */

import type { Account } from '../api/client.ts';
import type { Kind, LiveRow, PreferencesRow } from '../training/rows.ts';
import { readCursor } from './cursor.ts';
import type { Cursor, Database, OutboxEntry } from './database.ts';
import { asWaiting } from './outbox.ts';
import { asWire } from './stored.ts';

/** The browser is signed in to another account than the log on the screen. */
export class WrongAccount extends Error {}

const ROWS_AT_ONCE = 500;
type Said = Omit<Account, 'now'>;

/**
 * Compare who answers with whom this log was pulled from, and note it where the numbers that the
 * phone has followed are worth nothing any more: it begins anew then.
 */
export async function recognise(db: Database, { id, email, preferences_id, epoch }: Said): Promise<void> {
  if (id !== db.accountId) throw new WrongAccount();
  await db.transaction('rw', db.preferences, db.outbox, db.meta, async () => {
    const { of: before, ...cursor } = await readCursor(db);
    const isMoved = before && before.preferences_id !== preferences_id;
    // A new installation counts its accounts from one as well: this may be anybody's.
    if (isMoved && before.email !== email) throw new WrongAccount();
    const isBehind = isMoved || (before && before.epoch !== epoch);
    const place: Cursor = { ...cursor, of: { epoch, preferences_id, email } };
    if (isBehind) [place.after, place.is_behind] = [0, true];
    await db.meta.put(place);
    await movePreferences(db, preferences_id);
  });
}

/** There is one row of preferences, under the id that the account has for it. */
export async function movePreferences(db: Database, id: string): Promise<void> {
  await db.transaction('rw', db.preferences, db.outbox, async () => {
    const rows = await db.preferences.toArray();
    if (rows.every((row) => row.id === id)) return;
    const latest = rows.reduce((one, other) => (other.stamp > one.stamp ? other : one));
    await db.preferences.clear();
    await db.preferences.put({ ...latest, id });
    await moveEntries(db, { ...latest, id });
  });
}

async function moveEntries(db: Database, latest: PreferencesRow): Promise<void> {
  const waiting = await db.outbox.filter(({ kind }) => kind === 'preferences').toArray();
  if (!waiting.length) return;
  await db.outbox.bulkDelete(waiting.map(({ id }): [Kind, string] => ['preferences', id]));
  await db.outbox.put(entryOf(latest));
}

export async function isBehind(db: Database): Promise<boolean> {
  return Boolean((await readCursor(db)).is_behind);
}

/** Put all that is stored here in the outbox once more, as it is; a round cut off begins again. */
export async function waitAgain(db: Database): Promise<void> {
  for (const kind of ['exercise', 'preferences', 'session', 'set'] as const) {
    const ids = await db.tableOf(kind).toCollection().primaryKeys();
    for (let from = 0; from < ids.length; from += ROWS_AT_ONCE) {
      await waitAgainFor(db, kind, ids.slice(from, from + ROWS_AT_ONCE));
    }
  }
  await db.transaction('rw', db.meta, async () => {
    const { is_behind: _, ...cursor } = await readCursor(db);
    await db.meta.put(cursor);
  });
}

async function waitAgainFor(db: Database, kind: Kind, ids: string[]): Promise<void> {
  await db.transaction('rw', db.replicated, async () => {
    const waiting = await db.outbox.bulkGet(ids.map((id): [Kind, string] => [kind, id]));
    const refused = waiting.filter((entry) => entry?.refused).map((entry) => asWaiting(entry!));
    const rows = await db.tableOf(kind).bulkGet(ids.filter((_, index) => !waiting[index]));
    const found = rows.filter((row) => row !== undefined);
    await db.outbox.bulkPut([...refused, ...found.map((stored) => entryOf(asWire(stored)))]);
  });
}

function entryOf(row: LiveRow): OutboxEntry {
  return { kind: row.kind, id: row.id, stamp: row.stamp, row, base: null };
}
