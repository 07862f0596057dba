import { speak } from '../messages/index.svelte.ts';
import type { Theme } from '../training/rows.ts';

const KEY = 'innervate.appearance';

interface Appearance {
  theme: Theme;
  locale: string;
}

/** Show the app in this theme and language, and at the next start from the first moment on. */
export function appear({ theme, locale }: Appearance): Promise<void> {
  localStorage.setItem(KEY, JSON.stringify({ theme, locale }));
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  return speak(forced() ?? locale);
}

/** As the app looked last time; resolves once its words are here. */
export function appearAsBefore(): Promise<void> {
  try {
    const before = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Appearance>;
    return appear({ theme: before.theme ?? 'system', locale: before.locale ?? 'en' });
  } catch {
    return appear({ theme: 'system', locale: 'en' });
  }
}

/** `?locale=pseudo` shows the app in a language nobody chose, for finding forgotten texts. */
function forced(): string | null {
  return new URLSearchParams(location.search).get('locale');
}
