/** Weeks gathered into the columns of a chart. */

import type { MuscleWeek, WeekTally } from '../../training/tally.ts';
import { addDays } from '../../training/week.ts';
import { add, mondaysUpTo, noSets } from './counts.ts';

export type Span = 'week' | 'month' | 'quarter';
export type Range = '12' | '52' | 'all';

export interface Column {
  /** The first day of what it covers. */
  from: string;
  counts: MuscleWeek;
}

const WEEKS: Record<Exclude<Range, 'all'>, number> = { '12': 12, '52': 52 };
const MOST_COLUMNS = 60;
const MOST_WEEKS = 104;

/** The first Monday of `range` that ends in the week of `monday`. */
export function rangeStart(range: Range, monday: string, weeks: readonly WeekTally[]): string {
  if (range !== 'all') return addDays(monday, -7 * (WEEKS[range] - 1));
  return weeks[0]?.monday ?? monday;
}

/** The columns of `muscle` from `start` to the week of `monday`, empty ones too. */
export function columns(
  weeks: readonly WeekTally[], muscle: string, start: string, monday: string,
): { span: Span; columns: Column[] } {
  const count = Math.round((Date.parse(monday) - Date.parse(start)) / (7 * 86_400_000)) + 1;
  const span = spanOf(count);
  const byFrom = new Map<string, MuscleWeek>();
  for (const week of mondaysUpTo(monday, count)) byFrom.set(firstDay(week, span), noSets());
  for (const week of weeks) {
    const from = firstDay(week.monday, span);
    const before = byFrom.get(from);
    if (before && week.monday >= start) byFrom.set(from, add(before, week.muscles[muscle]));
  }
  return { span, columns: [...byFrom].map(([from, counts]) => ({ from, counts })) };
}

function spanOf(weeks: number): Span {
  if (weeks <= MOST_WEEKS / 2) return 'week';
  return weeks / 4.35 <= MOST_COLUMNS ? 'month' : 'quarter';
}

/** A week belongs to the month of its Thursday, as most of its days do. */
function firstDay(monday: string, span: Span): string {
  if (span === 'week') return monday;
  const thursday = addDays(monday, 3);
  const month = Number(thursday.slice(5, 7));
  const first = span === 'month' ? month : month - ((month - 1) % 3);
  return `${thursday.slice(0, 4)}-${String(first).padStart(2, '0')}-01`;
}
