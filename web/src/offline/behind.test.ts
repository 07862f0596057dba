import { afterEach, beforeEach, expect, test } from 'vitest';
import { Phone } from '../testing/phone.ts';
import { Server } from '../testing/server.ts';
import type { Change } from './outbox.ts';
import { readCursor } from './cursor.ts';
import { countPending, refused } from './outbox.ts';
import { WrongAccount } from './round.ts';

const SESSION = {
  kind: 'session', id: 's', started_at: '2026-11-23T18:00:00.000Z', zone: 'Europe/Berlin',
} as const;
const SET = { kind: 'set', id: 'x', session: 's', exercise: 'curl', position: 0 } as const;
const PREFERENCES = { kind: 'preferences', id: 'p', unit: 'lb' } as const;

let server: Server;
let phone: Phone;
let other: Phone;
beforeEach(() => {
  server = new Server();
  [phone, other] = [new Phone(server), new Phone(server)];
});
afterEach(() => Promise.all([phone.close(), other.close()]));

function sets(count: number, session = 's'): Change[] {
  return Array.from({ length: count }, (_, at) => {
    return { ...SET, session, id: `${session}-${String(at).padStart(4, '0')}`, position: at };
  });
}

test('a phone that sends before it looks notices that the server lacks something', async () => {
  await phone.write(SESSION);
  await phone.sync();
  const putBack = server.copy();
  await phone.write(SET);
  await phone.sync();
  putBack();
  await phone.write(...sets(20));
  await phone.sync();
  expect(server.live()).toContainEqual(expect.objectContaining({ id: 'x' }));
  expect(server.live()).toHaveLength(22);
});

test('so does the phone that comes after another one has sent', async () => {
  await phone.write(SESSION);
  await phone.sync();
  const putBack = server.copy();
  await phone.write(SET);
  await other.sync();
  await phone.sync();
  await other.write({ ...SET, id: 'y' });
  await other.sync();
  // So that it can come from the first phone alone.
  await other.db.sets.delete('x');
  putBack();
  await other.write(...sets(20));
  await other.sync();
  await phone.sync();
  await other.sync();
  expect(server.live().map(({ id }) => id)).toEqual(expect.arrayContaining(['x', 'y']));
  expect(await other.rows()).toEqual(await phone.rows());
});

test('a round that is cut off does not forget that the server lacks something', async () => {
  await phone.write(SESSION, ...sets(4));
  await phone.sync();
  for (const cut of [1, 2, 3, 4]) {
    server.forget();
    server.faults = [...Array<'none'>(cut).fill('none'), 'request'];
    await phone.sync().catch(() => undefined);
    server.faults = [];
    await phone.sync();
    expect(server.live()).toHaveLength(5);
    expect(await readCursor(phone.db)).not.toHaveProperty('is_behind');
  }
});

test('a log moved to a new server is given what it lacks, under its new id of preferences', async () => {
  await phone.write(SESSION, PREFERENCES);
  await phone.sync();
  await phone.write({ ...PREFERENCES, rest_s: 90 });
  const moved = new Server();
  [moved.preferencesId, moved.epoch] = ['q', 'of the new one'];
  Object.assign(phone, { server: moved });
  await phone.sync();
  expect(moved.live()).toMatchObject([{ id: 'q', unit: 'lb', rest_s: 90 }, { id: 's' }]);
  expect(await phone.db.preferences.toArray()).toMatchObject([{ id: 'q', rest_s: 90 }]);
  expect(await phone.db.outbox.count()).toBe(0);
});

test('somebody else with the same number on a new server is sent nothing', async () => {
  await phone.write(SESSION, SET);
  await phone.sync();
  const strange = new Server();
  [strange.preferencesId, strange.epoch, strange.email] = ['q', 'new', 'cy@example.org'];
  Object.assign(phone, { server: strange });
  await expect(phone.sync()).rejects.toBeInstanceOf(WrongAccount);
  expect(strange.live()).toEqual([]);
});

test('sets of one import, which share a stamp, are sent however many they are', async () => {
  await phone.write(SESSION, ...sets(520));
  const stamp = '0000000000010000aaaaaaaa';
  await phone.db.outbox.toCollection().modify((entry) => {
    entry.stamp = stamp;
    entry.row = { ...entry.row, stamp };
  });
  await phone.sync();
  expect(server.live()).toHaveLength(521);
  expect(await countPending(phone.db)).toBe(0);
});

test('a set refused for want of its session goes once the session is there', async () => {
  await phone.write(SESSION, SET);
  await phone.db.outbox.delete(['session', 's']);
  await phone.sync();
  expect(await refused(phone.db)).toMatchObject([{ id: 'x' }]);
  await other.write(SESSION);
  await other.sync();
  await phone.sync();
  expect(await refused(phone.db)).toEqual([]);
  expect(server.live()).toHaveLength(2);
});

test('what was refused waits again where the server lacks something', async () => {
  await phone.write(SESSION);
  await phone.sync();
  await phone.write({ ...SET, note: 'forbidden' });
  await phone.sync();
  await phone.db.outbox.toCollection().modify({ reason: 'The session is not known here.' });
  server.forget();
  await phone.sync();
  expect(await refused(phone.db)).toMatchObject([{ reason: 'Not this note.' }]);
});

test('sessions deleted with their sets stay deleted, and what needs a row follows it', async () => {
  const ids = Array.from({ length: 30 }, (_, at) => `s${at}`);
  const all = ids.flatMap((id): Change[] => [{ ...SESSION, id }, ...sets(20, id)]);
  await phone.write(...all);
  await phone.sync();
  await phone.write(...all.map(({ kind, id }) => ({ kind, id, deleted: true }) as Change));
  await phone.sync();
  expect(server.live()).toEqual([]);
  expect(await phone.rows()).toEqual([]);
});

test('a set of an exercise that was deleted before it was ever sent is sent', async () => {
  const push = server.push.bind(server);
  let isKnown = false;
  server.push = async (device, rows) => {
    isKnown ||= rows.some(({ kind }) => kind === 'exercise');
    const answer = await push(device, rows);
    if (isKnown) return answer;
    const results = answer.results.map((result) =>
      result.kind === 'set' ? { ...result, outcome: 'refused' as const } : result,
    );
    return { ...answer, results };
  };
  await phone.write(SESSION, ...sets(3), { kind: 'exercise', id: 'curl', deleted: true });
  await phone.sync();
  expect(await refused(phone.db)).toEqual([]);
  expect(await phone.db.outbox.count()).toBe(0);
});
