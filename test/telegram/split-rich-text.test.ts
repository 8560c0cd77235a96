import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Run, toHtml, toPlain } from '../../src/telegram/rich-text.js';
import { clip, MESSAGE_UNITS, splitRichText } from '../../src/telegram/split-rich-text.js';
import { checkText } from './check-message.js';

const PIECES = ['会议决定批准这个报告', '增长 5.5%。', '\n', '👨‍👩‍👧‍👦', '🇨🇳', '👍🏽', 'e\u0301\u0323', 'क्षि', '각', '<b>&amp;', '  ', 'word ', '𠮷', '一\u{e0100}', '\t', '？！', 'ﷺ', '…'];
const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 120 }).map((pieces) => pieces.join(''));
const runs = fc.array(fc.record({ text, isBold: fc.boolean(), quote: fc.constantFrom(undefined, 'open' as const, 'folded' as const) }), { minLength: 1, maxLength: 6 });
const run = (entry: { text: string; isBold: boolean; quote: Run['quote'] }): Run => ({ text: entry.text, isBold: entry.isBold, ...(entry.quote === undefined ? {} : { quote: entry.quote }) });
const boundaries = (whole: string) => new Set([...new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(whole)].map((segment) => segment.index));

test('every message is taken by Telegram, keeps to the limit, and is cut between graphemes; nothing visible is lost', () => {
  fc.assert(
    fc.property(runs, fc.integer({ min: 24, max: 300 }), (entries, limit) => {
      const whole = entries.map(run).filter((entry) => entry.text !== '');
      const plain = toPlain(whole);
      const allowed = boundaries(plain).add(plain.length);
      let end = 0;
      for (const part of splitRichText(whole, limit)) {
        const partPlain = toPlain(part);
        expect(partPlain.length).toBeLessThanOrEqual(limit);
        expect(checkText({ text: toHtml(part), parse_mode: 'HTML' }).text).toBe(partPlain);
        const start = plain.indexOf(partPlain, end);
        expect(plain.slice(end, start).trim()).toBe('');
        end = start + partPlain.length;
        expect(allowed.has(start) && allowed.has(end)).toBe(true);
      }
      expect(plain.slice(end).trim()).toBe('');
    }),
    { numRuns: 500 },
  );
});

test('a grapheme longer than a message is cut between code points', () => {
  const monster = `e${'\u{1d165}'.repeat(MESSAGE_UNITS)}`;
  const parts = splitRichText([{ text: monster }]).map(toPlain);
  expect(parts.join('')).toBe(monster);
  for (const part of parts) expect(checkText({ text: part }).text.length).toBeLessThanOrEqual(MESSAGE_UNITS);
});

test('a message ends at a line break, else after a sentence, in its last half', () => {
  expect(splitRichText([{ text: '第一行甲。\n第二行乙。丙' }], 10).map(toPlain)).toEqual(['第一行甲。\n', '第二行乙。丙']);
  expect(splitRichText([{ text: '第一句话说完。第二句话' }], 10).map(toPlain)).toEqual(['第一句话说完。', '第二句话']);
});

test('what is invisible is not sent', () => {
  expect(splitRichText([{ text: ' \n\u200b\u3000\u2060' }])).toEqual([]);
  expect(splitRichText([])).toEqual([]);
});

test('a clipped text keeps whole graphemes and says that it was clipped', () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 12, max: 60 }), (whole, limit) => {
      const clipped = clip(whole, limit);
      expect(clipped.length).toBeLessThanOrEqual(limit);
      if (clipped !== whole) expect(clipped.endsWith('…') && boundaries(whole).has(clipped.length - 1)).toBe(true);
    }),
    { numRuns: 500 },
  );
});
