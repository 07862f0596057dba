/** Holds no code: it compiles only while our words for the wire are those of the server's schema. */

import type {
  ExerciseRow,
  LiveRow,
  PreferencesRow,
  SessionRow,
  SetRow,
  Tombstone,
} from '../training/rows.ts';
import type { components } from './schema.d.ts';
import type { Account, Pushed, PushResult, Setup } from './shapes.ts';

type Schemas = components['schemas'];
type Difference<A, B> = Exclude<keyof A, keyof B> | Exclude<keyof B, keyof A>;
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
type Word<R, K extends keyof R> = NonNullable<R[K]>;

/** Fields that one side has and the other has not: there must be none. */
type Stray =
  | Difference<SetRow, Schemas['SetBody']>
  | Difference<SessionRow, Schemas['SessionBody']>
  | Difference<ExerciseRow, Schemas['ExerciseBody']>
  | Difference<PreferencesRow, Schemas['PreferencesBody']>
  | Difference<Tombstone, Schemas['Tombstone']>
  | Difference<PushResult, Schemas['ResultOut']>
  | Difference<Pushed, Schemas['PushOut']>
  | Difference<Account, Schemas['AccountOut']>
  | Difference<Setup, Schemas['SetupOut']>;

type Words = [
  Same<LiveRow['kind'], Schemas['Tombstone']['kind']>,
  Same<Word<SetRow, 'set_kind'>, Schemas['SetKind']>,
  Same<Word<SetRow, 'focus'>, Schemas['Focus']>,
  Same<Word<SetRow, 'touch'>, Schemas['Touch']>,
  Same<Word<SetRow, 'connection'>, Schemas['Connection']>,
  Same<Word<SetRow, 'side'>, Schemas['Side']>,
  Same<Word<ExerciseRow, 'mechanic'>, Schemas['Mechanic']>,
  Same<Word<PreferencesRow, 'unit'>, Schemas['DisplayUnit']>,
  Same<Word<PreferencesRow, 'theme'>, Schemas['Theme']>,
  Same<PushResult['outcome'], Schemas['ResultOut']['outcome']>,
];

type Agreed<S extends never, W extends true[]> = [S, W];
export type Agreement = Agreed<Stray, Words>;
