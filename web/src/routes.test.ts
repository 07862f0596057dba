import { expect, test } from 'vitest';
import { addressOf, placeAt, tabOf, trailAfter, type Place } from './routes.ts';

const PLACES: Place[] = [
  { screen: 'exercises' },
  { screen: 'exercises', muscle: 'side-delts' },
  { screen: 'exercise', id: 'lateral-raise' },
  { screen: 'exercise', id: 'a/b ?#%' },
  { screen: 'evidence' },
  { screen: 'claim', id: 'touch-helps' },
  { screen: 'visit', id: '0192' },
  { screen: 'muscle', muscle: 'lats' },
  { screen: 'security' },
];

test.each(PLACES)('the address of a place leads to it: $screen', (place) => {
  expect(placeAt(addressOf(place))).toEqual(place);
  expect(tabOf(place)).not.toBeNull();
});

test('an address that leads nowhere leads to Today', () => {
  expect(placeAt('#/nonsense')).toEqual({ screen: 'today' });
  expect(placeAt('#/exercise')).toEqual({ screen: 'today' });
});

test('going back shortens the trail, so that two pages do not lead to each other for ever', () => {
  const there = ['#/exercises', '#/exercise/a', '#/exercise/b'].reduce<string[]>(trailAfter, ['#/today']);
  expect(there.at(-2)).toBe('#/exercise/a');
  const back = trailAfter(there, '#/exercise/a');
  expect(back.at(-2)).toBe('#/exercises');
  expect(trailAfter(back, '#/exercises').at(-2)).toBe('#/today');
  expect(trailAfter(back, '#/exercise/a')).toEqual(back);
});
