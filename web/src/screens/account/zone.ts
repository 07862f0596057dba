/** `typed` as its time zone is properly written, or null where this browser knows none. */
export function zoneOf(typed: string): string | null {
  const timeZone = typed.trim();
  if (!timeZone) return null;
  try {
    return new Intl.DateTimeFormat(undefined, { timeZone }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}
