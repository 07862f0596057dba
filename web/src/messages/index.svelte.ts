import type { MessageKey } from './en.ts';
import { fill, type Message, type Slots } from './form.ts';
import { near } from './near.ts';
import { pseudo } from './pseudo.ts';

export type { MessageKey };

type Messages = Partial<Record<MessageKey, Message>>;

/** Languages the app speaks, with their own names; `pseudo` is for finding forgotten texts. */
export const LOCALES: Record<string, string> = { en: 'English' };

/** From English to each language; a language of its own brings its own packs here. */
const translate: Record<string, (english: Messages) => Messages> = {
  en: (english) => english,
  pseudo: (english) =>
    Object.fromEntries(Object.entries(english).map(([key, text]) => [key, pseudo(text)])),
};

let english: Messages = near;
let name = $state('en');
let messages = $state.raw<Messages>(near);

/** The message of `key` in the lifter's language, its `{slots}` filled. Reactive. */
export function t(key: MessageKey, slots: Slots = {}): string {
  return fill(messages[key] ?? '', slots, formatLocale());
}

/** The language of the app now. Reactive. */
export function locale(): string {
  return name;
}

/** The language for numbers and dates: the browser's own variant of the chosen one. Reactive. */
export function formatLocale(): string {
  const chosen = name === 'pseudo' ? 'en' : name;
  return navigator.languages?.find((tag) => tag.startsWith(chosen)) ?? chosen;
}

/** Speak `wanted` from now on; English if there is no such language. */
export function speak(wanted: string): void {
  name = translate[wanted] ? wanted : 'en';
  messages = translate[name]!(english);
  document.documentElement.lang = name === 'pseudo' ? 'en-x-pseudo' : name;
}

/** Have the words of the later screens too. */
export async function allWords(): Promise<void> {
  const { far } = await import('./far.ts');
  english = { ...near, ...far };
  messages = translate[name]!(english);
}
