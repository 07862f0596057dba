import { far } from './far.ts';
import { near } from './near.ts';

/** Every message of the app in English: the source that other languages are checked against. */
export const en = { ...near, ...far };

export type MessageKey = keyof typeof en;
