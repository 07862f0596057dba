import { expect, test } from 'vitest';
import { zoneOf } from './zone.ts';

test('a zone is written as it is named, however it was typed', () => {
  expect(zoneOf(' europe/berlin ')).toBe('Europe/Berlin');
  expect(zoneOf('UTC')).toBe('UTC');
  expect(zoneOf('Berlin')).toBeNull();
  expect(zoneOf(' ')).toBeNull();
});
