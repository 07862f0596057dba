/** What the list of exercises can be narrowed to, and how many each choice would leave. */

import type { CatalogueExercise, Filters, Muscle } from '../../training/catalogue.ts';

/** Before a group's id: muscles and groups may be called the same. */
const GROUP = 'all:';

export function wholeGroup(group: string): string {
  return GROUP + group;
}

/** The group that is meant; null for a single muscle. */
export function groupIn(muscle: string): string | null {
  return muscle.startsWith(GROUP) ? muscle.slice(GROUP.length) : null;
}

/** What is wanted; `muscle` is a muscle's id, or a whole group. */
export interface Wanted {
  muscle?: string;
  equipment?: string;
  pattern?: string;
}

/** `wanted` as the search takes it. */
export function filtersOf(wanted: Wanted, muscles: readonly Muscle[]): Filters {
  const { muscle, ...others } = wanted;
  if (!muscle) return others;
  const group = groupIn(muscle);
  const members = muscles.filter((one) => one.group === group).map((one) => one.id);
  return { ...others, targets: group ? members : [muscle] };
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
