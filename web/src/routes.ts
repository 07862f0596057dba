/** Addresses of the app: everything after `#`. */

export type Place =
  | { screen: 'today' }
  | { screen: 'session'; id: string }
  | { screen: 'history' }
  | { screen: 'visit'; id: string }
  | { screen: 'muscles' }
  | { screen: 'muscle'; muscle: string }
  | { screen: 'import' }
  | { screen: 'review'; id: string }
  | { screen: 'account' }
  | { screen: 'security' }
  | { screen: 'sign-in' }
  | { screen: 'welcome' };

export type Tab = 'today' | 'history' | 'muscles' | 'import' | 'account';
export const TABS: readonly Tab[] = ['today', 'history', 'muscles', 'import', 'account'];

/** The address of `place`, to be put in an `href`. */
export function addressOf(place: Place): string {
  switch (place.screen) {
    case 'session':
      return `#/session/${encodeURIComponent(place.id)}`;
    case 'visit':
      return `#/history/${encodeURIComponent(place.id)}`;
    case 'muscle':
      return `#/muscles/${encodeURIComponent(place.muscle)}`;
    case 'review':
      return `#/import/${encodeURIComponent(place.id)}`;
    case 'security':
      return '#/account/security';
    default:
      return `#/${place.screen}`;
  }
}

/** The place at `address`; Today for an address that leads nowhere. */
export function placeAt(address: string): Place {
  const [first = '', second] = address.replace(/^#?\/?/, '').split(/[/?]/).map(decoded);
  if (second) return placeInside(first, second);
  if (isTab(first) || first === 'sign-in' || first === 'welcome') return { screen: first };
  return { screen: 'today' };
}

/** The entry of the main menu that `place` lies under; null where there is no menu. */
export function tabOf(place: Place): Tab | null {
  const tabs: Partial<Record<Place['screen'], Tab>> = {
    visit: 'history',
    muscle: 'muscles',
    review: 'import',
    security: 'account',
  };
  return isTab(place.screen) ? place.screen : (tabs[place.screen] ?? null);
}

function placeInside(first: string, second: string): Place {
  if (first === 'session') return { screen: 'session', id: second };
  if (first === 'history') return { screen: 'visit', id: second };
  if (first === 'muscles') return { screen: 'muscle', muscle: second };
  if (first === 'import') return { screen: 'review', id: second };
  if (first === 'account' && second === 'security') return { screen: 'security' };
  return { screen: 'today' };
}

function isTab(name: string): name is Tab {
  return (TABS as readonly string[]).includes(name);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
