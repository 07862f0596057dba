import { Unreachable } from '../api/client.ts';
import { refreshCatalogue } from './catalogue.ts';
import type { Database } from './database.ts';
import { refreshEvidence } from './evidence.ts';

const EVERY_MS = 6 * 3_600_000;
/** What could not be had or kept is not asked for at every set. */
const RETRY_MS = 10 * 60_000;
const next = new WeakMap<Database, { language: string; at_ms: number }>();

/**
 * Fetch the catalogue and the evidence where it is time for them.
 *
 * Never rejects: whatever is wrong with them, sets are not kept back for it.
 */
export async function freshKnowledge(db: Database): Promise<void> {
  try {
    await refresh(db);
  } catch {
    // The log itself could not be read; the round that follows says so.
  }
}

async function refresh(db: Database): Promise<void> {
  const language = (await db.preferences.toCollection().first())?.locale ?? 'en';
  const due = next.get(db);
  if (due?.language === language && db.now() < due.at_ms) return;
  const tried = await Promise.allSettled([refreshCatalogue(db, language), refreshEvidence(db, language)]);
  const problems = tried.filter((one) => one.status === 'rejected').map(({ reason }) => reason as unknown);
  // Without a network the next round may well have one.
  if (problems.some(isWithoutNetwork)) return;
  next.set(db, { language, at_ms: db.now() + (problems.length ? RETRY_MS : EVERY_MS) });
}

function isWithoutNetwork(problem: unknown): boolean {
  const cause = problem instanceof Unreachable ? problem.cause : undefined;
  return problem instanceof Unreachable && !(cause instanceof DOMException && cause.name === 'TimeoutError');
}
