export type SyncMood = 'idle' | 'syncing' | 'offline' | 'signed-out';

/** How syncing goes. Reactive. */
export interface SyncState {
  readonly state: SyncMood;
  readonly pending: number;
  readonly refused: number;
  /** When the server last had everything; 0 for never. */
  readonly last_ok_ms: number;
  /** Is the whole log being fetched for the first time on this phone? */
  readonly is_restoring: boolean;
  readonly fetched: number;
}
const mutable = $state<{ -readonly [K in keyof SyncState]: SyncState[K] }>({
  state: 'idle', pending: 0, refused: 0, last_ok_ms: 0, is_restoring: false, fetched: 0,
});
export const syncState: SyncState = mutable;

export async function syncNow(): Promise<void> {}
/** Keep syncing from now on. Returns what stops it. */
export function startSync(): () => void {
  return () => {};
}
