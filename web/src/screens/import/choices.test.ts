import { describe, expect, it } from 'vitest';
import { choicesOf, isZone, mappingOf, matchedNames, openNames } from './choices.ts';

const names = [
  { name: 'Squat', sets: 5, exercise: 'back-squat' },
  { name: 'Odd Press', sets: 3, suggestions: ['bench-press'] },
  { name: 'Odder Press', sets: 9 },
  { name: 'Bench', sets: 30, exercise: 'bench-press' },
];

describe('names of a file', () => {
  it('puts the most used first, apart from those that match', () => {
    expect(openNames(names).map(({ name }) => name)).toEqual(['Odder Press', 'Odd Press']);
    expect(matchedNames(names).map(({ name }) => name)).toEqual(['Bench', 'Squat']);
  });

  it('lets the choice of the lifter win over the match, and keeps the rest as own exercises', () => {
    expect(mappingOf(names, { Squat: null, 'Odd Press': 'bench-press' })).toEqual({
      Squat: null,
      'Odd Press': 'bench-press',
      'Odder Press': null,
      Bench: 'bench-press',
    });
  });
});

describe('what goes to the server', () => {
  const preview = { app: 'hevy', sessions: 1, sets: 1 };

  it('answers only what was asked', () => {
    expect(choicesOf(preview, {}, 'Europe/Berlin', 'lb')).toEqual({ mapping: {} });
    expect(choicesOf({ ...preview, asks: ['zone', 'unit'] }, {}, 'Europe/Berlin', 'lb')).toEqual({
      zone: 'Europe/Berlin',
      unit: 'lb',
      mapping: {},
    });
  });

  it('knows a time zone', () => {
    expect(isZone('Europe/Berlin')).toBe(true);
    expect(isZone('Berlin')).toBe(false);
    expect(isZone(' ')).toBe(false);
  });
});
