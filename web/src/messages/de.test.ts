import { expect, test } from 'vitest';
import { de } from './de.ts';
import { en } from './en.ts';
import { fill, type Message } from './form.ts';

const english: Record<string, Message> = en;
const german: Record<string, Message | undefined> = de;

function textsOf(message: Message): string[] {
  return typeof message === 'string' ? [message] : Object.values(message);
}

function slotsOf(message: Message): string[] {
  const found = textsOf(message).flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, slot]) => slot!));
  return [...new Set(found)].sort();
}

test('German says everything that English says, and nothing else', () => {
  expect(Object.keys(english).filter((key) => !(key in german))).toEqual([]);
  expect(Object.keys(german).filter((key) => !(key in english))).toEqual([]);
});

test('a message has the same slots in both languages', () => {
  const differing = Object.keys(english).filter(
    (key) => german[key] && slotsOf(english[key]!).join() !== slotsOf(german[key]).join(),
  );
  expect(differing).toEqual([]);
});

test('what has plural forms in English has every form that German tells apart', () => {
  const rules = new Intl.PluralRules('de').resolvedOptions().pluralCategories;
  const lacking = Object.keys(english).filter((key) => {
    const message = german[key];
    if (typeof english[key] === 'string' || !message) return false;
    return typeof message === 'string' || rules.some((rule) => !(rule in message));
  });
  expect(lacking).toEqual([]);
});

test('no German text is empty or has the marks of another language', () => {
  const bad = Object.entries(german).filter(([, message]) =>
    textsOf(message!).some((text) => !text.trim() || /["“][^“]*”|\bSie haben\b|\bIhr[en]?\b (?!Archiv)/.test(text)),
  );
  expect(bad.map(([key]) => key)).toEqual([]);
});

test('German counts and writes numbers as Germans do', () => {
  expect(fill(german['common.sets']!, { n: 1 }, 'de')).toBe('1 Satz');
  expect(fill(german['common.sets']!, { n: 2500 }, 'de')).toBe('2.500 Sätze');
});
