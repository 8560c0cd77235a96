import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextOffset } from '../../../src/telegram/receive/next-offset.js';

test('no unfinished update is confirmed, and every finished one before them is', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 1e9 }), { minLength: 1, maxLength: 100 }), fc.array(fc.boolean(), { minLength: 100, maxLength: 100 }), (ids, finished) => {
      const unfinished = ids.filter((_, index) => finished[index] === false);
      const offset = nextOffset(ids, ids.length, (id) => unfinished.includes(id), unfinished.length) ?? 0;
      expect(unfinished.every((id) => id >= offset)).toBe(true);
      expect(offset).toBe(unfinished.length > 0 ? Math.min(...unfinished) : Math.max(...ids) + 1);
    }),
  );
});

test('after an empty batch no offset is sent', () => {
  expect(nextOffset([], 0, () => false, 0)).toBeUndefined();
});

test('a full batch without anything new is passed, up to 1,000 unfinished updates', () => {
  const ids = Array.from({ length: 100 }, (_, index) => 50 + index);
  expect(nextOffset(ids, 0, () => true, 100)).toBe(150);
  expect(nextOffset(ids, 1, () => true, 100)).toBe(50);
  expect(nextOffset(ids, 0, () => true, 1_000)).toBe(50);
});
