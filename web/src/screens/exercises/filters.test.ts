import { expect, test } from 'vitest';
import type { Muscle } from '../../training/catalogue.ts';
import { search } from '../../training/search.ts';
import { filtersOf, valuesOf, wholeGroup } from './filters.ts';

const muscle = (id: string, group: string): Muscle => ({ id, group, name: id, anatomical_name: id, views: ['front'] });
const muscles = [muscle('upper-chest', 'chest'), muscle('lower-chest', 'chest'), muscle('lats', 'back')];
const exercises = [
  { id: 'incline', name: 'Incline press', targets: ['upper-chest'], equipment: ['barbell', 'box'], pattern: 'incline-press' },
  { id: 'bench', name: 'Bench press', targets: ['lower-chest'], secondary: ['lats'], equipment: ['barbell'], pattern: 'horizontal-press' },
  { id: 'row', name: 'Row', targets: ['lats'], equipment: ['cable'], pattern: 'horizontal-pull' },
];
const found = (wanted: Parameters<typeof filtersOf>[0]) =>
  search(exercises, '', filtersOf(wanted, muscles)).map(({ id }) => id);

test('a group is all its muscles, a muscle only itself, and helpers are no targets', () => {
  expect(found({ muscle: wholeGroup('chest') })).toEqual(['bench', 'incline']);
  expect(found({ muscle: 'upper-chest' })).toEqual(['incline']);
  expect(found({ muscle: 'lats' })).toEqual(['row']);
  expect(found({ muscle: wholeGroup('chest'), equipment: 'box' })).toEqual(['incline']);
  expect(found({})).toHaveLength(3);
});

test('choices are counted, the most frequent first', () => {
  expect(valuesOf(exercises, 'equipment')).toEqual([['barbell', 2], ['box', 1], ['cable', 1]]);
  expect(valuesOf(exercises, 'pattern')).toHaveLength(3);
});
