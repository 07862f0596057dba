import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kgFromLb, lbFromKg, loadStep, nextLoad, readLoad, showLoad } from './units.ts';

const hundredths = fc.integer({ min: 0, max: 200_000 }).map((n) => n / 100);

test('a load typed in pounds reads back as typed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999 }), (n) => {
      expect(lbFromKg(kgFromLb(n / 10_000))).toBe(n / 10_000);
    }),
  );
});

test('what is shown in either unit reads back to what is shown', () => {
  fc.assert(
    fc.property(hundredths, fc.constantFrom('kg', 'lb'), (load, unit) => {
      expect(showLoad(readLoad(String(load), unit)!, unit)).toBe(String(load));
    }),
  );
});

test.each(['', ' ', '-5', '1,2,3', 'ten', '1e3', '.', '5kg', 'Infinity'])('%j is no load', (text) => {
  expect(readLoad(text, 'kg')).toBeNull();
});

test('a comma is a point', () => {
  expect(readLoad(' 102,5 ', 'kg')).toBe(102.5);
});

test('steps keep to the grid of the unit and never leave it', () => {
  fc.assert(
    fc.property(hundredths, fc.constantFrom('kg', 'lb'), (start, unit) => {
      const step = loadStep(unit);
      const kg = readLoad(String(start), unit)!;
      const up = nextLoad(kg, unit, step, 1);
      const shown = Number(showLoad(up, unit));
      expect(shown).toBeGreaterThan(start);
      expect(shown - start).toBeLessThanOrEqual(step + 1e-6);
      expect(shown % step).toBe(0);
      expect(nextLoad(up, unit, step, -1)).toBeLessThanOrEqual(kg + 1e-9);
    }),
  );
  expect(nextLoad(0, 'kg', 2.5, -1)).toBe(0);
});

test('an exercise with small plates has small steps, in pounds too', () => {
  expect(loadStep('kg', { load_step_kg: 1 })).toBe(1);
  expect(loadStep('lb', { load_step_kg: 1 })).toBe(2.5);
});
