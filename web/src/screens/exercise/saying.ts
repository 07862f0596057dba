/** What is said of an own exercise beyond its muscles, as the form holds it. */

import type { MessageKey } from '../../messages/index.svelte.ts';
import type { Counted, TakesOver } from '../../training/rows.ts';
import { parseTempo } from '../../training/tempo.ts';
import type { Own } from './own.ts';

export interface Said {
  seen: TakesOver[];
  internal: string;
  external: string;
  holistic: string;
  during: string;
  before: string;
  partner: string;
  tempo: string;
  low: number | null;
  high: number | null;
  load_step_kg: number | null;
  counted_in: Counted;
  is_assisted: boolean;
  equipment: string[];
  pattern: string;
}

/** Bars that a hand never leaves. */
const FREE_BARS = ['barbell', 'ez-bar', 'trap-bar'];
const MOST = 100_000;

export function saidOf({ cues, touch, rep_range, ...own }: Own): Said {
  return {
    seen: (own.compensators ?? []).map((one) => ({ ...one })),
    internal: cues?.internal ?? '',
    external: cues?.external ?? '',
    holistic: cues?.holistic ?? '',
    during: touch?.during ?? '',
    before: touch?.before ?? '',
    partner: touch?.partner ?? '',
    tempo: own.tempo ?? '',
    low: rep_range?.[0] ?? null,
    high: rep_range?.[1] ?? null,
    load_step_kg: own.load_step_kg ?? null,
    counted_in: own.counted_in ?? 'reps',
    is_assisted: own.is_assisted ?? false,
    equipment: own.equipment ?? [],
    pattern: own.pattern ?? '',
  };
}

/** `own` with what the form says in place of what was said before. */
export function withSaid(own: Own, said: Said): Own {
  const { low, high, load_step_kg, seen, equipment } = said;
  const words = worded({ internal: said.internal, external: said.external, holistic: said.holistic });
  const { during, before, partner } = said;
  // Why no hand can be there needs no saying where one is.
  const touch = worded({ ...own.touch, during, before, partner, ...(during.trim() && { why_none: '' }) });
  const fields = {
    compensators: seen.length ? seen.map((one) => ({ ...one, sign: one.sign.trim() })) : null,
    cues: words,
    touch,
    tempo: said.tempo.trim() || null,
    rep_range: low && high ? [low, high] : null,
    load_step_kg,
    counted_in: said.counted_in === 'reps' ? null : said.counted_in,
    is_assisted: said.is_assisted || null,
    equipment: equipment.length ? equipment : null,
    pattern: said.pattern || null,
  };
  const kept = Object.entries({ ...own, ...fields }).filter(([, value]) => value !== null);
  return Object.fromEntries(kept) as unknown as Own;
}

/** Why the server would refuse it; null if it would not. */
export function problemOf(
  said: Said,
  { targets, is_unilateral }: { targets: readonly string[]; is_unilateral: boolean },
): MessageKey | null {
  const { low, high, tempo } = said;
  const holdsBar = !is_unilateral && said.equipment.some((item) => FREE_BARS.includes(item));
  if (said.seen.some(({ muscle }) => targets.includes(muscle))) return 'exercise.problem_target';
  if (said.seen.some(({ sign }) => !sign.trim())) return 'exercise.problem_sign';
  if (said.during.trim() && holdsBar) return 'exercise.problem_held';
  if (tempo.trim() && !parseTempo(tempo)) return 'exercise.problem_tempo';
  if (tempo.trim() && said.counted_in !== 'reps') return 'exercise.problem_paced';
  return isRange(low, high) ? null : 'exercise.problem_range';
}

function isRange(low: number | null, high: number | null): boolean {
  if (low === null || high === null) return low === high;
  return Number.isInteger(low) && Number.isInteger(high) && low >= 1 && low <= high && high <= MOST;
}

function worded(words: Record<string, string>): Record<string, string> | null {
  const kept = Object.entries(words).flatMap(([key, text]) => (text.trim() ? [[key, text.trim()]] : []));
  return kept.length ? Object.fromEntries(kept) : null;
}
