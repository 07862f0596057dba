/** Asking the browser to keep the log, and how much room there is. */

const ASKED = 'innervate.persist';

/** Ask once, after the first stored set, that the browser does not delete the log by itself. */
export async function keepForGood(): Promise<boolean> {
  if (!navigator.storage?.persist) return false;
  if (await navigator.storage.persisted()) return true;
  if (localStorage.getItem(ASKED)) return false;
  localStorage.setItem(ASKED, '1');
  return navigator.storage.persist();
}

export interface Room {
  used_bytes: number;
  free_bytes: number;
  /** Has the browser promised not to delete the log by itself? */
  is_kept: boolean;
}

/** How much room the log takes; null where the browser does not tell. */
export async function room(): Promise<Room | null> {
  if (!navigator.storage?.estimate) return null;
  const { usage = 0, quota = 0 } = await navigator.storage.estimate();
  const is_kept = (await navigator.storage.persisted?.()) ?? false;
  return { used_bytes: usage, free_bytes: Math.max(0, quota - usage), is_kept };
}
