import { expect, test } from 'vitest';
import { answered, privateText } from './make-updates.js';
import { startTestBot } from './start-test-bot.js';

test('what a client would make a link of stays a word, but for the permanent link', async () => {
  const { api } = await startTestBot({ ask: ({ id }) => answered(id, { answer: '见 http://evil.example/x?y=1 和 gov.md、tg://user?id=1、@someone、a.b@evil.example、政府.中国，增长 5.5%，1.坚持。[1]' }) });
  api.push(privateText(7, '怎么样？'));
  const { html } = await api.message(7);
  for (const word of ['http://evil.example/x?y=1', 'gov.md', 'tg://user?id=1', '@someone', '政府.中国', 'a.b@evil.example']) expect(html).toContain(`<code>${word}</code>`);
  expect(html).toContain('1.坚持。[1]');
  expect(html).not.toContain('<a ');
});
