import type { Component } from 'svelte';
import { allWords } from './messages/index.svelte.ts';
import type { Place } from './routes.ts';
import SessionScreen from './screens/session/Screen.svelte';
import TodayScreen from './screens/today/Screen.svelte';

/** A screen takes the parameters of its place (`id`, `muscle`) as props. */
type Screen = Component<any>;
type Loaded = { default: Screen };

/** Screens of the first minute come with the app; the rest is fetched when first needed. */
export const AT_HAND: Partial<Record<Place['screen'], Screen>> = {
  today: TodayScreen,
  session: SessionScreen,
};

const LATER: Partial<Record<Place['screen'], () => Promise<Loaded>>> = {
  history: () => import('./screens/history/Screen.svelte'),
  visit: () => import('./screens/history/VisitScreen.svelte'),
  muscles: () => import('./screens/muscles/Screen.svelte'),
  muscle: () => import('./screens/muscles/MuscleScreen.svelte'),
  exercises: () => import('./screens/exercises/Screen.svelte'),
  exercise: () => import('./screens/exercise/Screen.svelte'),
  evidence: () => import('./screens/evidence/Screen.svelte'),
  claim: () => import('./screens/evidence/ClaimScreen.svelte'),
  import: () => import('./screens/import/Screen.svelte'),
  review: () => import('./screens/import/ReviewScreen.svelte'),
  account: () => import('./screens/account/Screen.svelte'),
  security: () => import('./screens/account/SecurityScreen.svelte'),
  'sign-in': () => import('./screens/account/SignInScreen.svelte'),
  welcome: () => import('./screens/account/WelcomeScreen.svelte'),
};

/** The screen of a place that is not at hand, with its words. */
export async function fetchScreen(name: Place['screen']): Promise<Loaded | undefined> {
  const [screen] = await Promise.all([LATER[name]?.(), allWords()]);
  return screen;
}
