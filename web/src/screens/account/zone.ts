/** Is `zone` a time zone that this browser knows? */
export function isZone(zone: string): boolean {
  try {
    return Boolean(zone.trim() && new Intl.DateTimeFormat('en', { timeZone: zone.trim() }));
  } catch {
    return false;
  }
}
