import { api } from '../api/client.ts';
import type { Evidence } from '../training/evidence.ts';
import { database, type Database } from './database.ts';

/** What is known, as kept on this phone; undefined until it has been fetched once. */
export async function evidence(): Promise<Evidence | undefined> {
  return database().evidence.toCollection().first();
}

/** Fetch the evidence in `language` if a newer one is out. */
export async function refreshEvidence(db: Database, language: string): Promise<void> {
  const version = (await db.evidence.toCollection().primaryKeys())[0];
  const newer = await api.evidence(language, version);
  if (!newer || newer.version === version) return;
  await db.transaction('rw', db.evidence, async () => {
    await db.evidence.clear();
    await db.evidence.put(newer);
  });
}
