import { expect, test } from 'vitest';
import { permanentName } from '../../src/telegram/passage-key.js';
import { makeAnswer, makePassage, press, privateText } from './make-updates.js';
import { deferred, startTestBot } from './start-test-bot.js';

test('a button opens its passage: title, body, meeting, date, place, and the quote in bold', async () => {
  const { api } = await startTestBot({ surroundings: () => Promise.resolve({ before: '开头的话。', after: '后面的话。' }) });
  api.push(privateText(7, '增长多少？'));
  const { buttons, messageId } = await api.message(7);
  api.push(press(7, buttons[0]?.callback_data, messageId));
  const passage = await api.message(7, 2);
  expect(passage.html).toBe(
    '<b>[1] 政府工作报告\n</b>市人民代表大会 · 第十五届第四次会议 · 2025-02-20\n<code>gov.md</code>，第 3 页，第 10–12 行\n' +
      '<blockquote expandable><b>前文\n</b>开头的话。</blockquote>\n<blockquote>会议听取了报告。<b>地区生产总值增长 5.5%</b>。会议决定批准这个报告。</blockquote><blockquote expandable><b>后文\n</b>后面的话。</blockquote>\n' +
      `\n<a href="https://t.me/huida_test_bot?start=p_${permanentName(makePassage())}">🔗 永久链接</a>`,
  );
  expect(passage.params.reply_parameters).toMatchObject({ message_id: messageId });
  const order = api.calls.map((call) => call.method).filter((method) => method === 'answerCallbackQuery' || method === 'sendMessage');
  expect(order).toEqual(['sendMessage', 'answerCallbackQuery', 'sendMessage']);
});

test('a passage of an earlier version says so; one whose document was withdrawn is not shown', async () => {
  let standing: 'past' | 'withdrawn' = 'past';
  const { api, log } = await startTestBot({ surroundings: () => Promise.resolve({ before: '', after: '', standing }) });
  log.set('tg-known', makeAnswer('tg-known'));
  api.push(press(7, 'c:tg-known:1'));
  const shown = await api.message(7);
  expect(shown.html).toContain('较早的版本');
  expect(shown.html).toContain('地区生产总值增长 5.5%');
  standing = 'withdrawn';
  api.push(press(8, 'c:tg-known:1'));
  const refused = await api.message(8);
  expect(refused.html).toContain('撤下');
  expect(refused.html).not.toContain('5.5%');
});

test.each([['data of another program', 'x:1'], ['no data', undefined], ['an unknown answer', 'c:tg-nobody:1'], ['an unknown marker', 'c:tg-known:9'], ['a prototype name', 'c:__proto__:1']])(
  'a press with %s gets a notice and opens nothing',
  async (_name, data) => {
    const { api, log } = await startTestBot();
    log.set('tg-known', makeAnswer('tg-known'));
    api.push(press(7, data));
    const call = await api.call('answerCallbackQuery');
    expect(call.params).toMatchObject({ text: expect.stringContaining('再问一次') as string, show_alert: true });
    expect(api.messages).toEqual([]);
  },
);

test('bad input 35: a double tap opens the passage once', async () => {
  const { api, log } = await startTestBot();
  log.set('tg-known', makeAnswer('tg-known'));
  api.push(press(7, 'c:tg-known:1'), press(7, 'c:tg-known:1'), press(8, 'c:tg-known:1'));
  await Promise.all([api.call('answerCallbackQuery', undefined, 3), api.message(7), api.message(8)]);
  api.push(privateText(7, '然后？'));
  await api.message(7, 2);
  expect(api.messages).toHaveLength(3);
});

test('a button of an old message, which comes without content, still opens its passage', async () => {
  const { api, log } = await startTestBot();
  log.set('tg-known', makeAnswer('tg-known'));
  api.push(press(7, 'c:tg-known:1', 44, { message: { message_id: 44, date: 0, chat: { id: 7, type: 'private', first_name: 'P' } } }));
  expect((await api.message(7)).text).toContain('政府工作报告');
});

test('a button under an inline message leads to the private chat', async () => {
  const { api, log } = await startTestBot();
  log.set('tg-known', makeAnswer('tg-known'));
  api.push(press(7, 'c:tg-known:1', 0, { message: undefined, inline_message_id: 'i1' }));
  expect((await api.call('answerCallbackQuery')).params.url).toBe('https://t.me/huida_test_bot?start=c_tg-known_1');
});

test('a press is answered although every place for questions is taken', async () => {
  const stuck = deferred();
  const { api, log } = await startTestBot({ maxConcurrent: 1, ask: async ({ id }) => (await stuck.promise, makeAnswer(id)) });
  log.set('tg-known', makeAnswer('tg-known'));
  api.push(privateText(7, '慢'), press(7, 'c:tg-known:1'));
  expect((await api.message(7)).text).toContain('政府工作报告');
  stuck.resolve();
});

test('bad input 39: a press that Telegram calls too old still opens its passage', async () => {
  const { api, log, lines } = await startTestBot();
  log.set('tg-known', makeAnswer('tg-known'));
  api.fault({ method: 'answerCallbackQuery', with: { code: 400, description: 'Bad Request: query is too old and response timeout expired or query ID is invalid' } });
  api.push(press(7, 'c:tg-known:1'));
  await api.message(7);
  expect(lines.join('\n')).toContain('query is too old');
});
