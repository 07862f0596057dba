import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cases } from '../testing/vectors.ts';
import { latest, newDevice, newId, readStamp, stampAfter, writeStamp } from './stamp.ts';

interface Case {
  seen: string[];
  now_ms: number;
  device: string;
  stamp: string;
}
const moments = fc.record({
  ms: fc.integer({ min: 0, max: 2 ** 47 }),
  counter: fc.integer({ min: 0, max: 0xffff }),
  device: fc.constantFrom('00000000', '0a1b2c3d', 'ffffffff'),
});

test.each(cases<Case>('stamps'))('at $now_ms having seen $seen', ({ seen, now_ms, device, stamp }) => {
  expect(stampAfter(seen, now_ms, device)).toBe(stamp);
});

test('a stamp is later than all that were seen, and reads back', () => {
  fc.assert(
    fc.property(fc.array(moments), fc.integer({ min: 0, max: 2 ** 47 }), (seen, now) => {
      const stamps = seen.map(writeStamp);
      const next = stampAfter(stamps, now, '0a1b2c3d');
      expect(next).toMatch(/^[0-9a-f]{24}$/);
      for (const stamp of stamps) expect(next > stamp).toBe(true);
      expect(writeStamp(readStamp(next))).toBe(next);
      expect(latest([...stamps, next])).toBe(next);
    }),
  );
});

test('ids are UUIDs of version 7 that sort by time', () => {
  const [early, late] = [newId(1_000), newId(2_000)];
  expect(early).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(early < late).toBe(true);
  expect(newDevice()).toMatch(/^[0-9a-f]{8}$/);
});
