import { expect, it } from 'vitest';
import { monthsOf } from './months.ts';

it('breaks where the month changes and keeps the order', () => {
  const days = ['2026-11-23', '2026-11-01', '2026-10-31', '2025-10-31'].map((day) => ({ day }));
  expect(monthsOf(days).map(({ month, sessions }) => [month, sessions.length])).toEqual([
    ['2026-11', 2], ['2026-10', 1], ['2025-10', 1],
  ]);
});
