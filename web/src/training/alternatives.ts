/** What else trains the same muscle, with less of whatever takes over here. */

import type { CatalogueExercise } from './catalogue.ts';

export interface Alternative {
  exercise: CatalogueExercise;
  /** Targets both have, in the order of the first exercise. */
  shared: string[];
  /** The compensator neither works nor takes over in it. */
  isFree: boolean;
}

/**
 * Exercises that share a target with `exercise` and in which `compensator` does less: those in which
 * it neither works nor takes over, and those most like it, first.
 */
export function alternatives(
  exercise: CatalogueExercise,
  compensator: string,
  known: readonly CatalogueExercise[],
  most = 5,
): Alternative[] {
  const found = known
    .filter((other) => other.id !== exercise.id && !other.is_own)
    .filter((other) => partOf(compensator, other) < partOf(compensator, exercise))
    .map((other) => ({
      exercise: other,
      shared: sharedTargets(exercise, other),
      isFree: partOf(compensator, other) === 0,
    }))
    .filter(({ shared }) => shared.length > 0);
  const likeness = new Map(found.map((each) => [each, likenessOf(exercise, each)]));
  found.sort((a, b) => likeness.get(b)! - likeness.get(a)! || byName(a.exercise, b.exercise));
  return found.slice(0, most);
}

/** How much of a part `muscle` has: none, one that may take over, the one to watch, helper, target. */
function partOf(muscle: string, { targets, secondary, compensators }: CatalogueExercise): number {
  if (targets.includes(muscle)) return 4;
  if (secondary?.includes(muscle)) return 3;
  const place = compensators?.findIndex((one) => one.muscle === muscle) ?? -1;
  return place < 0 ? 0 : place === 0 ? 2 : 1;
}

function sharedTargets(one: CatalogueExercise, other: CatalogueExercise): string[] {
  return one.targets.filter((muscle) => other.targets.includes(muscle));
}

/** The main target counts most, then the kind of exercise; what is strange to it counts against. */
function likenessOf(from: CatalogueExercise, { exercise: to, shared, isFree }: Alternative): number {
  const main = from.targets[0] === to.targets[0] ? 4 : 0;
  const kind = (from.mechanic === to.mechanic ? 2 : 0) + (from.pattern === to.pattern ? 1 : 0);
  const gear = to.equipment?.some((item) => from.equipment?.includes(item)) ? 1 : 0;
  return (isFree ? 3 : 0) + main + kind + gear + shared.length - 0.5 * (to.targets.length - shared.length);
}

function byName(a: CatalogueExercise, b: CatalogueExercise): number {
  return a.name.localeCompare(b.name);
}
