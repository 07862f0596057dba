import { liveQuery } from 'dexie';
import { createSubscriber } from 'svelte/reactivity';

/** An answer from the log that stays true: read `current` in a component and it follows. */
export interface Watched<T> {
  /** The answer; undefined until the first one is here. */
  readonly current: T | undefined;
  /** Why there is no answer, if reading failed. */
  readonly error: Error | undefined;
  /** For code outside components. Returns what stops it. */
  subscribe(run: (value: T | undefined) => void): () => void;
}

/**
 * Ask `query` now and again whenever what it read has changed, in this tab or another.
 *
 * What the query takes from the screen goes through `watchWith`, or a change of it goes unseen.
 */
export function watch<T>(query: () => Promise<T>): Watched<T> {
  let value: T | undefined;
  let error: Error | undefined;
  const follow = (changed: () => void) => {
    const subscription = liveQuery(query).subscribe({
      next: (next) => {
        [value, error] = [next, undefined];
        changed();
      },
      error: (reason: unknown) => {
        error = reason instanceof Error ? reason : new Error(String(reason));
        changed();
      },
    });
    return () => subscription.unsubscribe();
  };
  const listen = createSubscriber(follow);
  return {
    get current() {
      listen();
      return value;
    },
    get error() {
      listen();
      return error;
    },
    subscribe(run) {
      run(value);
      return follow(() => run(value));
    },
  };
}

/**
 * `watch` for a query with something to ask for, which is read at once, so that `$derived` sees it
 * change: `const logged = $derived(watchWith(id, sessionWithSets))`, then `logged.current`.
 */
export function watchWith<A, T>(wanted: A, query: (wanted: A) => Promise<T>): Watched<T> {
  return watch(() => query(wanted));
}
