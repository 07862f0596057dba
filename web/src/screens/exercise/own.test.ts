import { expect, test } from 'vitest';
import { likely, ownOf } from './own.ts';
import { rolesOf } from './roles.ts';

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

test('only what the log keeps of an own exercise is written back', () => {
  const own = { id: '1', name: 'Mine', targets: [], is_own: true as const, equipment: ['cable'] };
  expect(ownOf(own)).toEqual({ id: '1', name: 'Mine', targets: [] });
});

test('a helper that may take over is shown as that; a target stays a target', () => {
  const roles = rolesOf({
    id: 'x', name: 'x', targets: ['chest'], secondary: ['triceps', 'delts'],
    compensators: [{ muscle: 'triceps', sign: '' }],
  });
  expect(Object.fromEntries(roles)).toEqual({ triceps: 'compensator', delts: 'secondary', chest: 'target' });
});
