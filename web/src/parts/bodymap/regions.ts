/** The drawing made ready for the screen: path data of every muscle, and where it lies. */
import { BACK } from './back.ts';
import { area, halfCurves, lines, MIDDLE, parseShape, spread, type Point } from './curve.ts';
import { FIBRES_BACK, FIBRES_FRONT } from './fibres.ts';
import { FRONT } from './front.ts';
import { MUSCLES, type Muscle, type View } from './muscles.ts';

export const WIDTH = 200;
export const HEIGHT = 440;

/** Further out and further down than this there is only the arm. */
const ARM = 41.5;
const SHOULDER = 100;

const SLIM = 8;

/** A muscle of one view. `left` and `right` are the sides of the body, not of the picture. */
export type Region = {
  readonly muscle: Muscle;
  readonly view: View;
  readonly left: string;
  readonly right: string;
  readonly fibres: string;
  readonly points: readonly Point[];
  /** Too narrow for a thumb as it is drawn. */
  readonly isSlim: boolean;
};

const DRAWN = { front: FRONT, back: BACK };
const FIBRES = { front: FIBRES_FRONT, back: FIBRES_BACK };

/** Mean width of the shapes together, measured across the longest. */
function width(shapes: readonly Point[][]): number {
  const areas = shapes.map(area);
  const lengths = shapes.map((points) => Math.max(spread(points, 'x'), spread(points, 'y')));
  return areas.reduce((sum, each) => sum + each, 0) / Math.max(...lengths);
}

function region(view: View, muscle: Muscle): Region | undefined {
  const shapes = DRAWN[view][muscle]?.map(parseShape);
  if (!shapes) return undefined;
  const right = view === 'front' ? -1 : 1;
  return {
    muscle,
    view,
    left: halfCurves(shapes, right === 1 ? -1 : 1),
    right: halfCurves(shapes, right),
    fibres: lines(FIBRES[view][muscle] ?? []),
    points: shapes.flat(),
    isSlim: width(shapes) < SLIM,
  };
}

const regionsOf = (view: View): readonly Region[] =>
  MUSCLES.flatMap((muscle) => region(view, muscle) ?? []);

/** From head to foot. */
export const REGIONS: Record<View, readonly Region[]> = {
  front: regionsOf('front'),
  back: regionsOf('back'),
};

/** All muscles of a view in one path, for a picture that tells none apart. */
export const ALL_MUSCLES: Record<View, string> = {
  front: REGIONS.front.map((region) => region.left + region.right).join(''),
  back: REGIONS.back.map((region) => region.left + region.right).join(''),
};

/**
 * The square part of the drawing that shows `region` with enough body around it to know where.
 * A muscle of the arm is shown on one arm alone, the others on both sides.
 */
export function closeUp({ points }: Region): string {
  const xs = points.map((point) => point.x);
  const ys = points.map((point) => point.y);
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const [inner, outer] = [Math.min(...xs), Math.max(...xs)];
  const isArm = inner > ARM && top > SHOULDER;
  const size = Math.max(isArm ? 104 : 116, isArm ? 0 : 2 * outer + 16, (bottom - top) * 1.4);
  const centre = isArm ? MIDDLE + (inner + outer) / 2 : MIDDLE;
  const x = Math.min(centre - size / 2, WIDTH - size);
  const y = Math.min(Math.max((top + bottom - size) / 2, 0), HEIGHT - size);
  return [x, y, size, size].map(Math.round).join(' ');
}
