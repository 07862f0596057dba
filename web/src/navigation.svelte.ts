import { addressOf, placeAt, trailAfter, type Place } from './routes.ts';

let address = $state(location.hash);
const place = $derived(placeAt(address));
let trail: string[] = [location.hash];
addEventListener('hashchange', () => follow(location.hash));

function follow(next: string): void {
  trail = trailAfter(trail, next);
  address = next;
}

/** Where the lifter came from, as an address; `otherwise` where the app was opened here. */
export function wayBack(otherwise: Place): string {
  void address;
  return trail.at(-2) || addressOf(otherwise);
}

/** Where the lifter is. Reactive. */
export function here(): Place {
  return place;
}

/** Go to `next`; with `replace` the back button does not lead here again. */
export function go(next: Place, { replace = false }: { replace?: boolean } = {}): void {
  if (replace) {
    history.replaceState(history.state, '', addressOf(next));
    trail = trailAfter(trail.slice(0, -1), location.hash);
    address = location.hash;
  } else {
    location.hash = addressOf(next);
  }
}
