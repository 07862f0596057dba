import { afterEach, beforeEach, expect, test } from 'vitest';
import { ApiProblem } from '../api/client.ts';
import { Phone } from '../testing/phone.ts';
import { Server } from '../testing/server.ts';
import type { Row } from '../training/rows.ts';
import { countPending, discardRefused, refused, retryRefused } from './outbox.ts';
import { readCursor } from './cursor.ts';
import { WrongAccount } from './round.ts';

const SESSION = {
  kind: 'session', id: 's', started_at: '2026-11-23T18:00:00.000Z', zone: 'Europe/Berlin',
} as const;
const SET = { kind: 'set', id: 'x', session: 's', exercise: 'curl', position: 0 } as const;

let server: Server;
let phone: Phone;
let other: Phone;
beforeEach(() => {
  server = new Server();
  [phone, other] = [new Phone(server), new Phone(server)];
});
afterEach(() => Promise.all([phone.close(), other.close()]));

test('a set waits in the outbox from the moment it is stored', async () => {
  await phone.write(SESSION, SET);
  expect(await phone.db.outbox.count()).toBe(2);
  expect(await phone.db.sets.get('x')).toMatchObject({ exercise: 'curl', at_ms: 1795456800000 });
  await phone.sync();
  expect(await countPending(phone.db)).toBe(0);
  expect(server.live()).toHaveLength(2);
});

test('a lost reply is answered by sending again, and nothing is doubled', async () => {
  await phone.write(SESSION, SET);
  server.faults = ['none', 'reply'];
  await expect(phone.sync()).rejects.toThrow();
  expect(await countPending(phone.db)).toBe(2);
  await phone.sync();
  expect(await countPending(phone.db)).toBe(0);
  expect(server.live()).toHaveLength(2);
});

test('a change made while its row was on the way is sent too', async () => {
  await phone.write(SESSION, SET);
  const push = server.push.bind(server);
  server.push = async (device, rows) => {
    const answer = await push(device, rows);
    if (rows.some(({ id }) => id === 'x')) {
      server.push = push;
      await phone.write({ ...SET, connection: 'strong' });
    }
    return answer;
  };
  await phone.sync();
  await phone.sync();
  expect(server.live()).toContainEqual(expect.objectContaining({ id: 'x', connection: 'strong' }));
  expect(await countPending(phone.db)).toBe(0);
});

test('a refused set stays, does not hold up others, and goes back when given up', async () => {
  await phone.write(SESSION, SET);
  await phone.sync();
  await phone.write({ ...SET, note: 'forbidden' }, { ...SET, id: 'y', position: 1 });
  await phone.sync();
  expect(server.live()).toHaveLength(3);
  expect(await refused(phone.db)).toMatchObject([{ id: 'x', reason: 'Not this note.' }]);
  expect(await phone.db.sets.get('x')).toMatchObject({ note: 'forbidden' });
  expect(await countPending(phone.db)).toBe(0);

  await discardRefused('set', 'x', phone.db);
  expect(await phone.db.sets.get('x')).not.toHaveProperty('note');
  expect(await phone.db.outbox.count()).toBe(0);
});

test('a refused row that was never on the server goes when given up', async () => {
  await phone.write(SESSION, { ...SET, note: 'forbidden' });
  await phone.sync();
  await discardRefused('set', 'x', phone.db);
  expect(await phone.db.sets.count()).toBe(0);
});

test('a refused set passes once it is mended, or once its session is', async () => {
  await phone.write(SESSION);
  await phone.sync();
  server.forget();
  await phone.write(SET);
  server.pageRows = 10;
  await phone.sync().catch(() => undefined);
  await phone.write({ ...SESSION, title: 'Pull' });
  await phone.sync();
  expect(await refused(phone.db)).toEqual([]);
  await phone.write({ ...SET, note: 'forbidden' });
  await phone.sync();
  await retryRefused(phone.db);
  await phone.sync();
  expect(await refused(phone.db)).toHaveLength(1);
  await phone.write({ ...SET, note: 'fine' });
  await phone.sync();
  expect(await refused(phone.db)).toEqual([]);
  expect(server.live()).toContainEqual(expect.objectContaining({ note: 'fine' }));
});

test('one row that makes the whole push unreadable is found and set aside', async () => {
  const push = server.push.bind(server);
  server.push = (device, rows: Row[]) =>
    rows.some(({ id }) => id === 'set-3')
      ? Promise.reject(new ApiProblem(422, 'Row 3 cannot be read.'))
      : push(device, rows);
  const sets = Array.from({ length: 7 }, (_, at) => ({ ...SET, id: `set-${at}`, position: at }));
  await phone.write(SESSION, ...sets);
  await phone.sync();
  expect(await refused(phone.db)).toMatchObject([{ id: 'set-3', reason: 'Row 3 cannot be read.' }]);
  expect(server.live()).toHaveLength(7);
});

test('who is signed out keeps everything; another account is sent nothing', async () => {
  await phone.write(SESSION, SET);
  server.isSignedOut = true;
  await expect(phone.sync()).rejects.toMatchObject({ status: 401 });
  server.isSignedOut = false;
  server.accountId = 2;
  await expect(phone.sync()).rejects.toBeInstanceOf(WrongAccount);
  expect(server.live()).toEqual([]);
  expect(await countPending(phone.db)).toBe(2);
  expect(await phone.rows()).toHaveLength(2);
});

test('a clock a year ahead is set right and does not win for ever', async () => {
  const fast = new Phone(server, 365 * 86_400_000);
  await fast.write(SESSION, { ...SET, reps: 1 });
  await fast.sync();
  await phone.sync();
  server.now += 60_000;
  await phone.write({ ...SET, reps: 2 });
  await phone.sync();
  await fast.sync();
  expect(await fast.db.sets.get('x')).toMatchObject({ reps: 2 });
  server.now += 60_000;
  const [row] = await fast.write({ ...SET, reps: 3 });
  expect(Number.parseInt(row!.stamp.slice(0, 12), 16)).toBeLessThan(server.now + 1_000);
  await fast.close();
});

test('an empty phone fetches everything and says when it is done', async () => {
  const sets = Array.from({ length: 9 }, (_, at) => ({ ...SET, id: `set-${at}`, position: at }));
  await phone.write(SESSION, ...sets);
  await phone.sync();
  expect(await readCursor(other.db)).toMatchObject({ is_filled: false, after: 0 });
  await other.sync();
  expect(await other.rows()).toEqual(await phone.rows());
  expect(await readCursor(other.db)).toMatchObject({ is_filled: true });
});

test('sets that arrive before their session find it when it comes', async () => {
  server.pageRows = 1;
  await phone.write(SESSION, SET);
  await phone.sync();
  await phone.write({ ...SESSION, title: 'Renamed, so that it comes after its set' });
  await phone.sync();
  await other.sync();
  expect(await other.db.sets.get('x')).toMatchObject({ at_ms: 1795456800000 });
});

test('a server put back from an old copy is given what it lost', async () => {
  await phone.write(SESSION, SET);
  await phone.sync();
  server.forget();
  await phone.sync();
  expect(server.live()).toHaveLength(2);
  expect(await phone.rows()).toHaveLength(2);
});
