import { account } from './en/account.ts';
import { common } from './en/common.ts';
import { history } from './en/history.ts';
import { imports } from './en/import.ts';
import { logging } from './en/logging.ts';
import { muscles } from './en/muscles.ts';
import { picker } from './en/picker.ts';
import { signIn } from './en/signin.ts';
import { session } from './en/session.ts';
import { today } from './en/today.ts';

/** Every message of the app in English: the source that other languages are checked against. */
export const en = {
  ...common,
  ...today,
  ...session,
  ...logging,
  ...picker,
  ...history,
  ...muscles,
  ...imports,
  ...account,
  ...signIn,
};

export type MessageKey = keyof typeof en;
