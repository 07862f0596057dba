/** The exercises we ship and the lifter's own, and a search that a thumb can use. */

import type { ExerciseRow, Mechanic } from './rows.ts';

export interface Muscle {
  id: string;
  name: string;
  anatomical_name: string;
  group: string;
  views: ('front' | 'back')[];
}

export interface CatalogueExercise {
  id: string;
  name: string;
  mechanic?: Mechanic;
  pattern?: string;
  equipment?: string[];
  is_unilateral?: boolean;
  is_bodyweight?: boolean;
  targets: string[];
  secondary?: string[];
  aliases?: string[];
  compensators?: { muscle: string; sign: string }[];
  cues?: { internal?: string; external?: string; holistic?: string };
  touch?: Record<string, string>;
  tempo?: string;
  rep_range?: [number, number];
  load_step_kg?: number;
  /** Present on a lifter's own exercise. */
  is_own?: true;
  merged_into?: string;
}

export interface Catalogue {
  version: string;
  muscles: Muscle[];
  exercises: CatalogueExercise[];
}

export interface Filters {
  muscle?: string;
  equipment?: string;
  pattern?: string;
}

/** A lifter's own exercise in the shape of a catalogue one. */
export function asCatalogue(row: ExerciseRow): CatalogueExercise {
  const { kind: _kind, stamp: _stamp, ...body } = row;
  return { ...body, targets: row.targets ?? [], is_own: true };
}
