export interface Month<S> {
  month: string;
  sessions: S[];
}

/** `sessions` (newest first) by calendar month, each where it was trained. */
export function monthsOf<S extends { day: string }>(sessions: readonly S[]): Month<S>[] {
  const months: Month<S>[] = [];
  for (const session of sessions) {
    const month = session.day.slice(0, 7);
    const last = months.at(-1);
    if (last?.month === month) last.sessions.push(session);
    else months.push({ month, sessions: [session] });
  }
  return months;
}
