import { api } from '../api/client.ts';
import type { Catalogue, Muscle } from '../training/catalogue.ts';
import { database, type Database } from './database.ts';

const NONE: Catalogue = { version: '', muscles: [], exercises: [] };
let kept: { db: Database; catalogue: Catalogue } | undefined;

/** The catalogue kept on this phone; empty until it has been fetched once. */
export async function catalogue(): Promise<Catalogue> {
  const db = database();
  const version = (await db.catalogue.toCollection().primaryKeys())[0];
  if (version === undefined) return NONE;
  if (kept?.db !== db || kept.catalogue.version !== version) {
    kept = { db, catalogue: whole((await db.catalogue.get(version)) ?? NONE) };
  }
  return kept.catalogue;
}

/** Lists that are left out because they are empty, put back. */
function whole(catalogue: Catalogue): Catalogue {
  const exercises = catalogue.exercises.map((one) => ({ ...one, targets: one.targets ?? [] }));
  return { ...catalogue, exercises };
}

export async function muscles(): Promise<Muscle[]> {
  return (await catalogue()).muscles;
}

/** Fetch the catalogue in `language` if a newer one is out. */
export async function refreshCatalogue(db: Database, language: string): Promise<void> {
  const version = (await db.catalogue.toCollection().primaryKeys())[0];
  const newer = await api.catalogue(language, version);
  if (!newer || newer.version === version) return;
  await db.transaction('rw', db.catalogue, async () => {
    await db.catalogue.clear();
    await db.catalogue.put(newer);
  });
}
