/** Rows as they go over the wire: null, empty and default fields are left out. */

import type { Connection } from './connection.ts';
import type { Unit } from './units.ts';

export type SetKind = 'work' | 'warmup' | 'drop' | 'failure';
export type Focus = 'internal' | 'external' | 'neutral';
export type Touch = 'none' | 'before' | 'during';
export type Side = 'left' | 'right' | 'both';
export type Mechanic = 'isolation' | 'compound';
export type Theme = 'system' | 'light' | 'dark';

export interface SessionBody {
  started_at: string;
  zone: string;
  title?: string;
  ended_at?: string;
  note?: string;
  source?: string;
}

export interface SetBody {
  session: string;
  exercise: string;
  position: number;
  set_kind?: SetKind;
  target?: string;
  load_kg?: number;
  reps?: number;
  duration_s?: number;
  distance_m?: number;
  rir?: number;
  rpe?: number;
  tempo?: string;
  cue?: string;
  focus?: Focus;
  touch?: Touch;
  connection?: Connection;
  drifts?: number;
  felt_strongest?: string;
  felt_0_10?: number;
  side?: Side;
  superset?: number;
  note?: string;
  started_at?: string;
  ended_at?: string;
}

export type Counted = 'reps' | 'seconds' | 'metres';

/** A muscle that takes over, and how the lifter sees it. */
export interface TakesOver {
  muscle: string;
  sign: string;
}

export interface CueWords {
  internal?: string;
  external?: string;
  holistic?: string;
}

/** Where a hand helps; without `during`, `why_none` says why none can be there in the set. */
export interface TouchSite {
  during?: string;
  before?: string;
  partner?: string;
  why_none?: string;
}

export interface ExerciseBody {
  name: string;
  mechanic?: Mechanic;
  targets?: string[];
  secondary?: string[];
  is_unilateral?: boolean;
  is_bodyweight?: boolean;
  merged_into?: string;
  pattern?: string;
  equipment?: string[];
  compensators?: TakesOver[];
  cues?: CueWords;
  touch?: TouchSite;
  tempo?: string;
  rep_range?: [number, number];
  load_step_kg?: number;
  counted_in?: Counted;
  is_assisted?: boolean;
}

export interface PreferencesBody {
  unit?: Unit;
  rest_s?: number;
  theme?: Theme;
  locale?: string;
  body_prompts?: boolean;
  zone?: string;
}

interface Named<K extends string> {
  kind: K;
  id: string;
  stamp: string;
}

export type SessionRow = Named<'session'> & SessionBody;
export type SetRow = Named<'set'> & SetBody;
export type ExerciseRow = Named<'exercise'> & ExerciseBody;
export type PreferencesRow = Named<'preferences'> & PreferencesBody;

export type LiveRow = SessionRow | SetRow | ExerciseRow | PreferencesRow;
export type Kind = LiveRow['kind'];
export type Tombstone = Named<Kind> & { deleted: true };
export type Row = LiveRow | Tombstone;

export function isTombstone(row: Row): row is Tombstone {
  return 'deleted' in row;
}

/** What stands for a field that is left out. */
const DEFAULTS: Record<string, unknown> = {
  set_kind: 'work',
  unit: 'kg',
  rest_s: 120,
  theme: 'system',
  locale: 'en',
  body_prompts: true,
  is_unilateral: false,
  is_bodyweight: false,
  counted_in: 'reps',
  is_assisted: false,
};

/** `row` without fields that are null, empty or at their default, in a plain object. */
export function tidy<R extends object>(row: R): R {
  const kept = Object.entries(row).filter(([name, value]) => !isLeftOut(name, value));
  return Object.fromEntries(kept) as R;
}

function isLeftOut(name: string, value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return name in DEFAULTS && DEFAULTS[name] === value;
}
