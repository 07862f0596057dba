/** Conversions between the units lifters use. Loads are kept in kilograms everywhere. */

export type Unit = 'kg' | 'lb';

/** Exact by definition: the international avoirdupois pound. */
export const KG_PER_LB = 0.45359237;
export const METRES_PER_MILE = 1609.344;

const SNAP_LB = 0.5;
const SNAP_TOLERANCE_LB = 1e-6;
const LOAD_STEP: Record<Unit, number> = { kg: 2.5, lb: 5 };

/** Kilograms of a load in pounds, to full double precision. */
export function kgFromLb(loadLb: number): number {
  return loadLb * KG_PER_LB;
}

/** Pounds of a load in kilograms, to four decimals, so that what was typed reads back as typed. */
export function lbFromKg(loadKg: number): number {
  return Number((loadKg / KG_PER_LB).toFixed(4));
}

/** Was this load most likely entered in pounds, that is: a multiple of half a pound? */
export function isWholeInLb(loadKg: number): boolean {
  const steps = loadKg / KG_PER_LB / SNAP_LB;
  return Math.abs(steps - Math.round(steps)) * SNAP_LB < SNAP_TOLERANCE_LB;
}

/** A load as a lifter reads it in `unit`, with at most two decimals and no unit: `62.5`. */
export function showLoad(loadKg: number, unit: Unit): string {
  const load = unit === 'lb' ? lbFromKg(loadKg) : loadKg;
  return String(Number(load.toFixed(2)));
}

/** Kilograms of what a lifter typed in `unit`, with comma or point; null if it is no load. */
export function readLoad(text: string, unit: Unit): number | null {
  const typed = text.trim().replace(',', '.');
  if (!/^(\d+\.?\d*|\.\d+)$/.test(typed)) return null;
  const load = Number(typed);
  return unit === 'lb' ? kgFromLb(load) : load;
}

/** How much one tap on plus adds, in `unit`: the exercise's own step where it has one. */
export function loadStep(unit: Unit, exercise?: { load_step_kg?: number }): number {
  const stepKg = exercise?.load_step_kg;
  if (!stepKg) return LOAD_STEP[unit];
  return unit === 'kg' ? stepKg : Math.max(1, Math.round(lbFromKg(stepKg) / 2.5) * 2.5);
}

/** The load one step of `unit` above (or below, for -1) `loadKg`, on the grid of that unit. */
export function nextLoad(loadKg: number, unit: Unit, step: number, direction: 1 | -1): number {
  const load = unit === 'lb' ? lbFromKg(loadKg) : loadKg;
  const cells = load / step;
  const cell = direction > 0 ? Math.floor(cells + 1e-9) + 1 : Math.ceil(cells - 1e-9) - 1;
  const next = Math.max(0, Number((cell * step).toFixed(4)));
  return unit === 'lb' ? kgFromLb(next) : next;
}
