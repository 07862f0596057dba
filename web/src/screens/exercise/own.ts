/** A lifter's own exercise: changing it, and counting it as one of the catalogue. */

import { restore, saveExercise } from '../../offline/log.ts';
import type { CatalogueExercise } from '../../training/catalogue.ts';
import type { ExerciseBody, ExerciseRow } from '../../training/rows.ts';
import { search } from '../../training/search.ts';

export type Own = ExerciseBody & { id: string };

/** What the log keeps of an own exercise: everything but what `asCatalogue` puts beside it. */
export function ownOf(exercise: CatalogueExercise): Own {
  const { is_own: _own, focus: _focus, ...body } = exercise;
  return body;
}

/** Count `own` as `into` from now on. Returns what takes it back. */
export async function merge(own: Own, into: string): Promise<() => Promise<void>> {
  await saveExercise({ ...own, merged_into: into });
  return () => restore([{ kind: 'exercise', stamp: '', ...own } as ExerciseRow]);
}

/** Let an exercise that was merged stand for itself again. */
export async function part(own: Own): Promise<void> {
  const { merged_into: _into, ...alone } = own;
  await saveExercise(alone);
}

/** The exercises that share most words with `name`, best first. */
export function likely(known: readonly CatalogueExercise[], name: string, most = 8): CatalogueExercise[] {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 2);
  const hits = new Map<CatalogueExercise, number>();
  for (const word of words) {
    for (const [rank, one] of search(known, word).entries()) {
      hits.set(one, (hits.get(one) ?? 0) + 1 - rank / (known.length + 1) / 2);
    }
  }
  return [...hits].sort((a, b) => b[1] - a[1]).slice(0, most).map(([one]) => one);
}
