/** What the list of exercises can be narrowed to, and how many each choice would leave. */

import type { CatalogueExercise, Filters, Muscle } from '../../training/catalogue.ts';

/** A muscle, or a whole group of them. */
export interface Wanted {
  /** A muscle's id, or a group's. */
  muscle?: string;
  equipment?: string;
  pattern?: string;
}

/** `wanted` as the search takes it. */
export function filtersOf(wanted: Wanted, muscles: readonly Muscle[]): Filters {
  const { muscle, ...others } = wanted;
  if (!muscle) return others;
  const members = muscles.filter((one) => one.group === muscle).map((one) => one.id);
  return { ...others, targets: members.length ? members : [muscle] };
}

export type Facet = 'equipment' | 'pattern';

/** The values that occur among `exercises`, the most frequent first, with how often. */
export function valuesOf(exercises: readonly CatalogueExercise[], facet: Facet): [string, number][] {
  const counts = new Map<string, number>();
  for (const exercise of exercises) {
    const values = facet === 'equipment' ? (exercise.equipment ?? []) : [exercise.pattern ?? ''];
    for (const value of values) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
}
