import { formatLocale, t, type MessageKey } from '../../messages/index.svelte.ts';
import type { MuscleWeek } from '../../training/tally.ts';
import type { Span } from './columns.ts';
import { rated, verdict } from './counts.ts';

/** A number of sets; halves come from muscles that help. */
export function setCount(n: number): string {
  return n.toLocaleString(formatLocale(), { maximumFractionDigits: 1 });
}

/** `mostly strong`, or honestly that there is too little to say. */
export function verdictText(counts: MuscleWeek): string {
  const said = verdict(counts);
  if (said !== 'few') return t(`muscles.verdict_${said}`);
  return t('muscles.verdict_few', { n: Math.max(1, Math.round(rated(counts))) });
}

export function lastTrained(day: string, today: string): string {
  const days = Math.round((Date.parse(today) - Date.parse(day)) / 86_400_000);
  if (days <= 0) return t('muscles.last_today');
  if (days === 1) return t('muscles.last_yesterday');
  if (days < 14) return t('muscles.last_days', { n: days });
  if (days < 84) return t('muscles.last_weeks', { n: Math.floor(days / 7) });
  if (days < 365) return t('muscles.last_months', { n: Math.floor(days / 30.4) });
  return t('muscles.last_long');
}

export function groupName(group: string): string {
  return t(`muscles.group_${group}` as MessageKey);
}

export function countsText(counts: MuscleWeek): string {
  const { strong, moderate, weak, unrated } = counts;
  return t('muscles.counts', {
    strong: setCount(strong), moderate: setCount(moderate), weak: setCount(weak), unrated: setCount(unrated),
  });
}

/** The day a column begins with, as long as its span needs. */
export function columnName(from: string, span: Span, isShort = false): string {
  const date = new Date(`${from}T12:00:00Z`);
  const day: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short' };
  const month: Intl.DateTimeFormatOptions = { month: 'short', year: 'numeric' };
  const year: Intl.DateTimeFormatOptions = { ...day, year: 'numeric' };
  const options = span === 'week' ? (isShort ? day : year) : month;
  return date.toLocaleDateString(formatLocale(), { ...options, timeZone: 'UTC' });
}
