import { expect, test } from 'vitest';
import { keepRecent } from '../../../src/adapters/sqlite/recent.js';

test('keeps what was asked for last, and no more than it may', () => {
  const recent = keepRecent<number, string>(2);
  recent.keep(1, 'one');
  recent.keep(2, 'two');
  expect(recent.get(1)).toBe('one');
  recent.keep(3, 'three');
  expect([1, 2, 3].map((key) => recent.get(key))).toEqual(['one', undefined, 'three']);
  recent.keep(4, 'four');
  expect([1, 3, 4].map((key) => recent.get(key))).toEqual([undefined, 'three', 'four']);
});
