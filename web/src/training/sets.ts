/** Checks of a performed set and of a session, the same as the server makes. */

import type { SessionBody, SetBody } from './rows.ts';
import { parseTempo } from './tempo.ts';

export const NOTE_LENGTH_MAX = 4_000;
export const TITLE_LENGTH_MAX = 200;

export type Problem =
  | 'problem.load'
  | 'problem.reps'
  | 'problem.rir'
  | 'problem.rpe'
  | 'problem.duration'
  | 'problem.distance'
  | 'problem.felt'
  | 'problem.drifts'
  | 'problem.exercise'
  | 'problem.note'
  | 'problem.position'
  | 'problem.superset'
  | 'problem.tempo'
  | 'problem.order'
  | 'problem.time'
  | 'problem.title'
  | 'problem.zone';

const RANGES: readonly [keyof SetBody, number, Problem][] = [
  ['load_kg', 2_000, 'problem.load'],
  ['reps', 1_000, 'problem.reps'],
  ['rir', 10, 'problem.rir'],
  ['rpe', 10, 'problem.rpe'],
  ['duration_s', 86_400, 'problem.duration'],
  ['distance_m', 1_000_000, 'problem.distance'],
  ['felt_0_10', 10, 'problem.felt'],
  ['drifts', Infinity, 'problem.drifts'],
  ['position', Infinity, 'problem.position'],
  ['superset', Infinity, 'problem.superset'],
];
const WHOLE: readonly (keyof SetBody)[] = ['reps', 'drifts', 'felt_0_10', 'position', 'superset'];

/** What is wrong with a set, as the key of a sentence; null if it can have happened. */
export function problemWith(set: SetBody): Problem | null {
  const outside = RANGES.find(([name, most]) => !isWithin(set[name], most, WHOLE.includes(name)));
  if (outside) return outside[2];
  if (!set.exercise) return 'problem.exercise';
  if ((set.note ?? '').length > NOTE_LENGTH_MAX) return 'problem.note';
  if (set.tempo && !parseTempo(set.tempo)) return 'problem.tempo';
  return problemWithTimes(set.started_at, set.ended_at);
}

/** What is wrong with a session, as the key of a sentence; null if all is well. */
export function problemWithSession(session: SessionBody): Problem | null {
  if ((session.title ?? '').length > TITLE_LENGTH_MAX) return 'problem.title';
  if ((session.note ?? '').length > NOTE_LENGTH_MAX) return 'problem.note';
  if (!isZone(session.zone)) return 'problem.zone';
  return problemWithTimes(session.started_at, session.ended_at);
}

/** Is this a hard set, that is: anything but a warm-up? */
export function counts(set: Pick<SetBody, 'set_kind'>): boolean {
  return set.set_kind !== 'warmup';
}

function isWithin(value: unknown, most: number, isWhole: boolean): boolean {
  if (value === undefined) return true;
  if (typeof value !== 'number' || !(value >= 0 && value <= most)) return false;
  return !isWhole || Number.isInteger(value);
}

function problemWithTimes(started?: string, ended?: string): Problem | null {
  const [start, end] = [started, ended].map((time) => (time ? Date.parse(time) : undefined));
  if (Number.isNaN(start) || Number.isNaN(end)) return 'problem.time';
  return start !== undefined && end !== undefined && end < start ? 'problem.order' : null;
}

function isZone(zone: string): boolean {
  try {
    return Boolean(zone && new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}
