/** What is known about a claim, and how sure it is. */

import type { Grade } from './catalogue.ts';

export const VERDICTS = ['supported', 'partly', 'overstated', 'unsupported', 'wrong', 'judgement'] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface Claim {
  id: string;
  claim: string;
  verdict: Verdict;
  plain: string;
  figures: string;
  population: string;
  load: string;
  grade: Grade;
  sources?: string[];
  /** Whether the text or abstract was read, or another page's account of it. */
  read: 'text' | 'secondary';
  /** A claim of the popular method, shown whatever its verdict. */
  popular?: boolean;
}

export interface Evidence {
  version: string;
  entries: Claim[];
}

/** A source in words, and where its publisher's page is found. */
export interface Source {
  text: string;
  doi?: string;
  address?: string;
}

const DOI = /^(.*?),?\s*doi:(10\.\S+?)\.?$/i;

/** `Vance 2004, doi:10.3200/x` in its parts; without a DOI the whole is text. */
export function sourceOf(written: string): Source {
  const found = DOI.exec(written.trim());
  if (!found) return { text: written.trim() };
  const [, text = '', doi = ''] = found;
  return { text, doi, address: `https://doi.org/${encodeURI(doi)}` };
}

/** Claims of the popular method, then the others, each in the order of the file. */
export function byInterest(entries: readonly Claim[]): { popular: Claim[]; others: Claim[] } {
  const popular = entries.filter((entry) => entry.popular);
  return { popular, others: entries.filter((entry) => !entry.popular) };
}
