import { describe, expect, it } from 'vitest';
import type { Draft, PlannedExercise } from '../../training/draft.ts';
import {
  joined, moved, parted, sided, swapped, withEdits, withExercise, withoutSet, withSet, withSetBack,
} from './arrange.ts';

const entry = (exercise: string, ...ids: string[]): PlannedExercise => ({
  exercise, last: [], planned: ids.map((id) => ({ id, edits: {} })),
});
const plan = (): Draft => ({
  session: 's', exercises: [entry('curl', 'a', 'b'), entry('row', 'c'), entry('dip', 'd')],
});
const order = (draft: Draft) => draft.exercises.map((one) => one.exercise);
const ids = (draft: Draft, exercise: string) =>
  draft.exercises.find((one) => one.exercise === exercise)?.planned.map((one) => one.id);
const supersets = (draft: Draft) => draft.exercises.map((one) => one.superset);
let made = 0;
const newId = () => `new-${++made}`;

describe('order', () => {
  it('moves an exercise and stops at the ends', () => {
    expect(order(moved(plan(), 'row', -1))).toEqual(['row', 'curl', 'dip']);
    expect(order(moved(plan(), 'dip', 1))).toEqual(['curl', 'row', 'dip']);
  });

  it('leaves the draft it was given alone', () => {
    const before = plan();
    moved(before, 'row', -1);
    joined(before, 'row');
    withoutSet(before, 'curl', 'a');
    expect(before).toEqual(plan());
  });
});

describe('supersets', () => {
  it('join with the next, grow, and fall apart when one is left', () => {
    const two = joined(plan(), 'curl');
    expect(supersets(two)).toEqual([0, 0, undefined]);
    const three = joined(two, 'row');
    expect(supersets(three)).toEqual([0, 0, 0]);
    expect(supersets(parted(three, 'row'))).toEqual([0, undefined, 0]);
    expect(supersets(parted(two, 'curl'))).toEqual([undefined, undefined, undefined]);
  });

  it('take a number of their own', () => {
    const draft = plan();
    draft.exercises.push(entry('fly', 'e'));
    expect(supersets(joined(joined(draft, 'curl'), 'dip'))).toEqual([0, 0, 1, 1]);
  });
});

describe('sets to come', () => {
  it('are added like the next of last time, where there is one', () => {
    const draft = plan();
    const last = { kind: 'set', id: 'z', stamp: '', session: 'p', exercise: 'curl', position: 0 } as const;
    draft.exercises[0] = { ...draft.exercises[0]!, last: [last, last, last, last] };
    expect(withSet(draft, 'curl', 'n', 1).exercises[0]?.planned.at(-1)).toEqual({ id: 'n', like: 3, edits: {} });
    expect(withSet(draft, 'row', 'n', 0).exercises[1]?.planned.at(-1)).toEqual({ id: 'n', edits: {} });
    const elsewhere = withSet(draft, 'squat', 'n', 2).exercises.at(-1);
    expect(elsewhere).toEqual({ exercise: 'squat', planned: [{ id: 'n', edits: {} }], last: [] });
  });

  it('keep what was typed and lay the newest over it', () => {
    const once = withEdits(plan(), 'curl', 'a', { reps: 8, cue: 'slow' });
    const twice = withEdits(once, 'curl', 'a', { reps: null });
    expect(twice.exercises[0]?.planned[0]?.edits).toEqual({ reps: null, cue: 'slow' });
  });

  it('come back in front after an undo, even if their exercise has left', () => {
    expect(ids(withSetBack(plan(), 'curl', { id: 'x', edits: {} }), 'curl')).toEqual(['x', 'a', 'b']);
    expect(ids(withSetBack(plan(), 'fly', { id: 'x', edits: {} }), 'fly')).toEqual(['x']);
    expect(ids(withSetBack(plan(), 'curl', { id: 'a', edits: {} }), 'curl')).toEqual(['a', 'b']);
  });

  it('split into left and right, and come together again', () => {
    const split = sided(plan(), 'curl', true, newId);
    expect(split.exercises[0]?.planned.map((one) => one.edits.side)).toEqual(['left', 'right', 'left', 'right']);
    expect(new Set(ids(split, 'curl')).size).toBe(4);
    expect(ids(sided(split, 'curl', false, newId), 'curl')).toEqual(['a', 'b']);
  });
});

describe('exercises', () => {
  it('are added once; a second time means another set', () => {
    expect(order(withExercise(plan(), entry('fly', 'x'), newId, 0))).toEqual(['curl', 'row', 'dip', 'fly']);
    const done = withoutSet(plan(), 'row', 'c');
    const again = withExercise(done, entry('row', 'x'), newId, 1);
    expect(order(again)).toEqual(['curl', 'row', 'dip']);
    expect(ids(again, 'row')).toHaveLength(1);
    expect(again.active).toBe('row');
  });

  it('are swapped where they stand, and what was done stays', () => {
    const joint = joined(plan(), 'curl');
    const fresh = swapped(joint, 'row', entry('fly', 'x'), 0);
    expect(order(fresh)).toEqual(['curl', 'fly', 'dip']);
    expect(supersets(fresh)).toEqual([0, 0, undefined]);
    const begun = swapped(plan(), 'row', entry('fly', 'x'), 2);
    expect(order(begun)).toEqual(['curl', 'row', 'fly', 'dip']);
    expect(ids(begun, 'row')).toEqual([]);
    expect(order(swapped(plan(), 'row', entry('dip', 'x'), 0))).toEqual(['curl', 'dip']);
  });
});
