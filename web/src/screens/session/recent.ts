import type { SetRow } from '../../training/rows.ts';

/** Exercises of `sets` (oldest first), the latest used first, each once. */
export function recentlyUsed(sets: readonly Pick<SetRow, 'exercise'>[], most: number): string[] {
  const used = new Set<string>();
  for (let at = sets.length - 1; at >= 0 && used.size < most; at--) used.add(sets[at]!.exercise);
  return [...used];
}
