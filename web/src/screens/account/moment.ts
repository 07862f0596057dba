import { formatLocale } from '../../messages/index.svelte.ts';

/** The day of a moment in seconds since 1970, as the server gives them. */
export function dayText(seconds: number): string {
  return new Date(seconds * 1000).toLocaleDateString(formatLocale(), { dateStyle: 'medium' });
}

/** Day and time of a moment in milliseconds since 1970. */
export function momentText(ms: number): string {
  return new Date(ms).toLocaleString(formatLocale(), { dateStyle: 'medium', timeStyle: 'short' });
}
