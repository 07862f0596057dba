import { expect, it } from 'vitest';
import { durationMs, summarise } from './summary.ts';

it('counts what counts and leaves warm-ups outside', () => {
  const summary = summarise([
    { exercise: 'curl', set_kind: 'warmup', load_kg: 10, reps: 10, connection: 'weak' },
    { exercise: 'curl', load_kg: 20, reps: 10, connection: 'strong' },
    { exercise: 'row', load_kg: 50, reps: 8 },
    { exercise: 'curl', set_kind: 'drop', load_kg: 15, reps: 6, connection: 'strong' },
  ]);
  expect(summary).toEqual({
    sets: 3,
    byConnection: { strong: 2, moderate: 0, weak: 0, unrated: 1 },
    warmups: 1,
    volume_kg: 690,
    exercises: ['curl', 'row'],
  });
});

it('lasts until it ended, or until its last set, or nobody knows', () => {
  const started_at = '2026-11-23T18:00:00.000Z';
  const sets = [{ ended_at: '2026-11-23T18:40:00.000Z' }, {}];
  expect(durationMs({ started_at, ended_at: '2026-11-23T19:00:00.000Z' }, sets)).toBe(3_600_000);
  expect(durationMs({ started_at }, sets)).toBe(2_400_000);
  expect(durationMs({ started_at }, [{}])).toBeNull();
});
