import { expect, it } from 'vitest';
import { sentence, spoken } from './marks.ts';
import { isMuscle, MUSCLES } from './muscles.ts';
import { next } from './walk.ts';

it('reads the level after the name, when there is a word for it', () => {
  expect(spoken('Lats', { level: 'strong', label: 'strong' })).toBe('Lats: strong');
  expect(spoken('Lats', { level: 'none' })).toBe('Lats');
  expect(spoken('Lats', undefined)).toBe('Lats');
});

it('says a picture in one sentence', () => {
  const marked = ['Lats: strong', 'Biceps: weak'];
  expect(sentence('This week', marked)).toBe('This week: Lats: strong, Biceps: weak');
  expect(sentence('This week', [])).toBe('This week');
  expect(sentence(undefined, ['Lats'])).toBe('Lats');
});

it('walks along a row and stops at its ends', () => {
  const row = ['a', 'b', 'c'];
  expect(['ArrowDown', 'ArrowRight'].map((key) => next(row, 'a', key))).toEqual(['b', 'b']);
  expect(['ArrowUp', 'ArrowLeft'].map((key) => next(row, 'b', key))).toEqual(['a', 'a']);
  expect([next(row, 'a', 'ArrowUp'), next(row, 'c', 'ArrowDown')]).toEqual(['a', 'c']);
  expect(['Home', 'End', 'x'].map((key) => next(row, 'b', key))).toEqual(['a', 'c', undefined]);
});

it('knows its muscles', () => {
  expect(new Set(MUSCLES).size).toBe(40);
  expect([isMuscle('lats'), isMuscle('wings')]).toEqual([true, false]);
});
