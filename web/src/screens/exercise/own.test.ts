import { expect, test } from 'vitest';
import { asCatalogue } from '../../training/catalogue.ts';
import { likely, ownOf } from './own.ts';
import { rolesOf } from './roles.ts';
import { problemOf, saidOf, withSaid } from './saying.ts';

const known = [
  { id: 'cable-lateral-raise', name: 'Cable lateral raise', targets: ['side-delts'] },
  { id: 'lateral-raise', name: 'Lateral raise', targets: ['side-delts'] },
  { id: 'cable-row', name: 'Cable row', targets: ['lats'] },
  { id: 'squat', name: 'Back squat', targets: ['glute-max'] },
];

test('what shares most words is suggested first, and nothing that shares none', () => {
  const found = likely(known, 'My cable raise').map(({ id }) => id);
  expect(found[0]).toBe('cable-lateral-raise');
  expect(found).not.toContain('squat');
});

const said = {
  name: 'Mine', mechanic: 'isolation' as const, targets: ['side-delts'], pattern: 'lateral-raise',
  compensators: [{ muscle: 'upper-traps', sign: 'The shoulders climb.' }], equipment: ['cable'],
  cues: { internal: 'Out, not up.' }, touch: { before: 'The cap.', partner: 'Two fingers.' },
  tempo: '3-1-1-0', rep_range: [12, 20] as [number, number], load_step_kg: 0,
};

test('a change carries everything through that the log keeps, and nothing that is ours', () => {
  const later = { ...said, field_of_next_year: 7 };
  const row = { kind: 'exercise' as const, id: '1', stamp: 's', ...later };
  expect(ownOf(asCatalogue(row))).toEqual({ id: '1', ...later });
});

test('the form gives back what it was given, and takes what was emptied away', () => {
  const own = { id: '1', ...said };
  expect(withSaid(own, saidOf(own))).toEqual(own);
  const empty = { ...saidOf(own), ...saidOf({ id: '1', name: 'Mine' }) };
  expect(withSaid(own, empty)).toEqual({ id: '1', name: 'Mine', mechanic: 'isolation', targets: ['side-delts'] });
});

test.each([
  ['exercise.problem_target', { seen: [{ muscle: 'side-delts', sign: 'It burns.' }] }],
  ['exercise.problem_sign', { seen: [{ muscle: 'abs', sign: ' ' }] }],
  ['exercise.problem_tempo', { tempo: 'slow' }],
  ['exercise.problem_paced', { counted_in: 'seconds' as const }],
  ['exercise.problem_range', { low: 20, high: 12 }],
  ['exercise.problem_range', { low: 0 }],
  ['exercise.problem_range', { high: null }],
  ['exercise.problem_held', { during: 'The cap.', equipment: ['barbell'] }],
])('%s is said before the server would refuse it', (problem, changed) => {
  const form = saidOf({ id: '1', ...said });
  const roles = { targets: ['side-delts'], is_unilateral: false };
  expect(problemOf(form, roles)).toBeNull();
  expect(problemOf({ ...form, ...changed }, roles)).toBe(problem);
});

test('a helper that may take over is shown as that; a target stays a target', () => {
  const roles = rolesOf({
    id: 'x', name: 'x', targets: ['chest'], secondary: ['triceps', 'delts'],
    compensators: [{ muscle: 'triceps', sign: '' }],
  });
  expect(Object.fromEntries(roles)).toEqual({ triceps: 'compensator', delts: 'secondary', chest: 'target' });
});
