/** Whose log is open on this phone. */

import { api, ApiProblem, Unreachable, type Account } from '../api/client.ts';
import { closeDatabase, deleteDatabase, openDatabase } from './database.ts';
import { exclusively } from './lock.ts';

export type KnownAccount = Pick<Account, 'id' | 'email' | 'preferences_id'>;

/** What the app opens with. */
export type Entry = 'ready' | 'sign-in' | 'welcome' | 'unreachable';

const KEY = 'innervate.account';
let current: KnownAccount | undefined;

/** Whose log is open; throws where nobody has signed in on this phone. */
export function account(): KnownAccount {
  if (!current) throw new Error('Nobody has signed in on this phone.');
  return current;
}

/** Open the log of whoever used this phone last; without a network too. */
export async function enter(): Promise<Entry> {
  const known = remembered();
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
 * `isOpen` tells from its answer whether the account is open, or a further step is wanted.
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
  localStorage.removeItem(KEY);
  current = undefined;
  if (forget) await deleteDatabase(id);
  else closeDatabase();
}

async function open({ id, email, preferences_id }: KnownAccount): Promise<void> {
  await openDatabase(id);
  current = { id, email, preferences_id };
  localStorage.setItem(KEY, JSON.stringify(current));
}

function remembered(): KnownAccount | undefined {
  try {
    const known = JSON.parse(localStorage.getItem(KEY) ?? 'null') as KnownAccount | null;
    return known?.id && known.preferences_id ? known : undefined;
  } catch {
    return undefined;
  }
}
