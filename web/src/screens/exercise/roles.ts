/** What each muscle does in an exercise. */

import type { CatalogueExercise } from '../../training/catalogue.ts';

export type Role = 'target' | 'secondary' | 'compensator';

/** One role a muscle: a helper that may take over is shown as what it may become. */
export function rolesOf(exercise: CatalogueExercise): Map<string, Role> {
  const roles = new Map<string, Role>();
  for (const muscle of exercise.secondary ?? []) roles.set(muscle, 'secondary');
  for (const { muscle } of exercise.compensators ?? []) roles.set(muscle, 'compensator');
  for (const muscle of exercise.targets) roles.set(muscle, 'target');
  return roles;
}
