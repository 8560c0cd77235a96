import { expect, it } from 'vitest';
import { createAllowance } from '../../src/telegram/allowance.js';

it('lets a burst through and then so many a second', () => {
  let nowMs = 5_000;
  const may = createAllowance({ now: () => nowMs }, { most: 3, perSecond: 2 });
  const howMany = (): number => Array.from({ length: 10 }, may).filter(Boolean).length;
  expect(howMany()).toBe(3);
  nowMs += 400;
  expect(howMany()).toBe(0);
  nowMs += 100;
  expect(howMany()).toBe(1);
  nowMs += 1_000;
  expect(howMany()).toBe(2);
  nowMs += 3_600_000;
  expect(howMany()).toBe(3);
});
