import { expect, test } from 'vitest';
import { createRedactor } from '../../src/telegram/redact.js';
import { FAKE_TOKEN } from './fake-bot-api.js';
import { privateText } from './make-updates.js';
import { startTestBot } from './start-test-bot.js';

const SECRET = FAKE_TOKEN.slice(FAKE_TOKEN.indexOf(':') + 1);
const redact = createRedactor(FAKE_TOKEN);

test.each([
  ['plain', FAKE_TOKEN],
  ['in a path', `https://api.telegram.org/bot${FAKE_TOKEN}/sendMessage`],
  ['URL-encoded', encodeURIComponent(FAKE_TOKEN)],
  ['URL-encoded in lower case', FAKE_TOKEN.replace(':', '%3a')],
  ['without its id', `token=${SECRET}`],
  ['twice', `${FAKE_TOKEN} ${FAKE_TOKEN}`],
  ['in a file address', `/file/bot${FAKE_TOKEN}/photos/1.jpg`],
])('withholds the token %s', (_name, line) => {
  const safe = redact(line);
  expect(safe).not.toContain(SECRET);
  expect(safe).toContain('<withheld>');
});

test.each([0, 1, 2, 3, 4])('withholds the token in base64 after %i other bytes', (count) => {
  const encoded = Buffer.from(`${'y'.repeat(count)}${FAKE_TOKEN}/getMe`).toString('base64');
  for (const form of [encoded, encoded.replaceAll('+', '-').replaceAll('/', '_')]) {
    const left = Buffer.from(redact(form).replace(/<withheld>.*/, ''), 'base64').toString('latin1');
    expect(redact(form)).toContain('<withheld>');
    expect(left).not.toContain(SECRET.slice(0, 8));
  }
});

test("withholds a token that is not ours, and leaves an ordinary line as it is, on one line", () => {
  expect(redact('pasted 55555555:AAHabcdefghijklmnopqrstuvwxyz0123456 here')).toBe('pasted <withheld> here');
  expect(redact('a line\r\nand another')).toBe('a line and another');
});

test('33: an error of a question that quotes the token reaches neither log nor chat', async () => {
  const { api, lines } = await startTestBot({
    ask: () => Promise.reject(new Error(`fetch of https://x/bot${FAKE_TOKEN}/y failed`, { cause: FAKE_TOKEN })),
  });
  api.push(privateText(7, '一'));
  expect((await api.message(7)).text).toBe('出了一点故障，这个问题没有答成，请稍后再问一次。');
  expect(lines.at(-1)).toBe('telegram: a question failed: Error: fetch of https://x/bot<withheld>/y failed');
});
