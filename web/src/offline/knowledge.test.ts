import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { Database } from './database.ts';
import { freshKnowledge } from './knowledge.ts';

const ANSWER = { version: 'v', muscles: [], exercises: [], entries: [] };
let count = 0;
const dbs: Database[] = [];
afterEach(async () => {
  vi.unstubAllGlobals();
  await Promise.all(dbs.splice(0).map((db) => db.delete()));
});

function phone(): Database {
  const db = new Database(1, `knowing-${++count}`);
  db.now = () => now;
  dbs.push(db);
  return db;
}
let now = 0;

function answering(answer: () => Response): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path);
    return answer();
  });
  return asked;
}

function timeout(): never {
  throw new DOMException('too slow', 'TimeoutError');
}

test('a catalogue that is too slow is no reason to fail, nor to ask at every set', async () => {
  const db = phone();
  const asked = answering(timeout);
  await freshKnowledge(db);
  await freshKnowledge(db);
  expect(asked).toHaveLength(2);
  now += 11 * 60_000;
  await freshKnowledge(db);
  expect(asked).toHaveLength(4);
});

test('one for which there is no room is none either, and the evidence still comes', async () => {
  const db = phone();
  answering(() => Response.json(ANSWER));
  db.catalogue.hook('creating', () => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  await freshKnowledge(db);
  expect(await db.catalogue.count()).toBe(0);
  expect(await db.evidence.count()).toBe(1);
});

test('without a network the next round asks again; a log that is closed is no failure', async () => {
  const db = phone();
  const asked = answering(() => {
    throw new TypeError('Failed to fetch');
  });
  await freshKnowledge(db);
  await freshKnowledge(db);
  expect(asked).toHaveLength(4);
  db.close();
  await freshKnowledge(db);
});
