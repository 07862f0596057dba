/** How much was lifted, and what it says about the most that could be. */

import type { SetBody } from './rows.ts';
import { counts } from './sets.ts';

/** Beyond ten reps the formulas spread by more than 13 % and say little. */
export const E1RM_REPS_MAX = 10;

/** Load times reps; 0 for bodyweight, timed and warm-up sets. */
export function volumeKg(set: Pick<SetBody, 'set_kind' | 'load_kg' | 'reps'>): number {
  return counts(set) ? (set.load_kg ?? 0) * (set.reps ?? 0) : 0;
}

/** Estimated one-rep maximum: the mean of Epley and Brzycki; null where they say little. */
export function e1rmKg(loadKg: number, reps: number, rir = 0): number | null {
  const r = reps + rir;
  if (reps < 1 || r > E1RM_REPS_MAX || loadKg <= 0) return null;
  if (r === 1) return loadKg;
  return (loadKg * (1 + r / 30) + (loadKg * 36) / (37 - r)) / 2;
}
