import type { Clock, Database } from './database.ts';
import { EARLIEST, latest, newDevice, readStamp, writeStamp } from './stamp.ts';

/** Further ahead than this, the server sets a stamp back. */
const AHEAD_MS = 5 * 60_000;

/** This phone's clock, made at first use. Read it in the transaction that moves it. */
export async function readClock(db: Database): Promise<Clock> {
  const clock = await db.meta.get('clock');
  if (clock?.key === 'clock') return clock;
  return { key: 'clock', device: newDevice(), last: EARLIEST, offset_ms: 0 };
}

/** Move the clock beyond `stamps`, and to the server's time where `serverNow` tells it. */
export async function hear(db: Database, stamps: string[], serverNow?: number): Promise<Clock> {
  return db.transaction('rw', [db.meta, db.outbox], async () => {
    const clock = await readClock(db);
    clock.last = latest([clock.last, ...stamps]);
    if (serverNow !== undefined) {
      clock.offset_ms = serverNow - db.now();
      const isAhead = readStamp(clock.last).ms > serverNow + AHEAD_MS;
      if (isAhead && !(await db.outbox.count())) clock.last = atMoment(serverNow, clock.device);
    }
    await db.meta.put(clock);
    return clock;
  });
}

function atMoment(ms: number, device: string): string {
  return writeStamp({ ms, counter: 0, device });
}
