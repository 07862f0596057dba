import fc from 'fast-check';
import { expect, it } from 'vitest';
import { closedCurve, joined, openLine, parseShape, placed } from './curve.ts';

it('reads points and corners', () => {
  expect(parseShape(' 1,2!  .5,3 ')).toEqual([
    { x: 1, y: 2, corner: true },
    { x: 0.5, y: 3, corner: false },
  ]);
});

it('draws straight from corner to corner', () => {
  expect(closedCurve(parseShape('0,0! 10,0! 10,10!'))).toBe('M0 0L10 0L10 10L0 0Z');
});

it('passes through a smooth point without a kink', () => {
  const path = closedCurve(parseShape('0,0! 10,5 20,0!'));
  const [, , x1, y1] = /C(\S+ \S+) (\S+) (\S+) 10 5C/.exec(path) ?? [];
  const [, x2, y2] = /10 5C(\S+) (\S+) /.exec(path) ?? [];
  expect([Number(y1), Number(y2)]).toEqual([5, 5]);
  expect(10 - Number(x1 ?? NaN)).toBeCloseTo(Number(x2) - 10);
});

it('mirrors a half about the middle, and joins both without doubling the middle', () => {
  const half = parseShape('0,0 10,5 0,10');
  expect(placed(half, -1).map((point) => point.x)).toEqual([100, 90, 100]);
  expect(joined(half).map((point) => [point.x, point.y])).toEqual([
    [100, 0],
    [110, 5],
    [100, 10],
    [90, 5],
  ]);
});

it('draws two points as a line and three as an arc', () => {
  expect(openLine(parseShape('1,2 3,4'))).toBe('M1 2L3 4');
  expect(openLine(parseShape('1,2 3,4 5,6'))).toBe('M1 2Q3 4 5 6');
});

it('never writes a number that a browser cannot read', () => {
  const coordinate = fc.integer({ min: 0, max: 440 });
  const point = fc.record({ x: coordinate, y: coordinate, corner: fc.boolean() });
  fc.assert(
    fc.property(fc.array(point, { minLength: 3, maxLength: 12 }), (points) => {
      expect(closedCurve(points)).toMatch(/^M[-\d. ]+([LC][-\d. ]+)+Z$/);
    }),
  );
});
