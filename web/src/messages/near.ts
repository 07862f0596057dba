import { common } from './en/common.ts';
import { history } from './en/history.ts';
import { logging } from './en/logging.ts';
import { picker } from './en/picker.ts';
import { session } from './en/session.ts';
import { today } from './en/today.ts';

/** The words of the first minute: they come with the app. */
export const near = { ...common, ...today, ...session, ...logging, ...picker, ...history };
