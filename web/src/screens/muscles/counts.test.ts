import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columns, rangeStart, type Range } from './columns.ts';
import { fromRows, joined, markOf, mondaysUpTo, total, verdict } from './counts.ts';
import type { MuscleWeek, WeekTally } from '../../training/tally.ts';

const counted = (strong: number, moderate: number, weak: number, unrated: number): MuscleWeek => ({
  strong, moderate, weak, unrated, sets: strong + moderate + weak + unrated, volume_kg: 0,
});

describe('verdict', () => {
  it('is the rating given most often', () => {
    expect(verdict(counted(5, 2, 1, 0))).toBe('strong');
    expect(verdict(counted(1, 2, 5, 9))).toBe('weak');
  });

  it('takes the lower of two given equally often', () => {
    expect(verdict(counted(3, 3, 0, 0))).toBe('moderate');
    expect(verdict(counted(2, 0, 2, 0))).toBe('weak');
  });

  it('says nothing about a muscle with too few rated sets', () => {
    expect(verdict(counted(3, 0, 0, 20))).toBe('few');
    expect(markOf(counted(3, 0, 0, 20))).toBe('unrated');
    expect(verdict(counted(0, 0, 0, 4))).toBe('unrated');
    expect(verdict(counted(0, 0, 0, 0))).toBe('none');
    expect(markOf(counted(0, 0, 0, 0))).toBeNull();
  });
});

describe('weeks', () => {
  it('reads the rows of the server', () => {
    const weeks = fromRows([
      ['2026-11-16', 'lats', 4, 1, 1, 2, 0, 800],
      ['2026-11-09', 'lats', 2, 0, 0, 0, 2, 300],
    ]);
    expect(weeks.map(({ monday }) => monday)).toEqual(['2026-11-09', '2026-11-16']);
    expect(total(weeks, 'lats')).toEqual({
      sets: 6, weak: 1, moderate: 1, strong: 2, unrated: 2, volume_kg: 1100,
    });
  });

  it('takes the recent weeks from the phone', () => {
    const old = fromRows([['2026-11-09', 'abs', 2, 0, 0, 2, 0, 0], ['2026-11-16', 'abs', 9, 0, 0, 9, 0, 0]]);
    const recent = fromRows([['2026-11-16', 'abs', 3, 0, 0, 3, 0, 0]]);
    expect(total(joined(old, recent, '2026-11-16'), 'abs').sets).toBe(5);
  });

  it('counts Mondays across a change of clocks', () => {
    expect(mondaysUpTo('2026-11-02', 3)).toEqual(['2026-10-19', '2026-10-26', '2026-11-02']);
  });
});

describe('columns', () => {
  const monday = '2026-11-23';
  const anyWeeks = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 620 }), fc.nat(20)), {
    selector: ([ago]) => ago,
  });

  it('lose no set, whatever they are gathered into', () => {
    fc.assert(
      fc.property(anyWeeks, fc.constantFrom<Range>('12', '52', 'all'), (drawn, range) => {
        const weeks: WeekTally[] = drawn
          .map(([ago, n]) => ({ monday: mondaysUpTo(monday, ago + 1)[0]!, muscles: { lats: counted(n, 0, 0, 1) } }))
          .sort((a, b) => (a.monday < b.monday ? -1 : 1));
        const start = rangeStart(range, monday, weeks);
        const chart = columns(weeks, 'lats', start, monday);
        const shown = chart.columns.reduce((sum, column) => sum + column.counts.sets, 0);
        expect(shown).toBe(total(weeks.filter((week) => week.monday >= start), 'lats').sets);
        expect(chart.columns.length).toBeLessThanOrEqual(60);
      }),
    );
  });

  it('show empty weeks too', () => {
    expect(columns([], 'lats', rangeStart('12', monday, []), monday).columns).toHaveLength(12);
  });
});
