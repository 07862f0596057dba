import { en, type MessageKey } from './en.ts';
import { fill, type Message, type Slots } from './form.ts';
import { pseudo } from './pseudo.ts';

export type { MessageKey };

type Messages = Record<MessageKey, Message>;

/** Languages the app speaks, with their own names; `pseudo` is for finding forgotten texts. */
export const LOCALES: Record<string, string> = { en: 'English' };

const catalogues: Record<string, () => Promise<Partial<Messages>>> = {
  en: () => Promise.resolve(en),
  pseudo: () => Promise.resolve(pseudoMessages()),
};

const current = $state<{ locale: string; messages: Partial<Messages> }>({
  locale: 'en',
  messages: en,
});

/** The message of `key` in the lifter's language, its `{slots}` filled. Reactive. */
export function t(key: MessageKey, slots: Slots = {}): string {
  return fill(current.messages[key] ?? en[key], slots, formatLocale());
}

/** The language of the app now. Reactive. */
export function locale(): string {
  return current.locale;
}

/** The language for numbers and dates: the browser's own variant of the chosen one. Reactive. */
export function formatLocale(): string {
  const chosen = current.locale === 'pseudo' ? 'en' : current.locale;
  return navigator.languages?.find((name) => name.startsWith(chosen)) ?? chosen;
}

/** Speak `name` from now on; English if there is no such language. */
export async function speak(name: string): Promise<void> {
  const known = catalogues[name] ? name : 'en';
  const messages = await catalogues[known]!();
  current.locale = known;
  current.messages = messages;
  document.documentElement.lang = known === 'pseudo' ? 'en-x-pseudo' : known;
}

function pseudoMessages(): Messages {
  const entries = Object.entries(en).map(([key, message]) => [key, pseudo(message)]);
  return Object.fromEntries(entries) as Messages;
}
