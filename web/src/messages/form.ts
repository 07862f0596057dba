/** A message: one text, or one for each plural form that the language tells apart (by slot `n`). */
export type Message = string | ({ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>);
export type Slots = Readonly<Record<string, string | number>>;

/** `message` with its `{slots}` filled; numbers are written as the locale writes them. */
export function fill(message: Message, slots: Slots, locale: string): string {
  const text = typeof message === 'string' ? message : pick(message, slots['n'], locale);
  return text.replace(/\{(\w+)\}/g, (slot, name: string) => {
    const value = slots[name];
    if (value === undefined) return slot;
    return typeof value === 'number' ? value.toLocaleString(locale) : value;
  });
}

function pick(message: Exclude<Message, string>, n: unknown, locale: string): string {
  const rule = typeof n === 'number' ? new Intl.PluralRules(locale).select(n) : 'other';
  return message[rule] ?? message.other;
}
