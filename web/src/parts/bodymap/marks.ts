/** How a region is marked. Every level has a pattern of its own, not just a colour. */
export const LEVELS = [
  'none', 'unrated', 'weak', 'moderate', 'strong', 'target', 'compensator', 'low', 'mid', 'high',
] as const;

export type Level = (typeof LEVELS)[number];

/** `label` is the translated word for the level, read out after the muscle's name. */
export type Mark = { readonly level: Level; readonly label?: string };

/** What a picture of the body says in words: its own name, then each marked muscle. */
export function sentence(name: string | undefined, marked: readonly string[]): string {
  const list = marked.join(', ');
  if (!name) return list;
  return list ? `${name}: ${list}` : name;
}

export function spoken(name: string, mark: Mark | undefined): string {
  return mark?.label ? `${name}: ${mark.label}` : name;
}
