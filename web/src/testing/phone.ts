import 'fake-indexeddb/auto';
import { Database } from '../offline/database.ts';
import { write, type Change } from '../offline/outbox.ts';
import { runRound } from '../offline/round.ts';
import { asWire } from '../offline/stored.ts';
import type { LiveRow, Row } from '../training/rows.ts';
import type { Server } from './server.ts';

let count = 0;

/** A phone with a log of its own and a clock that may be wrong. */
export class Phone {
  readonly db: Database;

  constructor(
    readonly server: Server,
    readonly skewMs = 0,
    accountId = 1,
  ) {
    this.db = new Database(accountId, `phone-${++count}`);
    this.db.now = () => this.server.now + this.skewMs;
  }

  write(...changes: Change[]): Promise<Row[]> {
    return write(changes, this.db);
  }

  sync(): Promise<void> {
    return runRound(this.db, this.server);
  }

  /** Every live row, by kind and id, as the wire has it. */
  async rows(): Promise<LiveRow[]> {
    const kinds = ['session', 'set', 'exercise', 'preferences'] as const;
    const tables = await Promise.all(kinds.map((kind) => this.db.tableOf(kind).toArray()));
    return tables.flat().map((row) => asWire(row)).sort(byKey);
  }

  async close(): Promise<void> {
    await this.db.delete();
  }
}

export function byKey(a: Row, b: Row): number {
  return `${a.kind} ${a.id}` < `${b.kind} ${b.id}` ? -1 : 1;
}
