import { expect, test } from 'vitest';
import { bestOf, notesOf, visits } from './record.ts';
import type { SetRow } from './rows.ts';

let next = 0;
const set = (session: string, at_ms: number, more: Partial<SetRow> = {}): SetRow & { at_ms: number } => ({
  kind: 'set', id: String(++next), stamp: '', session, exercise: 'curl', position: next, at_ms, ...more,
});

test('visits are newest first, with sets in order and warm-ups left out', () => {
  const sets = [
    set('b', 20, { position: 1, connection: 'strong' }),
    set('a', 10, { set_kind: 'warmup' }),
    set('b', 20, { position: 0 }),
    set('a', 10, { position: 3, connection: 'weak' }),
    set('c', 5, { set_kind: 'warmup' }),
  ];
  const [b, a, none] = visits(sets);
  expect(none).toBeUndefined();
  expect(b!.sets.map((one) => one.position)).toEqual([0, 1]);
  expect(b!.byConnection).toEqual({ strong: 1, moderate: 0, weak: 0, unrated: 1 });
  expect(a!.byConnection.weak).toBe(1);
});

test('the best set has the highest estimate; many light reps give none', () => {
  const light = set('a', 1, { load_kg: 60, reps: 20 });
  const five = set('a', 1, { load_kg: 80, reps: 5 });
  const single = set('a', 1, { load_kg: 88, reps: 1 });
  const warm = set('a', 1, { load_kg: 200, reps: 1, set_kind: 'warmup' });
  expect(bestOf([light, single, warm, five])).toMatchObject({ set: five });
  expect(bestOf([light])).toEqual({ set: light, e1rm_kg: null });
  expect(bestOf([set('a', 1, { reps: 12 }), set('a', 1, { load_kg: 20, duration_s: 30 })])).toBeNull();
});

test('notes are newest first and each stands once', () => {
  const sets = [set('a', 1, { note: 'Elbows.' }), set('b', 2, { note: 'Elbows.' }), set('c', 3, { note: 'Slower.' })];
  expect(notesOf(sets).map(({ note, session }) => [note, session])).toEqual([['Slower.', 'c'], ['Elbows.', 'b']]);
  expect(notesOf(sets, 1)).toHaveLength(1);
});
