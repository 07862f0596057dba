/**
 * Smooth closed outlines from a few points, so that the drawing stays short and open to editing.
 *
 * A shape is written `x,y x,y ...`; a point that ends in `!` is a corner. x counts outwards from
 * the middle of the body, so that one half is drawn and the other is its mirror image.
 */
export type Point = { readonly x: number; readonly y: number; readonly corner: boolean };

type Vector = readonly [number, number];

/** x of the middle of the body in the finished drawing. */
export const MIDDLE = 100;

export function parseShape(text: string): Point[] {
  return text
    .trim()
    .split(/\s+/)
    .map((token) => {
      const [x, y] = token.replace('!', '').split(',').map(Number);
      return { x: x ?? NaN, y: y ?? NaN, corner: token.endsWith('!') };
    });
}

/** The half as it stands in the picture: `side` 1 to the right of the middle, -1 to the left. */
export function placed(points: readonly Point[], side: 1 | -1): Point[] {
  return points.map((point) => ({ ...point, x: MIDDLE + side * point.x }));
}

/** A half that begins and ends on the middle, joined with its mirror image into one outline. */
export function joined(half: readonly Point[]): Point[] {
  const inner = half.filter((point) => point.x !== 0).reverse();
  return [...placed(half, 1), ...placed(inner, -1)];
}

/** Area of the polygon through `points`. */
export function area(points: readonly Point[]): number {
  const doubled = points.reduce((sum, from, index) => {
    const to = points[(index + 1) % points.length] as Point;
    return sum + from.x * to.y - to.x * from.y;
  }, 0);
  return Math.abs(doubled) / 2;
}

export function spread(points: readonly Point[], axis: 'x' | 'y'): number {
  const values = points.map((point) => point[axis]);
  return Math.max(...values) - Math.min(...values);
}

const short = (value: number): string => String(Math.round(value * 10) / 10);
const pair = (x: number, y: number): string => `${short(x)} ${short(y)}`;

/** Direction of the curve in a point: parallel to the line between its neighbours. */
function direction(before: Point, after: Point): Vector {
  const [dx, dy] = [after.x - before.x, after.y - before.y];
  const length = Math.hypot(dx, dy) || 1;
  return [dx / length, dy / length];
}

/** Where the curve from `point` aims; undefined in a corner, which aims nowhere of its own. */
function handle(point: Point, along: Vector, reach: number): Vector | undefined {
  if (point.corner) return undefined;
  return [point.x + along[0] * reach, point.y + along[1] * reach];
}

function midway(point: Point, other: Vector | undefined): Vector {
  return other ? [(point.x + other[0]) / 2, (point.y + other[1]) / 2] : [point.x, point.y];
}

/** SVG path data of the closed curve through `points`. */
export function closedCurve(points: readonly Point[]): string {
  const at = (index: number): Point => points[(index + points.length) % points.length] as Point;
  const parts = points.map((from, index) => {
    const to = at(index + 1);
    if (from.corner && to.corner) return `L${pair(to.x, to.y)}`;
    const reach = Math.hypot(to.x - from.x, to.y - from.y) / 3;
    const leaving = handle(from, direction(at(index - 1), to), reach);
    const arriving = handle(to, direction(from, at(index + 2)), -reach);
    const [first, second] = [leaving ?? midway(from, arriving), arriving ?? midway(to, leaving)];
    return `C${pair(...first)} ${pair(...second)} ${pair(to.x, to.y)}`;
  });
  return `M${pair(at(0).x, at(0).y)}${parts.join('')}Z`;
}

/** SVG path data of an open line: two points are joined straight, three by an arc. */
export function openLine(points: readonly Point[]): string {
  const [from, ...rest] = points;
  if (!from) return '';
  const kind = rest.length === 2 ? 'Q' : 'L';
  return `M${pair(from.x, from.y)}${kind}${rest.map((point) => pair(point.x, point.y)).join(' ')}`;
}

/** The closed shapes of a half as they stand on one side of the picture. */
export const halfCurves = (shapes: readonly Point[][], side: 1 | -1): string =>
  shapes.map((points) => closedCurve(placed(points, side))).join('');

/** Shapes or lines of a half, on both sides of the picture. */
export const patches = (shapes: readonly string[]): string => {
  const drawn = shapes.map(parseShape);
  return halfCurves(drawn, 1) + halfCurves(drawn, -1);
};

export const lines = (drawn: readonly string[]): string =>
  drawn
    .map(parseShape)
    .flatMap((points) => [placed(points, 1), placed(points, -1)])
    .map(openLine)
    .join('');

/** One outline across the middle, from its half. */
export const outline = (half: string): string => closedCurve(joined(parseShape(half)));
