const NAME = 'innervate-account';
let tail: Promise<unknown> = Promise.resolve();

/** Run `work` while no other tab of this browser runs such work: one syncs, or one signs in. */
export function exclusively<T>(work: () => Promise<T>): Promise<T> {
  if ('locks' in navigator) return navigator.locks.request(NAME, work) as Promise<T>;
  const turn = tail.then(work, work);
  tail = turn.catch(() => undefined);
  return turn;
}
