/** The server's routes, typed. Failures are `ApiProblem`, or `Unreachable` for no answer. */

import type { Catalogue } from '../training/catalogue.ts';
import type { Evidence } from '../training/evidence.ts';
import type { Row } from '../training/rows.ts';
import { ask, problemOf, send } from './request.ts';
import type {
  Account,
  Import,
  ImportChoices,
  Pulled,
  Pushed,
  Setup,
  WeekRow,
} from './shapes.ts';
import { upload } from './upload.ts';

export { ApiProblem, Unreachable } from './request.ts';
export { auth, type AuthAnswer, type Flow } from './auth.ts';
export type * from './shapes.ts';

const SLOW_MS = 60_000;

export const api = {
  setup: () => ask<Setup>('/api/setup'),
  /** Who is signed in; the server is told how far this phone has `seen` its numbers. */
  account: (seen = 0, signal?: AbortSignal) =>
    ask<Account>(`/api/account?seen=${seen}`, signal ? { signal } : {}),
  push: (device: string, rows: Row[], signal?: AbortSignal) =>
    ask<Pushed>('/api/sync/push', {
      method: 'POST',
      body: { device, rows },
      timeoutMs: SLOW_MS,
      ...(signal && { signal }),
    }),
  pull: (after: number, limit: number, signal?: AbortSignal) =>
    ask<Pulled>(`/api/sync/pull?after=${after}&limit=${limit}`, {
      timeoutMs: SLOW_MS,
      ...(signal && { signal }),
    }),
  /** The catalogue in `language`; null where `version` is still the newest. */
  catalogue: (language: string, version?: string) =>
    newer<Catalogue>(`/api/catalogue?language=${encodeURIComponent(language)}`, version),
  /** What is known, in `language`; null where `version` is still the newest. */
  evidence: (language: string, version?: string) =>
    newer<Evidence>(`/api/evidence?language=${encodeURIComponent(language)}`, version),
  /** Sets and volume per muscle and week of the whole history, as the server counts them. */
  weeks: () => ask<{ rows: WeekRow[] }>('/api/logbook/weeks'),
  /** Where the browser downloads everything ever logged. */
  archiveAddress: '/api/logbook/archive',
  imports: {
    list: () => ask<Import[]>('/api/imports'),
    get: (id: string) => ask<Import>(`/api/imports/${encodeURIComponent(id)}`),
    /** `onprogress` hears how much has left the phone, from 0 to 1. */
    upload: (file: File, onprogress: (share: number) => void = () => {}) =>
      upload<Import>(
        `/api/imports?name=${encodeURIComponent(file.name)}`,
        file,
        onprogress,
        4 * SLOW_MS,
      ),
    start: (id: string, choices: ImportChoices) =>
      ask<Import | undefined>(`/api/imports/${encodeURIComponent(id)}/start`, {
        method: 'POST',
        body: choices,
      }),
    /** Take out again what it added and nobody has changed since. */
    undo: (id: string) =>
      ask<Import>(`/api/imports/${encodeURIComponent(id)}/undo`, { method: 'POST' }),
    remove: (id: string) =>
      ask<void>(`/api/imports/${encodeURIComponent(id)}`, { method: 'DELETE' }),
  },
};

/** What the server has; null where that is `version`. */
async function newer<T>(path: string, version?: string): Promise<T | null> {
  const headers = version ? { 'If-None-Match': `"${version}"` } : {};
  const response = await send(path, { headers });
  if (response.status === 304) return null;
  if (!response.ok) throw await problemOf(response);
  return (await response.json()) as T;
}
