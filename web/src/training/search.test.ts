import { expect, test } from 'vitest';
import { search } from './search.ts';

const EXERCISES = [
  { id: 'lat-pulldown', name: 'Lat Pulldown', targets: ['lats'], secondary: ['biceps'], equipment: ['cable'] },
  { id: 'pull-up', name: 'Pull-up', targets: ['lats'], secondary: ['biceps'], equipment: ['bar'] },
  { id: 'lateral-raise', name: 'Dumbbell Lateral Raise', targets: ['side-delts'], equipment: ['dumbbell'] },
  { id: 'leg-curl', name: 'Seated Leg Curl', targets: ['biceps-femoris'], aliases: ['Hamstring Curl'] },
  { id: 'squat', name: 'Back Squat', targets: ['rectus-femoris'], pattern: 'squat' },
];
const found = (text: string, filters = {}) => search(EXERCISES, text, filters).map(({ id }) => id);

test.each([
  ['lat', 'lat-pulldown'],
  ['LAT pul', 'lat-pulldown'],
  ['pullup', 'pull-up'],
  ['pull up', 'pull-up'],
  ['latreal raise', 'lateral-raise'],
  ['dumbel', 'lateral-raise'],
  ['hamstring', 'leg-curl'],
  ['sqat', 'squat'],
  ['pulldwn', 'lat-pulldown'],
])('%s finds %s first', (text, id) => {
  expect(found(text)[0]).toBe(id);
});

test('nonsense finds nothing, nothing typed finds all', () => {
  expect(found('zzzz')).toEqual([]);
  expect(found('lat squat')).toEqual([]);
  expect(found('  ')).toHaveLength(EXERCISES.length);
});

test('filters narrow by muscle, equipment and pattern', () => {
  expect(found('', { muscle: 'biceps' })).toEqual(['lat-pulldown', 'pull-up']);
  expect(found('pull', { equipment: 'bar' })).toEqual(['pull-up']);
  expect(found('', { pattern: 'squat' })).toEqual(['squat']);
});
