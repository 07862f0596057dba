import { account } from './en/account.ts';
import { evidence } from './en/evidence.ts';
import { exercise } from './en/exercise.ts';
import { imports } from './en/import.ts';
import { muscles } from './en/muscles.ts';
import { signIn } from './en/signin.ts';

/** The words of the screens that are fetched when first needed; fetched with them. */
export const far = { ...muscles, ...imports, ...account, ...signIn, ...exercise, ...evidence };
