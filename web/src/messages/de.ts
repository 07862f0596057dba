import type { MessageKey } from './en.ts';
import type { Message } from './form.ts';
import { account } from './de/account.ts';
import { common } from './de/common.ts';
import { evidence } from './de/evidence.ts';
import { exercise } from './de/exercise.ts';
import { history } from './de/history.ts';
import { imports } from './de/import.ts';
import { logging } from './de/logging.ts';
import { muscles } from './de/muscles.ts';
import { picker } from './de/picker.ts';
import { session } from './de/session.ts';
import { signIn } from './de/signin.ts';
import { today } from './de/today.ts';

/** Every message in German; one chunk, fetched when German is first spoken. */
export const de: Partial<Record<MessageKey, Message>> = {
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
  ...exercise,
  ...evidence,
};
