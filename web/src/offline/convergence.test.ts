import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { byKey, Phone } from '../testing/phone.ts';
import { Server, type Fault } from '../testing/server.ts';
import type { Change } from './outbox.ts';

const STARTED = '2026-11-23T18:00:00.000Z';
const ids = fc.constantFrom('a', 'b');
const phone = fc.constantFrom(0, 1);
const fault = fc.constantFrom<Fault>('none', 'none', 'request', 'reply', 'twice');

/** Loads are numbered, so that every version tells which write it came from. */
type Write =
  | { act: 'session' | 'removeSession'; phone: number; session: string }
  | { act: 'set' | 'removeSet'; phone: number; session: string; set: string };
type Act =
  | Write
  | { act: 'sync'; phone: number; faults: Fault[]; meanwhile?: Write }
  | { act: 'wait'; ms: number };

const writes = fc.oneof(
  fc.record({ act: fc.constantFrom('session', 'removeSession'), phone, session: ids }),
  fc.record({ act: fc.constantFrom('set', 'set', 'removeSet'), phone, session: ids, set: ids }),
);
const faults = fc.array(fault, { maxLength: 4 });
const acts: fc.Arbitrary<Act> = fc.oneof(
  writes,
  fc.record({ act: fc.constant('sync'), phone, faults, meanwhile: writes }),
  fc.record({ act: fc.constant('wait'), ms: fc.integer({ min: 0, max: 400_000 }) }),
) as fc.Arbitrary<Act>;
const skews = fc.tuple(
  fc.integer({ min: -540_000, max: 540_000 }),
  fc.constantFrom(0, 540_000, 31_536_000_000),
);

const phones: Phone[] = [];
afterEach(() => Promise.all(phones.splice(0).map((each) => each.close())));

test('two phones and the server end up alike, whatever is lost on the way', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(skews, fc.array(acts, { maxLength: 24 }), async (skew, story) => {
      const server = new Server();
      const both = skew.map((ms) => new Phone(server, ms));
      phones.push(...both);
      for (const [at, act] of story.entries()) await play(act, at, both, server);
      server.faults = [];
      for (let turn = 0; turn < 3; turn++) {
        server.now += 1;
        for (const each of both) await each.sync();
      }
      const truth = server.live().sort(byKey);
      for (const each of both) {
        expect(await each.db.outbox.toArray()).toEqual([]);
        expect(await each.rows()).toEqual(truth);
        const orphans = await each.db.sets.where('at_ms').equals(0).count();
        expect(orphans).toBe(0);
      }
    }),
    { numRuns: 120 },
  );
});

test('of rows that one phone alone writes, the last version stays', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(skews, fc.array(acts, { maxLength: 20 }), async (skew, story) => {
      const server = new Server();
      const both = skew.map((ms) => new Phone(server, ms));
      phones.push(...both);
      const alone = story.map(byTheFirst);
      for (const [at, act] of alone.entries()) await play(act, at, both, server);
      const before = (await both[0]!.rows()).map(({ stamp: _, ...row }) => row);
      server.faults = [];
      for (let turn = 0; turn < 2; turn++) for (const each of both) await each.sync();
      const after = (await both[1]!.rows()).map(({ stamp: _, ...row }) => row);
      expect(after).toEqual(before);
    }),
    { numRuns: 60 },
  );
});

/** The same act, its writes done by the first phone or not at all. */
function byTheFirst(act: Act): Act {
  if (act.act !== 'sync') return 'phone' in act ? { ...act, phone: 0 } : act;
  if (act.phone === 0) return act;
  const { meanwhile: _, ...quiet } = act;
  return quiet;
}

async function play(act: Act, at: number, both: Phone[], server: Server): Promise<void> {
  server.now += 1;
  if (act.act === 'wait') server.now += act.ms;
  else if (act.act === 'sync') {
    server.faults = [...act.faults];
    const { meanwhile } = act;
    if (meanwhile) {
      server.meanwhile = () => play({ ...meanwhile, phone: act.phone }, at + 100, both, server);
    }
    await both[act.phone]!.sync().catch(() => undefined);
    server.meanwhile = undefined;
  } else {
    const changes = await changesOf(act, at, both[act.phone]!);
    if (changes.length) await both[act.phone]!.write(...changes);
  }
}

async function changesOf(act: Act, at: number, by: Phone): Promise<Change[]> {
  if (act.act === 'session') {
    const title = `title ${at}`;
    return [{ kind: 'session', id: act.session, started_at: STARTED, zone: 'UTC', title }];
  }
  if (act.act === 'removeSession') {
    const sets = await by.db.sets.where('session').equals(act.session).toArray();
    const gone = sets.map(({ id }) => ({ kind: 'set', id, deleted: true }) as const);
    return [{ kind: 'session', id: act.session, deleted: true }, ...gone];
  }
  if (act.act === 'removeSet') return [{ kind: 'set', id: `${act.session}-${act.set}`, deleted: true }];
  if (act.act !== 'set' || !(await by.db.sessions.get(act.session))) return [];
  const { session, set } = act;
  return [{ kind: 'set', id: `${session}-${set}`, session, exercise: 'curl', position: 0, reps: at }];
}
