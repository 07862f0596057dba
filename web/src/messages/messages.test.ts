import { readdirSync, readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { en } from './en.ts';
import { fill } from './form.ts';
import { formatLocale } from './index.svelte.ts';
import { near } from './near.ts';
import { pseudo } from './pseudo.ts';

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(svelte|ts)$/.test(name) && !name.includes('.test.'))
  .filter((name) => !name.startsWith('messages'));

test('slots and plurals are filled as the locale writes them', () => {
  const sets = { one: '{n} set', other: '{n} sets' };
  expect(fill(sets, { n: 1 }, 'en')).toBe('1 set');
  expect(fill(sets, { n: 40800 }, 'en')).toBe('40,800 sets');
  expect(fill(sets, { n: 40800 }, 'de')).toBe('40.800 sets');
  expect(fill('{a} {b}', { a: 'x' }, 'en')).toBe('x {b}');
});

test('a language tag that nothing can format with is passed over', () => {
  vi.stubGlobal('navigator', { languages: ['en-US@posix', 'en-GB', 'en'] });
  expect(formatLocale()).toBe('en-GB');
  vi.stubGlobal('navigator', { languages: ['en-US@posix'] });
  expect(formatLocale()).toBe('en');
  vi.unstubAllGlobals();
});

test('the pseudo language keeps slots and plural forms and changes all else', () => {
  expect(pseudo('Rest {time} left')).toBe('[!! Řëšť {time} łëfť !!]');
  expect(pseudo({ one: 'a', other: 'b' })).toEqual({ one: '[!! á !!]', other: '[!! b !!]' });
});

test('every message asked for by a plain key exists', () => {
  const known = new Set(Object.keys(en));
  for (const name of sources) {
    const text = readFileSync(`src/${name}`, 'utf8');
    for (const [, key] of text.matchAll(/\bt\(\s*'([^']+)'/g)) {
      expect(known, `${name} asks for ${key}`).toContain(key);
    }
  }
});

test('what comes with the app needs only words that come with it', () => {
  const first = /^(App|shell|parts|screens\/(today|session))/;
  for (const name of sources.filter((source) => first.test(source))) {
    const text = readFileSync(`src/${name}`, 'utf8');
    for (const [, key] of text.matchAll(/'([a-z_]+\.[a-z_]+)'/g)) {
      if (key! in en) expect(Object.keys(near), `${name} asks for ${key}`).toContain(key);
    }
  }
});

test('markup holds no literal words', () => {
  for (const name of sources.filter((source) => source.endsWith('.svelte'))) {
    const markup = readFileSync(`src/${name}`, 'utf8')
      .replace(/<(script|style)[\s\S]*?<\/\1>|<!--[\s\S]*?-->/g, '')
      .replace(/=>|&\w+;/g, '');
    expect(wordsIn(markup), name).toEqual([]);
  }
});

/** Runs of letters between tags, outside braces. */
function wordsIn(markup: string): string[] {
  let plain = markup;
  for (let before = ''; before !== plain; ) {
    before = plain;
    plain = plain.replace(/\{[^{}]*\}/g, '');
  }
  const texts = plain.replace(/<[^>]*>/g, '\n').split('\n');
  return texts.map((text) => text.trim()).filter((text) => /\p{L}{2,}/u.test(text));
}
