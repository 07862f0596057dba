import { describe, expect, it } from 'vitest';
import { BODY, HEAD_BACK, HEAD_FRONT } from './outline.ts';
import { MUSCLES, type View } from './muscles.ts';
import { outline } from './curve.ts';
import { closeUp, HEIGHT, REGIONS, WIDTH, type Region } from './regions.ts';

type Spot = readonly [number, number];
type Patch = { readonly name: string; readonly spots: readonly Spot[] };

const cubic = (a: number, b: number, c: number, d: number, t: number): number =>
  a * (1 - t) ** 3 + 3 * b * t * (1 - t) ** 2 + 3 * c * t * t * (1 - t) + d * t ** 3;

/** Spots along every closed curve of a path that this drawing is able to write (M, L, C, Z). */
function traced(path: string): Spot[][] {
  return path
    .split('Z')
    .filter(Boolean)
    .map((curve) => {
      const spots: Spot[] = [];
      for (const [, kind, rest] of curve.matchAll(/([MLC])([^MLC]*)/g)) {
        const n = (rest ?? '').trim().split(/\s+/).map(Number) as number[];
        const [x, y] = spots.at(-1) ?? [0, 0];
        if (kind !== 'C') spots.push([n[0] as number, n[1] as number]);
        else
          for (let t = 0.125; t <= 1; t += 0.125)
            spots.push([
              cubic(x, n[0] as number, n[2] as number, n[4] as number, t),
              cubic(y, n[1] as number, n[3] as number, n[5] as number, t),
            ]);
      }
      return spots;
    });
}

function isInside([x, y]: Spot, spots: readonly Spot[]): boolean {
  let inside = false;
  spots.forEach(([x1, y1], index) => {
    const [x2, y2] = spots[(index + 1) % spots.length] as Spot;
    if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
  });
  return inside;
}

function area(spots: readonly Spot[]): number {
  const doubled = spots.reduce((sum, [x1, y1], index) => {
    const [x2, y2] = spots[(index + 1) % spots.length] as Spot;
    return sum + x1 * y2 - x2 * y1;
  }, 0);
  return Math.abs(doubled) / 2;
}

/** One side is enough: the other is its mirror image, and none crosses the middle. */
const patches = (region: Region): Patch[] =>
  traced(region.left).map((spots) => ({ name: region.muscle, spots }));

const VIEWS: readonly View[] = ['front', 'back'];

it('knows which muscles are too narrow for a thumb', () => {
  const slim = REGIONS.front.filter((region) => region.isSlim).map((region) => region.muscle);
  expect(slim).toEqual(expect.arrayContaining(['neck-front', 'brachialis', 'peroneals']));
  expect(slim).not.toContain('abs');
  expect(slim).not.toContain('lower-chest');
});

describe.each(VIEWS)('the %s of the body', (view) => {
  const drawn = REGIONS[view].flatMap(patches);

  it('has no two muscles on the same spot', () => {
    const clashes = drawn.flatMap((one) =>
      drawn
        .filter((other) => other !== one && one.spots.some((spot) => isInside(spot, other.spots)))
        .map((other) => `${one.name} in ${other.name}`),
    );
    expect(clashes).toEqual([]);
  });

  it('keeps every muscle within the skin', () => {
    const head = view === 'front' ? HEAD_FRONT : HEAD_BACK;
    const skin = [BODY, head].flatMap((half) => traced(outline(half)));
    const outside = drawn.flatMap(({ name, spots }) =>
      spots
        .filter((spot) => !skin.some((edge) => isInside(spot, edge)))
        .map((spot) => `${name} ${spot}`),
    );
    expect(outside).toEqual([]);
  });

  it('gives every muscle a patch that can be seen on each side', () => {
    for (const { muscle, left, right } of REGIONS[view]) {
      const [onLeft, onRight] = [left, right].map((side) =>
        traced(side).reduce((sum, spots) => sum + area(spots), 0),
      ) as [number, number];
      expect(onLeft, muscle).toBeGreaterThan(60);
      expect(Math.abs(onLeft - onRight), muscle).toBeLessThan(1);
    }
  });

  it("puts the body's left on the right when it faces us, and on the left when it does not", () => {
    for (const { left, right } of REGIONS[view]) {
      const middle = WIDTH / 2;
      const isRight = (path: string): boolean => traced(path).flat().every(([x]) => x > middle);
      expect(isRight(left)).toBe(view === 'front');
      expect(isRight(right)).toBe(view === 'back');
    }
  });

  it('is walked from head to foot', () => {
    const order = REGIONS[view].map((region) => MUSCLES.indexOf(region.muscle));
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it('shows the whole of one side of a muscle in its thumbnail, inside the drawing', () => {
    for (const region of REGIONS[view]) {
      const box = closeUp(region).split(' ').map(Number);
      const [x, y, width, height] = box as [number, number, number, number];
      expect(width, region.muscle).toBe(height);
      expect(Math.min(x, y), region.muscle).toBeGreaterThanOrEqual(0);
      expect(x + width, region.muscle).toBeLessThanOrEqual(WIDTH);
      expect(y + height, region.muscle).toBeLessThanOrEqual(HEIGHT);
      for (const [px, py] of traced(view === 'front' ? region.left : region.right).flat()) {
        expect(px >= x && px <= x + width && py >= y && py <= y + height, region.muscle).toBe(true);
      }
    }
  });
});
