import { readFileSync } from 'node:fs';

/** The cases of `tests/vectors/NAME.json`, which Python obeys too. */
export function cases<T>(name: string): T[] {
  const path = new URL(`../../../tests/vectors/${name}.json`, import.meta.url);
  return (JSON.parse(readFileSync(path, 'utf8')) as { cases: T[] }).cases;
}
