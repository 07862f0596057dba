import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { database, deleteDatabase, openDatabase } from '../../offline/database.ts';
import { amendSet, InvalidRow, saveSession, saveSet, sessionWithSets } from '../../offline/log.ts';
import type { SetBody } from '../../training/rows.ts';
import { OpenSession } from './open.svelte.ts';

const BEGUN_MS = Date.parse('2026-11-23T18:00:00.000Z');
const HOUR_MS = 3_600_000;
const SESSION = { id: 's', started_at: new Date(BEGUN_MS).toISOString(), zone: 'Europe/Berlin' };
const SET: SetBody & { id: string } = {
  id: 'done', session: 's', exercise: 'curl', position: 0, reps: 8, load_kg: 10,
};
const PREFERENCES = {
  unit: 'kg', rest_s: 120, theme: 'system', locale: 'en', body_prompts: true, zone: 'Europe/Berlin',
} as const;

let open: OpenSession;
beforeEach(async () => {
  await openDatabase(7);
  await saveSession(SESSION);
  await saveSet(SET);
  const planned = ['one', 'two', 'three'].map((id) => ({ id, edits: { reps: 8 } }));
  const draft = { session: 's', exercises: [{ exercise: 'curl', planned, last: [] }] };
  const logged = (await sessionWithSets('s'))!;
  open = new OpenSession(logged, draft, { exercises: new Map(), preferences: PREFERENCES });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await deleteDatabase(7);
});

const stored = (id = 'done') => database().sets.get(id);
const shown = (id = 'done') => open.sets.find((set) => set.id === id);

/** The phone is full until the answer is called. */
function full(): () => void {
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  return () => put.mockRestore();
}

test('corrections made faster than they are stored all count, and are seen at once', async () => {
  const before = shown()!;
  const writes = [
    open.correct(before, { note: 'a' }),
    open.correct(before, { note: 'ab' }),
    open.correct(before, { rir: 2 }),
    open.correct(before, { load_kg: null }),
  ];
  expect(shown()).toMatchObject({ note: 'ab', rir: 2, reps: 8 });
  await writes[0];
  expect(shown()).toMatchObject({ note: 'ab', rir: 2 });
  await Promise.all(writes);
  expect(await stored()).toMatchObject({ note: 'ab', rir: 2, reps: 8 });
  expect(await stored()).not.toHaveProperty('load_kg');
  open.follow((await sessionWithSets('s'))!, open.draft);
  expect(shown()).toEqual(await stored());
});

test('a correction leaves alone what another tab has changed meanwhile', async () => {
  const before = shown()!;
  await amendSet('done', { connection: 'strong' });
  await open.correct(before, { reps: 9 });
  expect(await stored()).toMatchObject({ connection: 'strong', reps: 9 });
});

test('a correction cannot bring back a set that is gone, nor make it impossible', async () => {
  await expect(amendSet('done', { reps: -1 })).rejects.toBeInstanceOf(InvalidRow);
  expect(await stored()).toMatchObject({ reps: 8 });
  const removed = shown()!;
  await open.remove(removed);
  await open.correct(removed, { reps: 9 });
  expect(await stored()).toBeUndefined();
});

test('corrections on a full phone stay on the screen until they are stored', async () => {
  const mend = full();
  await open.correct(shown()!, { note: 'kept' });
  await open.correct(shown()!, { rir: 1 });
  expect(open.trouble).toBeDefined();
  expect(shown()).toMatchObject({ note: 'kept', rir: 1 });
  mend();
  await open.trouble!.again();
  expect(open.trouble).toBeUndefined();
  expect(await stored()).toMatchObject({ note: 'kept', rir: 1 });
});

test('what could not be corrected is stored with the next write that succeeds', async () => {
  const mend = full();
  await open.correct(shown()!, { note: 'kept' });
  mend();
  await open.describe({ title: 'Arms' });
  expect(await stored()).toMatchObject({ note: 'kept' });
});

test('an impossible correction is told and forgotten, what failed before it is not', async () => {
  const mend = full();
  await open.correct(shown()!, { note: 'kept' });
  mend();
  await open.correct(shown()!, { load_kg: 99_999 });
  expect(open.trouble!.error).toBeInstanceOf(InvalidRow);
  expect(shown()).toMatchObject({ note: 'kept', load_kg: 10 });
  await open.correct(shown()!, { load_kg: 12 });
  expect(await stored()).toMatchObject({ note: 'kept', load_kg: 12 });
});

test('a clock set back swallows no tap and does not keep the session open', async () => {
  const steady = vi.spyOn(performance, 'now').mockReturnValue(1_000);
  const wall = vi.spyOn(Date, 'now').mockReturnValue(BEGUN_MS + HOUR_MS);
  await open.end('strong', Date.now());
  await open.end('strong', Date.now());
  expect(await stored('two')).toBeUndefined();
  steady.mockReturnValue(2_000);
  wall.mockReturnValue(BEGUN_MS - HOUR_MS);
  await open.end('weak', Date.now());
  expect(await stored('two')).toMatchObject({ connection: 'weak', ended_at: SESSION.started_at });
  await open.finish(Date.now());
  expect(open.trouble).toBeUndefined();
  expect(open.session.ended_at).toBe(SESSION.started_at);
});

test('the undo of a removed set stays until it has succeeded', async () => {
  await open.remove(shown()!);
  expect(await stored()).toBeUndefined();
  const mend = full();
  await open.undo!();
  expect(open.trouble).toBeDefined();
  expect(open.undo).toBeDefined();
  expect(shown()).toBeUndefined();
  mend();
  await Promise.all([open.undo!(), open.undo!(), open.trouble!.again()]);
  expect(await stored()).toMatchObject({ reps: 8 });
  expect(open.sets.map(({ id }) => id)).toEqual(['done']);
  expect([open.undo, open.trouble, open.notice]).toEqual([undefined, undefined, undefined]);
});

test('the undo of a set just ended stays until it has succeeded', async () => {
  await open.end('strong', BEGUN_MS + HOUR_MS);
  const mend = full();
  await open.undo!();
  expect(await stored('one')).toMatchObject({ connection: 'strong' });
  mend();
  await open.trouble!.again();
  expect(await stored('one')).toBeUndefined();
  expect(open.notice).toMatchObject({ kind: 'open-again' });
  expect(open.undo).toBeUndefined();
  expect(open.current?.planned.id).toBe('one');
});
