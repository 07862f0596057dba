/** Finding an exercise by a few letters, typed in a hurry. */

import type { CatalogueExercise, Filters } from './catalogue.ts';

const wordsOf = new WeakMap<CatalogueExercise, string[][]>();

/**
 * The exercises that fit every word of `text` and all `filters`, best first.
 *
 * A word fits where it begins a word of the name or an alias, stands inside one, or is one slip
 * away from one (two in long words).
 */
export function search(
  exercises: readonly CatalogueExercise[],
  text: string,
  filters: Filters = {},
): CatalogueExercise[] {
  const typed = split(text);
  const scored = exercises
    .filter((exercise) => passes(exercise, filters))
    .map((exercise) => ({ exercise, score: scoreOf(exercise, typed) }))
    .filter(({ score }) => score > 0);
  scored.sort((a, b) => b.score - a.score || a.exercise.name.localeCompare(b.exercise.name));
  return scored.map(({ exercise }) => exercise);
}

function passes(exercise: CatalogueExercise, filters: Filters): boolean {
  const muscles = [...(exercise.targets ?? []), ...(exercise.secondary ?? [])];
  if (filters.muscle && !muscles.includes(filters.muscle)) return false;
  if (filters.targets && !exercise.targets.some((muscle) => filters.targets!.includes(muscle))) return false;
  if (filters.equipment && !exercise.equipment?.includes(filters.equipment)) return false;
  return !filters.pattern || exercise.pattern === filters.pattern;
}

/** 0 if a word fits nowhere; names before aliases, targets of a wanted muscle are not favoured. */
function scoreOf(exercise: CatalogueExercise, typed: string[]): number {
  if (!typed.length) return 1;
  const names = namesOf(exercise);
  const scores = names.map((words, index) => scoreName(words, typed) * (index === 0 ? 1 : 0.9));
  return Math.max(...scores);
}

function namesOf(exercise: CatalogueExercise): string[][] {
  let names = wordsOf.get(exercise);
  if (!names) {
    names = [exercise.name, ...(exercise.aliases ?? [])].map(bothWays);
    wordsOf.set(exercise, names);
  }
  return names;
}

function scoreName(words: string[], typed: string[]): number {
  let total = 0;
  for (const part of typed) {
    const best = Math.max(0, ...words.map((word) => scoreWord(word, part)));
    if (!best) return 0;
    total += best;
  }
  return total / typed.length - Math.max(0, words.length - typed.length) * 0.05;
}

function scoreWord(word: string, part: string): number {
  if (word === part) return 4;
  if (word.startsWith(part)) return 3;
  if (part.length >= 3 && word.includes(part)) return 2;
  const slips = part.length >= 7 ? 2 : part.length >= 4 ? 1 : 0;
  return slips && isWithin(part, word, slips) ? 1 : 0;
}

/** Can `part` be turned into the beginning of `word` with at most `slips` slips of a finger? */
function isWithin(part: string, word: string, slips: number): boolean {
  if (word.length < part.length - slips) return false;
  let before: number[] = [];
  let row = Array.from({ length: word.length + 1 }, (_, column) => column);
  for (let at = 1; at <= part.length; at++) {
    const next = [at];
    for (let column = 1; column <= word.length; column++) {
      const same = part[at - 1] === word[column - 1];
      let cost = Math.min(row[column]! + 1, next[column - 1]! + 1, row[column - 1]! + (same ? 0 : 1));
      const swapped = part[at - 1] === word[column - 2] && part[at - 2] === word[column - 1];
      if (at > 1 && column > 1 && swapped) cost = Math.min(cost, before[column - 2]! + 1);
      next.push(cost);
    }
    before = row;
    row = next;
  }
  return Math.min(...row) <= slips;
}

/** Words of a name, those with a hyphen in one piece and in two. */
function bothWays(name: string): string[] {
  return [...new Set([...split(name), ...split(name.replaceAll('-', ' '))])];
}

/** Lower-case words without accents; `pull-up` and `pullup` are the same. */
function split(text: string): string[] {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain
    .replace(/(?<=\p{L})-(?=\p{L})/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}
