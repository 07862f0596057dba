/** How a set, a day and a duration read, in the lifter's language and unit. */

import { formatLocale, t, type MessageKey } from '../../messages/index.svelte.ts';
import type { SetBody } from '../../training/rows.ts';
import { showLoad, type Unit } from '../../training/units.ts';

type Numbers = Pick<SetBody, 'load_kg' | 'reps' | 'duration_s' | 'distance_m'>;

const MS_PER_MINUTE = 60_000;
const MS_PER_DAY = 86_400_000;

/** What was lifted and how often: `62.5 kg × 10`, `12 reps`, `20 kg × 45 s`. */
export function numbersOf(set: Numbers, unit: Unit): string {
  const counted = countOf(set);
  if (set.load_kg === undefined) return counted ?? t('set.nothing');
  const load = t('set.onlyLoad', { load: loadText(set.load_kg, unit), unit: t(`session.${unit}`) });
  if (set.reps !== undefined && set.duration_s === undefined) return `${load} × ${set.reps}`;
  return counted ? `${load} × ${counted}` : load;
}

/** A load as the lifter's language writes it: `62.5`, `62,5`. */
export function loadText(kg: number, unit: Unit): string {
  const options = { maximumFractionDigits: 2, useGrouping: false };
  return Number(showLoad(kg, unit)).toLocaleString(formatLocale(), options);
}

function countOf(set: Numbers): string | undefined {
  const parts: string[] = [];
  if (set.reps !== undefined) parts.push(t('set.onlyReps', { n: set.reps }));
  if (set.duration_s !== undefined) parts.push(t('set.forSeconds', { n: set.duration_s }));
  if (set.distance_m !== undefined) parts.push(t('set.forMetres', { n: set.distance_m }));
  return parts.length ? parts.join(' · ') : undefined;
}

export function ratingOf(set: Pick<SetBody, 'connection'>): string {
  return t(`common.${set.connection ?? 'unrated'}`);
}

/** Everything a set carries beyond its numbers and rating, as short phrases. */
export function detailsOf(set: SetBody, nameOf: (muscle: string) => string): string[] {
  const kind = set.set_kind && set.set_kind !== 'work' ? set.set_kind : undefined;
  const phrases: (string | undefined | false)[] = [
    kind && t(`set.kind.${kind}`),
    set.side && set.side !== 'both' && t(`set.side.${set.side}`),
    set.target && t('set.aimedAt', { muscle: nameOf(set.target) }),
    set.tempo && t('set.atTempo', { tempo: set.tempo }),
    set.touch && set.touch !== 'none' && t(`set.touched.${set.touch}`),
    set.rir !== undefined && t('set.inReserve', { n: set.rir }),
    set.rpe !== undefined && t('set.atRpe', { n: set.rpe }),
    set.drifts !== undefined && t('set.driftCount', { n: set.drifts }),
    set.felt_strongest && t('set.feltIn', { muscle: nameOf(set.felt_strongest) }),
  ];
  return phrases.filter((phrase): phrase is string => Boolean(phrase));
}

/** `1 h 5 min`, in whole minutes. */
export function durationOf(ms: number): string {
  const minutes = Math.max(1, Math.round(ms / MS_PER_MINUTE));
  if (minutes < 60) return t('set.minutes', { n: minutes });
  return t('set.hours', { h: Math.floor(minutes / 60), m: minutes % 60 });
}

/** A rounded load with its unit, for volumes: `4,230 kg`. */
export function volumeOf(kg: number, unit: Unit): string {
  const load = Math.round(Number(showLoad(kg, unit)));
  return t('set.onlyLoad', { load: load.toLocaleString(formatLocale()), unit: t(`session.${unit}`) });
}

/** A calendar day: `today`, `yesterday`, `3 days ago`, then its date (with the year once it is not this one). */
export function dayText(day: string, today: string): string {
  const days = Math.round((Date.parse(day) - Date.parse(today)) / MS_PER_DAY);
  if (days <= 0 && days > -7) {
    return new Intl.RelativeTimeFormat(formatLocale(), { numeric: 'auto' }).format(days, 'day');
  }
  return dateText(day, day.slice(0, 4) !== today.slice(0, 4));
}

/** `Mon, 23 Nov`, with the year where asked. */
export function dateText(day: string, hasYear: boolean): string {
  const options = { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
  const format = hasYear ? { ...options, year: 'numeric' as const } : options;
  return new Intl.DateTimeFormat(formatLocale(), format).format(Date.parse(day));
}

/** `November 2026` of `2026-11`. */
export function monthText(month: string): string {
  const options = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(formatLocale(), options).format(Date.parse(`${month}-01`));
}

export function timeText(iso: string, zone: string): string {
  const options = { hour: 'numeric', minute: '2-digit', timeZone: zone } as const;
  return new Intl.DateTimeFormat(formatLocale(), options).format(Date.parse(iso));
}

/** Supersets are numbered from 0 and shown as letters. */
export function letterOf(superset: number): string {
  return String.fromCharCode(65 + (superset % 26));
}

/** The sentence for a write that the phone refused. */
export function reasonOf(error: unknown): string {
  if (error instanceof Error && 'problem' in error) return t(error.problem as MessageKey);
  const name = error instanceof Error ? `${error.name} ${error.message}` : '';
  const key: MessageKey = /quota/i.test(name)
    ? 'session.full'
    : /security|invalidstate|missingapi|openfailed|not allowed/i.test(name)
      ? 'session.blocked'
      : 'session.otherProblem';
  return t(key);
}

/** `42:07`, or `1:02:07` from an hour on. */
export function clockOf(ms: number): string {
  const s = Math.max(0, Math.floor(ms / 1000));
  const [h, m, rest] = [Math.floor(s / 3600), Math.floor(s / 60) % 60, s % 60];
  const two = (n: number) => String(n).padStart(2, '0');
  return h ? `${h}:${two(m)}:${two(rest)}` : `${m}:${two(rest)}`;
}
