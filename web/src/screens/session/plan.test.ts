import { describe, expect, it } from 'vitest';
import { ordinalOf, type Draft, type PlannedExercise, type PlannedSet } from '../../training/draft.ts';
import type { SetBody, SetRow } from '../../training/rows.ts';
import { cardsOf, currentOf, nextActive, nextPosition, performed, proposal, type Card } from './plan.ts';

const row = (body: Partial<SetBody>, id = 'x'): SetRow => ({
  kind: 'set', id, stamp: '', session: 's', exercise: 'curl', position: 0, ...body,
});
const planned = (id: string, like?: number, edits: PlannedSet['edits'] = {}): PlannedSet =>
  like === undefined ? { id, edits } : { id, like, edits };
const card = (more: Partial<Card> = {}): Card => ({
  exercise: 'curl', planned: [], last: [], done: [], ...more,
});
const exercise = (name: string, ids: string[], more: Partial<PlannedExercise> = {}): PlannedExercise => ({
  exercise: name, last: [], planned: ids.map((id) => planned(id)), ...more,
});
const draft = (...exercises: PlannedExercise[]): Draft => ({ session: 's', exercises });

describe('a proposal', () => {
  const last = [row({ load_kg: 20, reps: 12, tempo: '3-1-1-0', cue: 'elbows', touch: 'during' }),
    row({ load_kg: 22.5, reps: 10 })];

  it('takes load, reps and inputs from the same set last time', () => {
    expect(proposal(card({ last }), planned('a', 0))).toEqual({
      load_kg: 20, reps: 12, tempo: '3-1-1-0', cue: 'elbows', touch: 'during',
    });
    expect(proposal(card({ last }), planned('b', 1))).toEqual({ load_kg: 22.5, reps: 10 });
  });

  it('never carries a rating or any other report', () => {
    const rated = row({ reps: 8, connection: 'strong', drifts: 2, felt_strongest: 'biceps', felt_0_10: 7,
      rir: 1, rpe: 9, note: 'grip', ended_at: '2026-01-01T00:00:00Z' });
    expect(proposal(card({ last: [rated], done: [rated] }), planned('a', 0))).toEqual({ reps: 8 });
    expect(proposal(card({ done: [rated] }), planned('a'))).toEqual({ reps: 8 });
  });

  it('keeps the last choice of inputs from this session, a cleared one too', () => {
    const done = [row({ load_kg: 20, reps: 12, cue: 'slow' })];
    const fields = proposal(card({ last: [last[0]!, last[0]!], done }), planned('b', 1));
    expect(fields).toMatchObject({ cue: 'slow' });
    expect(fields).not.toHaveProperty('tempo');
  });

  it("carries on today's load where last time's stayed the same", () => {
    const same = [row({ load_kg: 60, reps: 10 }), row({ load_kg: 60, reps: 9 })];
    const done = [row({ load_kg: 62.5, reps: 10 })];
    expect(proposal(card({ last: same, done }), planned('b', 1))).toEqual({ load_kg: 62.5, reps: 9 });
    expect(proposal(card({ last, done }), planned('b', 1)).load_kg).toBe(22.5);
  });

  it('follows the set before where last time has no more', () => {
    const done = [row({ load_kg: 30, reps: 6, side: 'left' })];
    expect(proposal(card({ done }), planned('c'))).toEqual({ load_kg: 30, reps: 6, side: 'right' });
  });

  it('shows what was typed, and keeps a cleared field empty', () => {
    const edited = planned('a', 0, { reps: 15, load_kg: null, cue: '' });
    expect(proposal(card({ last }), edited)).toEqual({ reps: 15, tempo: '3-1-1-0', touch: 'during' });
  });

  it('becomes a set that names its superset and leaves the default kind out', () => {
    const one = planned('a', undefined, { set_kind: 'work', reps: 5 });
    expect(performed(card({ superset: 0 }), one, 7)).toEqual({
      exercise: 'curl', position: 7, superset: 0, reps: 5,
    });
  });
});

describe('the cards', () => {
  it('drop a planned set whose row is stored already, as after a kill between two writes', () => {
    const [only] = cardsOf(draft(exercise('curl', ['a', 'b'])), [row({}, 'a')]);
    expect(only?.planned.map((one) => one.id)).toEqual(['b']);
    expect(only?.done).toHaveLength(1);
  });

  it('show sets of an exercise the plan does not know', () => {
    const cards = cardsOf(draft(exercise('curl', ['a'])), [row({ exercise: 'row' }, 'z')]);
    expect(cards.map((one) => one.exercise)).toEqual(['curl', 'row']);
  });
});

describe('what comes next', () => {
  it('stays with an exercise until it is done, then takes the next that has sets left', () => {
    const plan = draft(exercise('curl', ['a']), exercise('row', ['b']), exercise('dip', ['c']));
    expect(nextActive(cardsOf(plan, []), 'curl')).toBe('curl');
    expect(nextActive(cardsOf(plan, [row({}, 'a')]), 'curl')).toBe('row');
    expect(nextActive(cardsOf(plan, [row({ exercise: 'dip' }, 'c')]), 'dip')).toBe('curl');
  });

  it('alternates within a superset and leaves it when it is done', () => {
    const plan = draft(
      exercise('curl', ['a', 'b'], { superset: 0 }),
      exercise('dip', ['c'], { superset: 0 }),
      exercise('row', ['d']),
    );
    expect(nextActive(cardsOf(plan, [row({}, 'a')]), 'curl')).toBe('dip');
    const later = [row({}, 'a'), row({ exercise: 'dip' }, 'c')];
    expect(nextActive(cardsOf(plan, later), 'dip')).toBe('curl');
    expect(nextActive(cardsOf(plan, [...later, row({}, 'b')]), 'curl')).toBe('row');
  });

  it('is nothing when every planned set is done', () => {
    const cards = cardsOf(draft(exercise('curl', ['a'])), [row({}, 'a')]);
    expect(currentOf(cards, 'curl')).toBeUndefined();
    expect(nextActive(cards, 'curl')).toBeUndefined();
  });

  it('falls back to the first open exercise when the chosen one is done', () => {
    const cards = cardsOf(draft(exercise('curl', []), exercise('row', ['b'])), []);
    expect(currentOf(cards, 'curl')?.planned.id).toBe('b');
  });
});

it('puts a set behind every other, gaps or not', () => {
  expect(nextPosition([row({ position: 4 }), row({ position: 1 })])).toBe(5);
  expect(nextPosition([])).toBe(0);
});

it('counts warm-ups apart from the sets that count', () => {
  const kinds = [{ set_kind: 'warmup' }, { set_kind: 'warmup' }, {}, { set_kind: 'drop' }] as const;
  expect(kinds.map((_, index) => ordinalOf(kinds, index))).toEqual([
    { n: 1, total: 2 }, { n: 2, total: 2 }, { n: 1, total: 2 }, { n: 2, total: 2 },
  ]);
});
