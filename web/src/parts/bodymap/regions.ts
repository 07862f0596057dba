/** The drawing made ready for the screen: path data of every muscle, and where it lies. */
import { BACK } from './back.ts';
import { closedCurve, joined, openLine, parseShape, placed, type Point } from './curve.ts';
import { FRONT } from './front.ts';
import { MUSCLES, type Muscle, type View } from './muscles.ts';

export const WIDTH = 200;
export const HEIGHT = 440;

/** A muscle of one view. `left` and `right` are the sides of the body, not of the picture. */
export type Region = {
  readonly muscle: Muscle;
  readonly view: View;
  readonly left: string;
  readonly right: string;
  readonly points: readonly Point[];
};

const DRAWN: Record<View, Partial<Record<Muscle, readonly string[]>>> = { front: FRONT, back: BACK };

const curves = (shapes: readonly Point[][], side: 1 | -1): string =>
  shapes.map((points) => closedCurve(placed(points, side))).join('');

function region(view: View, muscle: Muscle): Region | undefined {
  const shapes = DRAWN[view][muscle]?.map(parseShape);
  if (!shapes) return undefined;
  const right = view === 'front' ? -1 : 1;
  return {
    muscle,
    view,
    left: curves(shapes, right === 1 ? -1 : 1),
    right: curves(shapes, right),
    points: shapes.flat(),
  };
}

const regionsOf = (view: View): readonly Region[] =>
  MUSCLES.flatMap((muscle) => region(view, muscle) ?? []);

/** From head to foot. */
export const REGIONS: Record<View, readonly Region[]> = {
  front: regionsOf('front'),
  back: regionsOf('back'),
};

/** Both halves of shapes or lines that are not muscles. */
export const bothSides = (shapes: readonly string[]): string =>
  shapes.map(parseShape).map((points) => curves([points], 1) + curves([points], -1)).join('');

export const bothLines = (lines: readonly string[]): string =>
  lines.map(parseShape).flatMap((points) => [placed(points, 1), placed(points, -1)]).map(openLine).join('');

export const outline = (half: string): string => closedCurve(joined(parseShape(half)));

/** The square part of the drawing that shows `region` with enough body around it to know where. */
export function closeUp({ points }: Region): string {
  const xs = points.map((point) => point.x);
  const ys = points.map((point) => point.y);
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const size = Math.max(116, 2 * Math.max(...xs) + 16, (bottom - top) * 1.4);
  const y = Math.min(Math.max((top + bottom - size) / 2, 0), HEIGHT - size);
  return [(WIDTH - size) / 2, y, size, size].map(Math.round).join(' ');
}
