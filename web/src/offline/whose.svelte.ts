import type { Account } from '../api/client.ts';

export type KnownAccount = Pick<Account, 'id' | 'email' | 'preferences_id'>;

/** Whose log is open on this phone; reactive. Only `account.ts` changes it. */
export const whose = $state<{ account: KnownAccount | undefined }>({ account: undefined });
