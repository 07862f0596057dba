/** How an exercise's facts read. */

import { formatLocale, t, type MessageKey } from '../../messages/index.svelte.ts';
import type { CatalogueExercise, Grade } from '../../training/catalogue.ts';
import { loadStep, type Unit } from '../../training/units.ts';

export function equipmentName(item: string): string {
  return t(`exercise.equipment_${item}` as MessageKey) || item;
}

/** `Dumbbell · Isolation · one side at a time`. */
export function kindOf(exercise: CatalogueExercise): string {
  const parts = [
    exercise.is_own && t('exercise.yours'),
    ...(exercise.equipment ?? []).map(equipmentName),
    !exercise.equipment?.length && exercise.is_bodyweight && t('exercise.bodyweight'),
    exercise.mechanic && t(`exercise.${exercise.mechanic}`),
    exercise.is_unilateral && t('exercise.one_side'),
    exercise.is_assisted && t('exercise.assisted'),
  ];
  return parts.filter(Boolean).join(' · ');
}

export function gradeLabel(grade: Grade): string {
  return t('evidence.grade_link', { grade, meaning: t(`evidence.grade_${grade}`) });
}

/** `8 to 15 reps`; empty where the exercise does not say. */
export function rangeOf({ rep_range, counted_in = 'reps' }: CatalogueExercise): string {
  if (!rep_range) return '';
  const [low, high] = rep_range;
  return t(`exercise.range_${counted_in}`, { low, high });
}

/** The step to the next load, in the lifter's unit. */
export function stepOf(exercise: CatalogueExercise, unit: Unit): string {
  if (!exercise.load_step_kg) return t('exercise.step_none');
  const load = loadStep(unit, exercise).toLocaleString(formatLocale());
  return t('set.onlyLoad', { load, unit: t(`session.${unit}`) });
}
