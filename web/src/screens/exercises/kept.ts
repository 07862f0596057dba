import type { Wanted } from './filters.ts';

/** What was searched for last, for coming back from an exercise to the same list. */
export const kept: { text: string; wanted: Wanted; shown: number; place: number } = {
  text: '',
  wanted: {},
  shown: 0,
  place: 0,
};
