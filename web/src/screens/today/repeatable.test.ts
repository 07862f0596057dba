import { expect, it } from 'vitest';
import { repeatable } from './repeatable.ts';

it('offers the latest session of each title', () => {
  const sessions = [{ id: 1, title: 'Push' }, { id: 2, title: 'Pull' }, { id: 3, title: 'push ' }, { id: 4 }];
  expect(repeatable(sessions).map((one) => one.id)).toEqual([1, 2, 4]);
  expect(repeatable(sessions, 2).map((one) => one.id)).toEqual([1, 2]);
});
