/** Whose log is open on this phone. */

import { api, ApiProblem, Unreachable } from '../api/client.ts';
import { movePreferences } from './behind.ts';
import { closeDatabase, deleteDatabase, openDatabase } from './database.ts';
import { exclusively } from './lock.ts';
import { written } from './outbox.ts';
import { forgetWho, remember, remembered } from './remembered.ts';
import { whose, type KnownAccount } from './whose.svelte.ts';

export type { KnownAccount };

/** What the app opens with. */
export type Entry = 'ready' | 'sign-in' | 'welcome' | 'unreachable';

/** Whose log is open; throws where nobody has signed in on this phone. */
export function account(): KnownAccount {
  if (!whose.account) throw new Error('Nobody has signed in on this phone.');
  return whose.account;
}

/** Open the log of whoever used this phone last; without a network too. */
export async function enter(): Promise<Entry> {
  const known = await remembered();
  if (known) {
    await open(known);
    return 'ready';
  }
  try {
    await open(await api.account());
    return 'ready';
  } catch (problem) {
    if (problem instanceof Unreachable) return 'unreachable';
    if (!(problem instanceof ApiProblem && problem.status === 401)) throw problem;
  }
  return (await api.setup()).needs_first_account ? 'welcome' : 'sign-in';
}

/**
 * Run `signIn` while no tab syncs, then open the log of whoever is signed in afterwards.
 *
 * An answer other than 200 wants a further step or says what is wrong; nothing is opened then.
 */
export async function signingIn<A extends { status: number }>(signIn: () => Promise<A>): Promise<A> {
  return exclusively(async () => {
    const answer = await signIn();
    if (answer.status === 200) await open(await api.account());
    return answer;
  });
}

/** Sign out. The log stays on the phone for the next sign-in, unless `forget`. */
export async function signOut(
  leave: () => Promise<unknown>,
  { forget = false }: { forget?: boolean } = {},
): Promise<void> {
  const { id } = account();
  await exclusively(leave);
  await forgetWho();
  whose.account = undefined;
  if (forget) await deleteDatabase(id);
  else closeDatabase();
}

async function open({ id, email, preferences_id }: KnownAccount): Promise<void> {
  const db = await openDatabase(id);
  const known = { id, email, preferences_id };
  await remember(known);
  await movePreferences(db, preferences_id);
  const { account: before } = whose;
  const isSame = before?.id === id && before.email === email;
  if (!isSame || before.preferences_id !== preferences_id) whose.account = known;
  written.dispatchEvent(new Event('written'));
}
