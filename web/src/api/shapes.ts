/** What the server answers, as docs/reference/wire.md says. */

import type { Kind, Row } from '../training/rows.ts';

export interface Setup {
  needs_first_account: boolean;
  signup_open: boolean;
  version: string;
}
export interface Account {
  id: number;
  email: string;
  preferences_id: string;
  /** Another one: the server's numbering is not the one that this phone has followed. */
  epoch: string;
  now: number;
}
export interface PushResult {
  kind: Kind;
  id: string;
  stamp: string;
  outcome: 'stored' | 'superseded' | 'refused';
  reason?: string;
}
export interface Pushed {
  now: number;
  results: PushResult[];
}
export interface Pulled {
  now: number;
  rows: Row[];
  cursor: number;
  more: boolean;
}
/** Monday, muscle, sets, weak, moderate, strong, unrated, volume in kg. */
export type WeekRow = [string, string, number, number, number, number, number, number];

export interface ImportPreview {
  app: string;
  sessions: number;
  sets: number;
  first_day?: string;
  last_day?: string;
  asks?: ('zone' | 'unit')[];
  names?: { name: string; sets: number; exercise?: string | null; suggestions?: string[] }[];
  skipped?: { line: number; reason: string }[];
  skipped_count?: number;
  /** Rest timers among the lines; they are no sets. */
  rest_timers?: number;
  /** A set of the file, to tell its unit by. */
  example?: { name: string; load: number; reps?: number };
  already_here?: number;
}
export interface Import {
  id: string;
  name: string;
  state: 'reading' | 'ready' | 'writing' | 'done' | 'failed' | 'undone';
  can_undo?: boolean;
  reason?: string;
  preview?: ImportPreview;
  outcome?: { sessions_added: number; sets_added: number; already_here: number };
}
export interface ImportChoices {
  zone?: string;
  unit?: 'kg' | 'lb';
  /** Name in the file to exercise id; null keeps it as the lifter's own exercise. */
  mapping: Record<string, string | null>;
}
