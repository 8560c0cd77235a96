import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTopRows } from '../../../src/adapters/ranking/top-rows.js';

test('keeps what sorting everything would put first, equal scores by rising row', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 60 }), fc.integer({ min: 0, max: 20 }), fc.boolean(), (scores, limit, isReversed) => {
      const offered = scores.map((score, row) => ({ row, score }));
      const top = createTopRows(limit);
      for (const { row, score } of isReversed ? [...offered].reverse() : offered) if (score >= top.threshold) top.offer(row, score);
      const expected = [...offered].sort((left, right) => right.score - left.score || left.row - right.row).slice(0, limit);
      expect(top.sorted()).toEqual(expected);
    }),
  );
});

test.each([0, -1, 0.5, Number.NaN])('a limit of %s keeps nothing', (limit) => {
  const top = createTopRows(limit);
  top.offer(1, 1);
  expect(top.sorted()).toEqual([]);
});
