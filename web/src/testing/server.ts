import { ApiProblem, Unreachable, type Account, type Pulled, type Pushed, type PushResult } from '../api/client.ts';
import type { Wire } from '../offline/round.ts';
import { isTombstone, type Row, type SessionRow } from '../training/rows.ts';

const AHEAD_MS = 5 * 60_000;

/** What goes wrong on the way: nothing, the request is lost, or the reply to it is. */
export type Fault = 'none' | 'request' | 'reply' | 'twice';

/** The server as docs/reference/wire.md has it, in memory, on a line that can fail. */
export class Server implements Wire {
  now = 1_795_456_800_000;
  isSignedOut = false;
  accountId = 1;
  preferencesId = 'p';
  email = 'ana@example.org';
  epoch = 'first';
  faults: Fault[] = [];
  pageRows = 3;
  /** Done once while the answer to the next pull is on its way. */
  meanwhile: (() => Promise<unknown>) | undefined;
  private numbers = 0;
  private epochs = 0;
  readonly rows = new Map<string, { row: Row; number: number }>();

  account(seen: number): Promise<Account> {
    if (this.isSignedOut) return Promise.reject(new ApiProblem(401, 'Nobody is signed in.'));
    return this.answer(() => {
      if (seen > this.numbers) this.epoch = `epoch ${++this.epochs}`;
      const { accountId: id, email, preferencesId: preferences_id, epoch, now } = this;
      return { id, email, preferences_id, epoch, now };
    });
  }

  push(device: string, rows: Row[]): Promise<Pushed> {
    if (!/^[0-9a-f]{8}$/.test(device) || rows.length > 500) {
      return Promise.reject(new ApiProblem(422, 'This push cannot be read.'));
    }
    const sent = structuredClone(rows);
    return this.answer(() => ({ now: this.now, results: this.store(sent) }));
  }

  async pull(after: number): Promise<Pulled> {
    const answer = await this.answer(() => {
      const from = after > this.numbers ? 0 : after;
      const newer = [...this.rows.values()].filter(({ number }) => number > from);
      const page = newer.sort((a, b) => a.number - b.number).slice(0, this.pageRows);
      const cursor = page.at(-1)?.number ?? from;
      const rows = structuredClone(page.map(({ row }) => row));
      return { now: this.now, rows, cursor, more: newer.length > page.length };
    });
    const act = this.meanwhile;
    this.meanwhile = undefined;
    await act?.();
    return answer;
  }

  /** A back-up. Calling it puts it back: everything since is lost. */
  copy(): () => void {
    const { numbers, epoch } = this;
    const rows = structuredClone([...this.rows]);
    return () => {
      this.rows.clear();
      for (const [key, kept] of rows) this.rows.set(key, structuredClone(kept));
      [this.numbers, this.epoch] = [numbers, epoch];
    };
  }

  /** Everything is lost: a back-up from before the first set was put back. */
  forget(): void {
    this.rows.clear();
    this.numbers = 0;
  }

  live(): Row[] {
    return [...this.rows.values()].map(({ row }) => row).filter((row) => !isTombstone(row));
  }

  private async answer<T>(give: () => T): Promise<T> {
    await Promise.resolve();
    const fault = this.faults.shift() ?? 'none';
    if (fault === 'request') throw new Unreachable();
    if (fault === 'twice') give();
    const answer = give();
    if (fault === 'reply') throw new Unreachable();
    return answer;
  }

  private store(rows: Row[]): PushResult[] {
    const reserved = this.numbers + 2 * rows.length + 1;
    const pushed = new Set(rows.map(keyOf));
    const results = rows.map((row) => this.storeOne(row, pushed));
    for (const row of rows) this.revive(row);
    this.numbers = reserved;
    return results;
  }

  private storeOne(sent: Row, pushed: Set<string>): PushResult {
    const isLate = Number.parseInt(sent.stamp.slice(0, 12), 16) > this.now + AHEAD_MS;
    const stamp = isLate ? hex(this.now, 12) + '0000' + sent.stamp.slice(16) : sent.stamp;
    const row = { ...sent, stamp };
    const { kind, id } = row;
    const session = 'session' in row ? `session ${row.session}` : undefined;
    if (session && !this.rows.has(session) && !pushed.has(session)) {
      return { kind, id, stamp, outcome: 'refused', reason: 'The session is not known here.' };
    }
    if ('note' in row && row.note === 'forbidden') {
      return { kind, id, stamp, outcome: 'refused', reason: 'Not this note.' };
    }
    const kept = this.rows.get(keyOf(row));
    if (!kept || row.stamp > kept.row.stamp) this.keep(row);
    else if (row.stamp < kept.row.stamp) {
      if (isLate) this.keep(kept.row);
      return { kind, id, stamp, outcome: 'superseded' };
    }
    return { kind, id, stamp, outcome: 'stored' };
  }

  private revive(row: Row): void {
    const ids = row.kind === 'session' ? [row.id] : 'session' in row ? [row.session] : [];
    for (const id of ids) {
      const session = this.rows.get(`session ${id}`)?.row;
      const sets = this.live().filter((each) => 'session' in each && each.session === id);
      if (!session || !isTombstone(session) || !sets.length) continue;
      const moment = Number.parseInt(session.stamp.slice(0, 16), 16) + 1;
      const started_at = '2026-11-23T00:00:00.000Z';
      const revived: SessionRow = { kind: 'session', id, stamp: '', started_at, zone: 'UTC' };
      this.keep({ ...revived, stamp: hex(moment, 16) + '00000000' });
    }
  }

  private keep(row: Row): void {
    this.rows.set(keyOf(row), { row, number: ++this.numbers });
  }
}

function keyOf({ kind, id }: Row): string {
  return `${kind} ${id}`;
}

function hex(number: number, digits: number): string {
  return number.toString(16).padStart(digits, '0');
}
