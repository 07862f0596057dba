/** The exercises we ship and the lifter's own, and a search that a thumb can use. */

import type { Counted, CueWords, ExerciseRow, Mechanic, TakesOver, TouchSite } from './rows.ts';

export type { TouchSite } from './rows.ts';

export interface Muscle {
  id: string;
  name: string;
  anatomical_name: string;
  group: string;
  views: ('front' | 'back')[];
}

export type Grade = 'A' | 'B' | 'C' | 'D';

/** Where the coach leads attention on an exercise when nothing else is asked for. */
export type FocusPolicy = 'internal' | 'external-aware' | 'external';

/** A muscle that takes over, how the lifter sees it, and how sure that is. */
export interface Compensator extends TakesOver {
  grade?: Grade;
  /** The id of the entry that the claim rests on. */
  evidence?: string;
}

export interface SensorSite {
  muscle: string;
  name: string;
  is_seniam?: boolean;
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
  /** The one to watch comes first. */
  compensators?: Compensator[];
  cues?: CueWords;
  focus?: FocusPolicy;
  touch?: TouchSite;
  sensors?: SensorSite[];
  tempo?: string;
  rep_range?: [number, number];
  counted_in?: Counted;
  /** The load helps: more of it makes the exercise easier. */
  is_assisted?: boolean;
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
  /** Trains one of these as a target: the muscles of a group. */
  targets?: readonly string[];
  equipment?: string;
  pattern?: string;
}

const FOCUS: Record<Mechanic, FocusPolicy> = { isolation: 'internal', compound: 'external-aware' };

/** A lifter's own exercise in the shape of a catalogue one. */
export function asCatalogue(row: ExerciseRow): CatalogueExercise {
  const { kind: _kind, stamp: _stamp, ...body } = row;
  const focus = row.mechanic && { focus: FOCUS[row.mechanic] };
  return { ...body, ...focus, targets: row.targets ?? [], is_own: true };
}
