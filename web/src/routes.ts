/** Addresses of the app: everything after `#`. */

export type Place =
  | { screen: 'today' }
  | { screen: 'session'; id: string }
  | { screen: 'history' }
  | { screen: 'visit'; id: string }
  | { screen: 'muscles' }
  | { screen: 'muscle'; muscle: string }
  | { screen: 'exercises'; muscle?: string }
  | { screen: 'exercise'; id: string }
  | { screen: 'evidence' }
  | { screen: 'claim'; id: string }
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
    case 'exercises':
      return place.muscle ? `#/exercises/${encodeURIComponent(place.muscle)}` : '#/exercises';
    case 'exercise':
      return `#/exercise/${encodeURIComponent(place.id)}`;
    case 'claim':
      return `#/evidence/${encodeURIComponent(place.id)}`;
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
  if (isTab(first) || isPlain(first)) return { screen: first };
  return { screen: 'today' };
}

/** The entry of the main menu that `place` lies under; null where there is no menu. */
export function tabOf(place: Place): Tab | null {
  const tabs: Partial<Record<Place['screen'], Tab>> = {
    visit: 'history',
    muscle: 'muscles',
    exercises: 'muscles',
    exercise: 'muscles',
    evidence: 'account',
    claim: 'account',
    review: 'import',
    security: 'account',
  };
  return isTab(place.screen) ? place.screen : (tabs[place.screen] ?? null);
}

function placeInside(first: string, second: string): Place {
  if (first === 'session') return { screen: 'session', id: second };
  if (first === 'history') return { screen: 'visit', id: second };
  if (first === 'muscles') return { screen: 'muscle', muscle: second };
  if (first === 'exercises') return { screen: 'exercises', muscle: second };
  if (first === 'exercise') return { screen: 'exercise', id: second };
  if (first === 'evidence') return { screen: 'claim', id: second };
  if (first === 'import') return { screen: 'review', id: second };
  if (first === 'account' && second === 'security') return { screen: 'security' };
  return { screen: 'today' };
}

const PLAIN = ['exercises', 'evidence', 'sign-in', 'welcome'] as const;

function isPlain(name: string): name is (typeof PLAIN)[number] {
  return (PLAIN as readonly string[]).includes(name);
}

/** The addresses that led here, `address` last; going to the one before is going back. */
export function trailAfter(trail: readonly string[], address: string): string[] {
  if (trail.at(-1) === address) return [...trail];
  if (trail.at(-2) === address) return trail.slice(0, -1);
  return [...trail, address].slice(-TRAIL_KEPT);
}

const TRAIL_KEPT = 50;

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
