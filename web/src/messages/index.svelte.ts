import type { MessageKey } from './en.ts';
import { fill, type Message, type Slots } from './form.ts';
import { near } from './near.ts';
import { pseudo } from './pseudo.ts';

export type { MessageKey };

type Messages = Partial<Record<MessageKey, Message>>;

/** Languages the app speaks, with their own names; `pseudo` is for finding forgotten texts. */
export const LOCALES: Record<string, string> = { en: 'English', de: 'Deutsch' };

/** Languages beside English are fetched, whole, when they are first spoken. */
const packs: Record<string, () => Promise<Messages>> = {
  de: async () => (await import('./de.ts')).de,
};

const fetched: Record<string, Messages> = {};
let english: Messages = near;
let wantedLast = 'en';
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
  return navigator.languages?.find((tag) => tag.startsWith(chosen) && isTag(tag)) ?? chosen;
}

/** Browsers in a bare environment offer tags such as `en-US@posix`, which nothing can format with. */
function isTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** Speak `wanted` from now on; English if there is no such language, or none to be had. */
export async function speak(wanted: string): Promise<void> {
  wantedLast = wanted;
  const pack = packs[wanted];
  if (pack && !fetched[wanted]) {
    const words = await pack().catch(() => undefined);
    if (words) fetched[wanted] = words;
    if (wantedLast !== wanted) return;
  }
  name = wanted === 'pseudo' || fetched[wanted] ? wanted : 'en';
  messages = inLanguage(name);
  document.documentElement.lang = name === 'pseudo' ? 'en-x-pseudo' : name;
}

/** What a language does not say is said in English. */
function inLanguage(language: string): Messages {
  if (language !== 'pseudo') return { ...english, ...fetched[language] };
  return Object.fromEntries(Object.entries(english).map(([key, text]) => [key, pseudo(text)]));
}

/** Have the words of the later screens too. */
export async function allWords(): Promise<void> {
  const { far } = await import('./far.ts');
  english = { ...near, ...far };
  messages = inLanguage(name);
}
