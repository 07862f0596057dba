import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Account } from '../api/client.ts';
import { account, enter, signingIn, signOut } from './account.ts';
import { database } from './database.ts';
import { NotYetHere, preferences, savePreferences } from './log.ts';
import { readCursor } from './cursor.ts';
import { write } from './outbox.ts';

const ANA: Account = { id: 1, email: 'ana@example.org', preferences_id: 'p', epoch: 'e', now: 0 };
let said = ANA;

beforeEach(() => {
  said = ANA;
  vi.stubGlobal('fetch', async () => Response.json(said));
});
afterEach(async () => {
  await signOut(async () => undefined, { forget: true });
  vi.unstubAllGlobals();
});

const signIn = () => signingIn(async () => ({ status: 200 }));

async function arrive(): Promise<void> {
  const cursor = await readCursor(database());
  cursor.is_filled = true;
  await database().meta.put(cursor);
}

test('no preference is changed before those of the account have arrived', async () => {
  await signIn();
  await expect(savePreferences({ theme: 'dark' })).rejects.toBeInstanceOf(NotYetHere);
  expect(await database().outbox.count()).toBe(0);
  await arrive();
  await savePreferences({ theme: 'dark' });
  expect(await database().outbox.toArray()).toMatchObject([{ id: 'p', row: { theme: 'dark' } }]);
});

test('changes of two preferences at the same moment keep each other', async () => {
  await signIn();
  await arrive();
  await Promise.all([savePreferences({ theme: 'dark' }), savePreferences({ unit: 'lb' })]);
  expect(await preferences()).toMatchObject({ theme: 'dark', unit: 'lb' });
});

test('an account that moved to another server keeps its preferences here', async () => {
  await signIn();
  await write([{ kind: 'preferences', id: 'p', unit: 'lb' }]);
  said = { ...ANA, preferences_id: 'q', epoch: 'another' };
  await signIn();
  expect(account()).toMatchObject({ preferences_id: 'q' });
  expect(await preferences()).toMatchObject({ unit: 'lb' });
  expect(await database().outbox.toArray()).toMatchObject([{ id: 'q', row: { id: 'q' } }]);
  await enter();
  expect(account()).toMatchObject({ preferences_id: 'q' });
});
