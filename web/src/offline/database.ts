import Dexie, { type EntityTable, type Table } from 'dexie';
import type { Catalogue } from '../training/catalogue.ts';
import type { Evidence } from '../training/evidence.ts';
import type { Draft } from '../training/draft.ts';
import type {
  ExerciseRow,
  Kind,
  LiveRow,
  PreferencesRow,
  Row,
  SessionRow,
  SetRow,
} from '../training/rows.ts';

/** A session with its start and day ready to be looked up; `open` while it has not ended. */
export type StoredSession = SessionRow & { started_ms: number; day: string; open?: 1 };

/** A set with the start of its session; 0 while that session has not arrived yet. */
export type StoredSet = SetRow & { at_ms: number };

/** A change the server has not acknowledged. */
export interface OutboxEntry {
  kind: Kind;
  id: string;
  stamp: string;
  row: Row;
  /** What the server had before the change, as far as we know; null for nothing. */
  base: LiveRow | null;
  /** Set while the server refuses the change, with its sentence in `reason`. */
  refused?: 1;
  reason?: string;
}

export interface Clock {
  key: 'clock';
  device: string;
  /** The latest stamp made or seen. */
  last: string;
  /** The server's clock minus this one's. */
  offset_ms: number;
}
export interface Cursor {
  key: 'cursor';
  /** Everything of the account up to here has been pulled. */
  after: number;
  last_ok_ms: number;
  /** Has the whole log arrived once? */
  is_filled: boolean;
  /** Whose numbering `after` belongs to; left out before the server was heard. */
  of?: { epoch: string; preferences_id: string; email: string };
  /** The server lacks what it once had: set until all that is here waits to be sent again. */
  is_behind?: true;
}
export type Meta = Clock | Cursor;

export class Database extends Dexie {
  sessions!: EntityTable<StoredSession, 'id'>;
  sets!: EntityTable<StoredSet, 'id'>;
  exercises!: EntityTable<ExerciseRow, 'id'>;
  preferences!: EntityTable<PreferencesRow, 'id'>;
  outbox!: Table<OutboxEntry, [Kind, string]>;
  meta!: EntityTable<Meta, 'key'>;
  catalogue!: EntityTable<Catalogue, 'version'>;
  evidence!: EntityTable<Evidence, 'version'>;
  drafts!: EntityTable<Draft, 'session'>;

  /** Milliseconds since 1970 by this phone's clock. */
  now: () => number = Date.now;

  constructor(
    readonly accountId: number,
    name = databaseName(accountId),
  ) {
    // No answers kept in memory: a first pull writes past Dexie, which would not forget old ones.
    super(name, { chromeTransactionDurability: 'strict', cache: 'disabled' });
    this.version(1).stores({
      sessions: 'id, started_ms, day, open',
      sets: 'id, session, [exercise+at_ms+position], at_ms',
      exercises: 'id, merged_into',
      preferences: 'id',
      outbox: '[kind+id], stamp, refused',
      meta: 'key',
      catalogue: 'version',
      drafts: 'session',
    });
    this.version(2).stores({ evidence: 'version' });
  }

  /** What a write touches; screens can read the rest meanwhile. */
  get replicated(): Table[] {
    const { sessions, sets, exercises, preferences, outbox, meta } = this;
    return [sessions, sets, exercises, preferences, outbox, meta];
  }

  /** The table that holds live rows of `kind`. */
  tableOf(kind: Kind): Table<LiveRow, string> {
    const name = kind === 'preferences' ? kind : (`${kind}s` as const);
    return this.table(name);
  }
}

let current: Database | undefined;

/** The log of one account on this phone; opening another account's closes the first. */
export async function openDatabase(accountId: number): Promise<Database> {
  if (current?.accountId !== accountId || !current.isOpen()) {
    current?.close();
    current = new Database(accountId);
    await current.open();
  }
  return current;
}

/** The open log; throws where nobody has signed in on this phone. */
export function database(): Database {
  if (!current) throw new Error('No log is open.');
  return current;
}

export function closeDatabase(): void {
  current?.close();
  current = undefined;
}

/** Delete an account's log from this phone, with whatever was not synced. */
export async function deleteDatabase(accountId: number): Promise<void> {
  if (current?.accountId === accountId) closeDatabase();
  await Dexie.delete(databaseName(accountId));
}

function databaseName(accountId: number): string {
  return `innervate-${accountId}`;
}
