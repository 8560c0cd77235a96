import fc from 'fast-check';
import { expect, test } from 'vitest';
import { composeAnswer } from '../../src/telegram/compose-answer.js';
import { composePassage } from '../../src/telegram/compose-passage.js';
import { type RichText, toHtml, toPlain } from '../../src/telegram/rich-text.js';
import { splitRichText } from '../../src/telegram/split-rich-text.js';
import { textsIn } from '../../src/telegram/texts/texts.js';
import { checkKeyboard, checkText } from './check-message.js';
import { makeAnswer, makeCitation, makePassage, privateText } from './make-updates.js';
import { startTestBot } from './start-test-bot.js';

const NAUGHTY = [
  '', ' ', '\n\n', '\u3000', '\0', '\ud800', '\udfff\ud800', 'a\0b', '\u001b[31m', '<b>', '</b>', '<b>没有关', '&', '&amp;', '&#x1F600;', '<script>alert(1)</script>', '<a href="tg://user?id=1">x</a>',
  '_*[]()~`>#+-=|{}.!', '__proto__', 'constructor', 'a'.repeat(9_000), '？'.repeat(4_096), '\n'.repeat(4_096), `e${'\u0301'.repeat(2_000)}`, '👨‍👩‍👧‍👦'.repeat(500), '🏴󠁧󠁢󠁥󠁮󠁧󠁿'.repeat(700),
  '\u202eevil\u202c', '\u2066x\u2069', '\ufeff', '\u200b', 'ﷺ'.repeat(5_000), '<'.repeat(5_000), '&'.repeat(9_000), '"\'', '\r\nx\r', 'x\u2028y', '\u0085', '\u007f', '\t', '{{7*7}}', '%s%n', "'; DROP TABLE x; --", '../../etc/passwd', '𠮷'.repeat(3_000), 'الله', 'क्षि'.repeat(900),
];
const piece = fc.oneof(fc.constantFrom(...NAUGHTY), fc.string({ unit: 'grapheme', maxLength: 200 }), fc.string({ unit: 'binary', maxLength: 50 }), fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)), maxLength: 50 }));

function expectAccepted(runs: RichText): void {
  const parts = splitRichText(runs);
  expect(parts.length).toBeGreaterThan(0);
  for (const part of parts) {
    checkText({ text: toHtml(part), parse_mode: 'HTML' });
    checkText({ text: toPlain(part) });
  }
}

test('whatever an answer or a passage holds, Telegram takes every message and button', { timeout: 300_000 }, () => {
  fc.assert(
    fc.property(fc.array(piece, { minLength: 8, maxLength: 8 }), fc.boolean(), (parts, isRefusal) => {
      const [answer = '', title = '', body = '', meeting = '', date = '', file = '', before = '', quote = ''] = parts;
      const fields = { title, body, meeting, date, text: `${before}${quote}${before}`, source: { file, page: null, startLine: 1, endLine: 1 } };
      const citations = isRefusal ? [] : [makeCitation(1, { ...fields, quote }), makeCitation(2, fields)];
      const reply = composeAnswer(makeAnswer('tg-x', { answer, citations, nearest: [makePassage(fields)] }), textsIn(isRefusal ? 'en' : 'zh-Hant'));
      expectAccepted(reply.text);
      checkKeyboard({ reply_markup: { inline_keyboard: reply.keyboard } });
      expectAccepted(composePassage({ ...makePassage(fields), quote }, textsIn('zh-Hans')));
    }),
    { numRuns: 1_000 },
  );
});

test('a passage of a megabyte is shown around its quote, in a few messages', () => {
  const text = `${'前文说明。'.repeat(100_000)}关键句在此。${'后文说明。'.repeat(100_000)}`;
  const parts = splitRichText(composePassage({ ...makePassage({ text }), quote: '关键句在此。' }, textsIn('zh-Hans')));
  expect(parts.length).toBeLessThanOrEqual(4);
  expect(parts.map(toHtml).join('')).toContain('<b>关键句在此。</b>');
  expect(parts.map(toPlain).join('')).toContain('（略）…');
});

test('any text as a question is answered, once', async () => {
  const { api, clock, asked } = await startTestBot();
  clock.hurry();
  const questions = NAUGHTY.filter((text) => text !== '');
  api.push(...questions.map((text, index) => privateText(index + 1, text)));
  await Promise.all(questions.map((_, index) => api.message(index + 1)));
  expect(asked).toHaveLength(questions.length);
  expect(api.messages).toHaveLength(questions.length);
   
  expect(asked.filter(({ question }) => /[\0\ud800]/.test(question) && !/[\udc00-\udfff]/.test(question))).toEqual([]);
});
