import { expect, test } from 'vitest';
import { cases } from '../testing/vectors.ts';
import type { CatalogueExercise } from './catalogue.ts';
import { e1rmKg } from './load.ts';
import type { SessionBody, SetBody } from './rows.ts';
import { sharesOf, tallyWeeks } from './tally.ts';
import { parseTempo, repSeconds, tempoNotation } from './tempo.ts';
import { isWholeInLb, kgFromLb, lbFromKg } from './units.ts';
import { dayOf, mondayOf } from './week.ts';

type Written = { text: string; phases: number[] | null; rep_s?: number; notation?: string };
type Lifted = { load_kg: number; reps: number; rir: number; kg: number | null };
type Worked = Pick<CatalogueExercise, 'targets' | 'secondary'>;
type Shared = Required<Worked> & { target: string | null; shares: Record<string, number> };
interface Weeks {
  name: string;
  exercises: Record<string, Worked>;
  sessions: Record<string, SessionBody>;
  sets: SetBody[];
  rows: unknown[][];
}

test.each(cases<{ lb: number; kg: number }>('units'))('$lb lb', ({ lb, kg }) => {
  expect(kgFromLb(lb)).toBeCloseTo(kg, 11);
  expect(lbFromKg(kgFromLb(lb))).toBe(lb);
});

test.each(cases<{ kg: number; lb: number; is_whole: boolean }>('rounding'))('$kg kg', (load) => {
  expect(lbFromKg(load.kg)).toBe(load.lb);
  expect(isWholeInLb(load.kg)).toBe(load.is_whole);
});

test.each(cases<Written>('tempo'))('tempo $text', ({ text, phases, rep_s, notation }) => {
  const tempo = parseTempo(text);
  expect(tempo && Object.values(tempo)).toEqual(phases);
  if (!tempo) return;
  expect(repSeconds(tempo)).toBe(rep_s);
  expect(tempoNotation(tempo)).toBe(notation);
});

test.each(cases<Lifted>('e1rm'))('e1RM of $load_kg x $reps @ $rir', ({ load_kg, reps, rir, kg }) => {
  const found = e1rmKg(load_kg, reps, rir);
  if (kg === null) expect(found).toBeNull();
  else expect(found).toBeCloseTo(kg, 9);
});

test.each(cases<Shared>('shares'))('shares of $targets', ({ target, shares, ...exercise }) => {
  expect(Object.fromEntries(sharesOf(target ? { target } : {}, exercise))).toEqual(shares);
});

test.each(cases<Record<'at' | 'zone' | 'day' | 'monday', string>>('days'))(
  '$at in $zone',
  ({ at, zone, day, monday }) => {
    expect(dayOf(at, zone)).toBe(day);
    expect(mondayOf(day)).toBe(monday);
  },
);

test.each(cases<Weeks>('weeks'))('$name', ({ exercises, sessions, sets, rows }) => {
  const byId = new Map(Object.entries(sessions));
  const weeks = tallyWeeks(sets, byId, new Map(Object.entries(exercises)));
  const found = weeks.flatMap(({ monday, muscles }) =>
    Object.entries(muscles)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([muscle, { sets, weak, moderate, strong, unrated, volume_kg }]) => [
        monday, muscle, sets, weak, moderate, strong, unrated, volume_kg,
      ]),
  );
  expect(found).toEqual(rows);
});
