/** What the lifter decides about a file before anything is added. */

import type { ImportChoices, ImportPreview } from '../../api/client.ts';

export type Name = NonNullable<ImportPreview['names']>[number];
/** What a name in the file is: an exercise's id, or null for the lifter's own exercise. */
export type Mapping = Record<string, string | null>;

export const MOST_BYTES = 16 * 1024 * 1024;
const KEPT = 'innervate.import.';

/** The names that nothing in the catalogue matches, most used first. */
export function openNames(names: readonly Name[]): Name[] {
  return byUse(names.filter(({ exercise }) => !exercise));
}

export function matchedNames(names: readonly Name[]): Name[] {
  return byUse(names.filter(({ exercise }) => exercise));
}

function byUse(names: Name[]): Name[] {
  return names.sort((a, b) => b.sets - a.sets || a.name.localeCompare(b.name));
}

/** Each name with what it is: the lifter's choice before ours. */
export function mappingOf(names: readonly Name[], chosen: Mapping): Mapping {
  const entries = names.map(({ name, exercise }) => [
    name, Object.hasOwn(chosen, name) ? chosen[name]! : (exercise ?? null),
  ]);
  return Object.fromEntries(entries) as Mapping;
}

/** What goes to the server; only what was asked for. */
export function choicesOf(
  preview: ImportPreview, chosen: Mapping, zone: string, unit: 'kg' | 'lb' | null,
): ImportChoices {
  const asks = preview.asks ?? [];
  return {
    ...(asks.includes('zone') && { zone }),
    ...(asks.includes('unit') && unit && { unit }),
    mapping: mappingOf(preview.names ?? [], chosen),
  };
}

/** Is `zone` a time zone that this browser knows? */
export function isZone(zone: string): boolean {
  try {
    return Boolean(zone.trim() && new Intl.DateTimeFormat('en', { timeZone: zone.trim() }));
  } catch {
    return false;
  }
}

export interface Kept {
  mapping: Mapping;
  zone?: string;
  unit?: 'kg' | 'lb';
}

/** Choices made before the screen was left; they live as long as the tab. */
export function recall(id: string): Kept {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEPT + id) ?? '{}') as Partial<Kept>;
    return { ...kept, mapping: kept.mapping ?? {} };
  } catch {
    return { mapping: {} };
  }
}

export function keep(id: string, kept: Kept): void {
  sessionStorage.setItem(KEPT + id, JSON.stringify(kept));
}

export function forget(id: string): void {
  sessionStorage.removeItem(KEPT + id);
}
