import { addressOf, placeAt, type Place } from './routes.ts';

let address = $state(location.hash);
const place = $derived(placeAt(address));
addEventListener('hashchange', () => (address = location.hash));

/** Where the lifter is. Reactive. */
export function here(): Place {
  return place;
}

/** Go to `next`; with `replace` the back button does not lead here again. */
export function go(next: Place, { replace = false }: { replace?: boolean } = {}): void {
  if (replace) {
    history.replaceState(history.state, '', addressOf(next));
    address = location.hash;
  } else {
    location.hash = addressOf(next);
  }
}
