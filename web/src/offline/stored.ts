/** Between rows as they go over the wire and rows as they lie on the phone. */

import { isTombstone, type LiveRow, type Row, type SessionRow, type SetRow } from '../training/rows.ts';
import { dayOf } from '../training/week.ts';
import type { StoredSession, StoredSet } from './database.ts';

const LOCAL_FIELDS = new Set(['at_ms', 'started_ms', 'day', 'open']);

export function asStoredSession(row: SessionRow): StoredSession {
  const started_ms = Date.parse(row.started_at);
  const day = dayOf(row.started_at, row.zone);
  return row.ended_at ? { ...row, started_ms, day } : { ...row, started_ms, day, open: 1 };
}

export function asStoredSet(row: SetRow, at_ms: number): StoredSet {
  return { ...row, at_ms };
}

/** `row` without the fields that only this phone keeps. */
export function asWire<R extends LiveRow>(row: R): R {
  const kept = Object.entries(row).filter(([name]) => !LOCAL_FIELDS.has(name));
  return Object.fromEntries(kept) as R;
}

export function asLive(row: Row): LiveRow | null {
  return isTombstone(row) ? null : row;
}
