/**
 * Who used this phone last, beside the logs themselves and on the disk before a sign-in is done.
 *
 * Browsers write cookies and `localStorage` seconds later; a phone that dies in between would
 * still hold the log, but no longer know whose it is.
 */

import Dexie, { type EntityTable } from 'dexie';
import type { KnownAccount } from './whose.svelte.ts';

class Door extends Dexie {
  last!: EntityTable<KnownAccount & { slot: 0 }, 'slot'>;

  constructor() {
    super('innervate', { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ last: 'slot' });
  }
}

const door = new Door();

/** Whose log was opened last and not signed out of since. */
export async function remembered(): Promise<KnownAccount | undefined> {
  const found = await door.last.get(0);
  if (!found) return undefined;
  const { id, email, preferences_id } = found;
  return { id, email, preferences_id };
}

/** Resolves once it is on the disk. */
export async function remember({ id, email, preferences_id }: KnownAccount): Promise<void> {
  const before = await remembered();
  const isSame = before?.id === id && before.email === email;
  if (isSame && before.preferences_id === preferences_id) return;
  await door.last.put({ slot: 0, id, email, preferences_id });
}

export async function forgetWho(): Promise<void> {
  await door.last.delete(0);
}
