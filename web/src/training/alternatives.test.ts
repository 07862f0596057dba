import { expect, test } from 'vitest';
import { alternatives } from './alternatives.ts';
import type { CatalogueExercise } from './catalogue.ts';

const one = (id: string, targets: string[], more: Partial<CatalogueExercise> = {}): CatalogueExercise => ({
  id, name: id, mechanic: 'isolation', targets, ...more,
});
const watching = (...muscles: string[]) => ({ compensators: muscles.map((muscle) => ({ muscle, sign: 'It moves.' })) });

const raise = one('raise', ['side-delts'], watching('upper-traps', 'spinal-erectors'));
const others = [
  one('shrug', ['upper-traps', 'side-delts']),
  one('row', ['side-delts'], { secondary: ['upper-traps'] }),
  one('seated', ['side-delts'], watching('spinal-erectors', 'upper-traps')),
  one('same', ['side-delts'], watching('upper-traps')),
  one('machine', ['side-delts'], watching('front-delts')),
  one('press', ['front-delts', 'side-delts'], { ...watching('triceps'), mechanic: 'compound' }),
  one('curl', ['biceps']),
  one('mine', ['side-delts'], { is_own: true }),
];
const found = (compensator: string) =>
  alternatives(raise, compensator, [raise, ...others]).map(({ exercise }) => exercise.id);

test('only what shares a target and does less of the compensator, the free and the alike first', () => {
  expect(found('upper-traps')).toEqual(['machine', 'seated', 'press']);
});

test('it says where the compensator still has a part', () => {
  const free = alternatives(raise, 'upper-traps', others).map(({ exercise, isFree }) => [exercise.id, isFree]);
  expect(free).toEqual([['machine', true], ['seated', false], ['press', true]]);
});

test('one that is hardly to be watched is avoided only where it has no part at all', () => {
  expect(found('spinal-erectors')).not.toContain('seated');
  expect(found('spinal-erectors')).toContain('same');
});
