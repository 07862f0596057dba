import type { Cursor, Database } from './database.ts';

/** How far the account's log has been pulled; from the start before the first pull. */
export async function readCursor(db: Database): Promise<Cursor> {
  const cursor = await db.meta.get('cursor');
  if (cursor?.key === 'cursor') return cursor;
  return { key: 'cursor', after: 0, last_ok_ms: 0, is_filled: false };
}
