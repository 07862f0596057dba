/** Recent sessions worth repeating: one of each title, the latest; untitled ones as they come. */
export function repeatable<S extends { title?: string }>(sessions: readonly S[], most = 4): S[] {
  const seen = new Set<string>();
  const chosen: S[] = [];
  for (const session of sessions) {
    const title = session.title?.trim().toLowerCase();
    if (title && seen.has(title)) continue;
    if (title) seen.add(title);
    chosen.push(session);
    if (chosen.length === most) break;
  }
  return chosen;
}
