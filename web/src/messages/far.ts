import { account } from './en/account.ts';
import { imports } from './en/import.ts';
import { muscles } from './en/muscles.ts';
import { signIn } from './en/signin.ts';

/** The words of the screens that are fetched when first needed; fetched with them. */
export const far = { ...muscles, ...imports, ...account, ...signIn };
