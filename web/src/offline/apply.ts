import type { Kind, LiveRow, Row, SessionRow, SetRow } from '../training/rows.ts';
import { isTombstone } from '../training/rows.ts';
import type { Database, StoredSession } from './database.ts';
import { asStoredSession, asStoredSet } from './stored.ts';

const ORPHAN_MS = 0;
const KINDS: readonly Kind[] = ['session', 'set', 'exercise', 'preferences'];

/** Make `rows` the stored versions. Runs inside the caller's transaction; sessions go first. */
export async function applyRows(db: Database, rows: readonly Row[]): Promise<void> {
  for (const kind of KINDS) {
    const ofKind = rows.filter((row) => row.kind === kind);
    const gone = ofKind.filter(isTombstone).map((row) => row.id);
    const live = ofKind.filter((row): row is LiveRow => !isTombstone(row));
    if (gone.length) await db.tableOf(kind).bulkDelete(gone);
    if (live.length) await putLive(db, kind, live);
  }
}

async function putLive(db: Database, kind: Kind, rows: LiveRow[]): Promise<void> {
  if (kind === 'session') return putSessions(db, rows as SessionRow[]);
  if (kind === 'set') return putSets(db, rows as SetRow[]);
  await db.tableOf(kind).bulkPut(rows);
}

async function putSessions(db: Database, rows: SessionRow[]): Promise<void> {
  const sessions = rows.map(asStoredSession);
  const before = await db.sessions.bulkGet(sessions.map(({ id }) => id));
  await db.sessions.bulkPut(sessions);
  const moved = sessions.filter(
    ({ started_ms }, index) => before[index] && before[index].started_ms !== started_ms,
  );
  for (const { id, started_ms } of moved) {
    await db.sets.where('session').equals(id).modify({ at_ms: started_ms });
  }
  if (before.some((session) => !session)) await adoptOrphans(db, sessions);
}

/** Sets can arrive before their session: give them its start once it is here. */
async function adoptOrphans(db: Database, sessions: StoredSession[]): Promise<void> {
  const orphans = await db.sets.where('at_ms').equals(ORPHAN_MS).toArray();
  if (!orphans.length) return;
  const starts = new Map(sessions.map(({ id, started_ms }) => [id, started_ms]));
  const adopted = orphans.filter((set) => starts.has(set.session));
  await db.sets.bulkPut(adopted.map((set) => asStoredSet(set, starts.get(set.session)!)));
}

async function putSets(db: Database, rows: SetRow[]): Promise<void> {
  const ids = [...new Set(rows.map((row) => row.session))];
  const sessions = await db.sessions.bulkGet(ids);
  const starts = new Map(ids.map((id, index) => [id, sessions[index]?.started_ms ?? ORPHAN_MS]));
  await db.sets.bulkPut(rows.map((row) => asStoredSet(row, starts.get(row.session)!)));
}
