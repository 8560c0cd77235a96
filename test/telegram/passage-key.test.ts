import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromButtonData, fromStartPayload, toButtonData, toStartPayload } from '../../src/telegram/passage-key.js';
import { questionIdOf } from '../../src/telegram/question-id.js';

const key = fc.record({ kind: fc.constantFrom('citation' as const, 'nearest' as const), answerId: fc.stringMatching(/^[A-Za-z0-9_-]{1,36}$/), number: fc.integer({ min: 1, max: 999 }) });

test('a key survives its button and its link, within 64 bytes', () => {
  fc.assert(
    fc.property(key, (one) => {
      const data = toButtonData(one) ?? '';
      expect(fromButtonData(data)).toEqual(one);
      expect(fromStartPayload(toStartPayload(one))).toEqual(one);
      expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
      expect(toStartPayload(one)).toMatch(/^[A-Za-z0-9_-]{1,64}$/);
    }),
  );
});

test('whatever else is no key', () => {
  fc.assert(
    fc.property(fc.string(), (data) => {
      const found = fromButtonData(data);
      expect(found === null || toButtonData(found) === data).toBe(true);
    }),
  );
  for (const data of ['c:a:0', 'c:a:-1', 'c:a:01', 'c::1', 'x:a:1', `c:${'a'.repeat(37)}:1`, 'c:../x:1', 'c:a:1\n']) expect(fromButtonData(data)).toBeNull();
});

test('an answer id of another form gets no button', () => {
  for (const answerId of ['', 'a b', '答', 'a'.repeat(37)]) expect(toButtonData({ kind: 'citation', answerId, number: 1 })).toBeNull();
});

test('a question id is short, the same for the same update, another for another, and cannot be worked out without the token', () => {
  const place = { updateId: 100_001, chatId: 4_242_424, messageId: 9 };
  const id = questionIdOf('1:A', place);
  expect(id).toMatch(/^tg-[\w-]{20}$/);
  expect(questionIdOf('1:A', { ...place })).toBe(id);
  expect(new Set([id, ...[1, 2, 3].map((messageId) => questionIdOf('1:A', { ...place, messageId })), questionIdOf('1:B', place), questionIdOf('1:A', { ...place, chatId: 5 })]).size).toBe(6);
});
