import { expect, test } from 'vitest';
import { problemWith, problemWithSession } from './sets.ts';

const SET = { session: 's', exercise: 'lateral-raise', position: 0 };
const SESSION = { started_at: '2026-11-23T18:00:00.000Z', zone: 'Europe/Berlin' };

test.each([
  [{}, null],
  [{ load_kg: 2000, reps: 1000, rir: 10, rpe: 10, superset: 0 }, null],
  [{ load_kg: 2000.1 }, 'problem.load'],
  [{ load_kg: NaN }, 'problem.load'],
  [{ reps: 8.5 }, 'problem.reps'],
  [{ rir: -1 }, 'problem.rir'],
  [{ rpe: 10.5 }, 'problem.rpe'],
  [{ felt_0_10: 11 }, 'problem.felt'],
  [{ drifts: -1 }, 'problem.drifts'],
  [{ exercise: '' }, 'problem.exercise'],
  [{ note: 'x'.repeat(4001) }, 'problem.note'],
  [{ tempo: '3-1' }, 'problem.tempo'],
  [{ started_at: 'noon' }, 'problem.time'],
  [{ started_at: '2026-11-23T18:00:01.000Z', ended_at: '2026-11-23T18:00:00.000Z' }, 'problem.order'],
])('a set with %j: %s', (part, problem) => {
  expect(problemWith({ ...SET, ...part })).toBe(problem);
});

test.each([
  [{}, null],
  [{ zone: 'Berlin' }, 'problem.zone'],
  [{ zone: '' }, 'problem.zone'],
  [{ title: 'x'.repeat(201) }, 'problem.title'],
  [{ ended_at: '2026-11-23T17:00:00.000Z' }, 'problem.order'],
])('a session with %j: %s', (part, problem) => {
  expect(problemWithSession({ ...SESSION, ...part })).toBe(problem);
});
