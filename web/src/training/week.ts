/** Calendar days and weeks, counted where the lifter was. Days are texts: `2026-11-23`. */

const MS_PER_DAY = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day of the moment `iso` in the IANA time zone `zone`. */
export function dayOf(iso: string, zone: string): string {
  return dayFormat(zone).format(Date.parse(iso));
}

/** The Monday of the week that `day` lies in. */
export function mondayOf(day: string): string {
  const ms = Date.parse(`${day}T00:00:00Z`);
  const sinceMonday = (new Date(ms).getUTCDay() + 6) % 7;
  return addDays(day, -sinceMonday);
}

/** The day `days` after `day` (before, for a negative number). */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * MS_PER_DAY).toISOString().slice(0, 10);
}

function dayFormat(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    const options = { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' } as const;
    format = new Intl.DateTimeFormat('en-CA', options);
    formats.set(zone, format);
  }
  return format;
}
