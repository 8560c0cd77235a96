import { expect, test } from 'vitest';
import { TYPING_AFTER_MS } from '../../../src/telegram/answer-in-chat.js';
import { startFakeBotApi } from '../fake-bot-api.js';
import { GROUP_ID, groupText, makeAnswer, privateText } from '../make-updates.js';
import { deferred, startTestBot } from '../start-test-bot.js';

const tooMany = (seconds: number) => ({ code: 429, description: `Too Many Requests: retry after ${seconds}`, parameters: { retry_after: seconds } });

test('a flood limit holds one chat only, for as long as Telegram says, and the message is sent once', async () => {
  const { api, clock } = await startTestBot();
  clock.hurry();
  api.fault({ method: 'sendMessage', chatId: 1, with: tooMany(3) });
  api.push(privateText(1, '一'), privateText(2, '二'));
  await Promise.all([api.message(2), clock.pausing(3_000)]);
  expect(api.messages.filter((message) => message.chatId === 1)).toEqual([]);
  clock.advance(2_999);
  clock.advance(1);
  await api.message(1);
  expect(api.calls.filter((call) => call.method === 'sendMessage' && call.params.chat_id === 1)).toHaveLength(2);
});

test('a message that may have been delivered is not sent again', async () => {
  const { api, lines } = await startTestBot();
  api.fault({ method: 'sendMessage', with: 'drop_after' });
  api.push(privateText(7, '一'));
  await api.message(7);
  api.push(privateText(7, '二'));
  await api.message(7, 2);
  expect(api.calls.filter((call) => call.method === 'sendMessage')).toHaveLength(2);
  expect(lines.join('\n')).toContain('a message was not sent: ambiguous');
});

test('a message that never left is sent when Telegram is there again', async () => {
  const gate = deferred();
  const api = await startFakeBotApi();
  const { clock } = await startTestBot({ api, ask: async ({ id }) => (await gate.promise, makeAnswer(id)) });
  api.push(privateText(7, '一'));
  await clock.pausing(TYPING_AFTER_MS);
  await api.polling();
  await api.close();
  await clock.pausing(500);
  clock.advance(500);
  await clock.pausing(1_000);
  gate.resolve();
  await clock.pausing(500);
  const again = await startFakeBotApi(api.port);
  clock.advance(500);
  await again.message(7);
  await again.close();
});

test('a server error is tried again, five times in all', async () => {
  const { api, clock } = await startTestBot();
  clock.hurry();
  api.fault({ method: 'sendMessage', chatId: 1, times: 2, with: { status: 502, body: '<html>' } });
  api.fault({ method: 'sendMessage', chatId: 2, times: 99, with: { code: 500, description: 'Internal Server Error' } });
  api.push(privateText(1, '一'), privateText(2, '二'));
  for (const ms of [500, 1_000, 2_000, 4_000]) {
    await clock.pausing(ms, ms < 2_000 ? 2 : 1);
    clock.advance(ms);
  }
  await api.message(1);
  await api.call('sendMessage', (call) => call.params.chat_id === 2, 5);
});

test.each([
  [403, 'Forbidden: bot was blocked by the user'],
  [403, 'Forbidden: user is deactivated'],
  [403, 'Forbidden: bot was kicked from the supergroup chat'],
  [400, 'Bad Request: chat not found'],
  [400, 'Bad Request: not enough rights to send text messages to the chat'],
  [400, 'Bad Request: BUTTON_DATA_INVALID'],
  [413, 'Request Entity Too Large'],
])('%i %s is logged, not repeated, and hurts nobody else', async (code, description) => {
  const { api, lines } = await startTestBot();
  api.fault({ method: 'sendMessage', chatId: 1, times: 99, with: { code, description } });
  api.push(privateText(1, '一'), privateText(2, '二'));
  await Promise.all([api.message(2), api.call('sendMessage', (call) => call.params.chat_id === 1)]);
  api.push(privateText(3, '三'));
  await api.message(3);
  expect(api.calls.filter((call) => call.method === 'sendMessage' && call.params.chat_id === 1)).toHaveLength(1);
  expect(lines.join('\n')).toContain(description);
});

test('what Telegram cannot parse is sent once more as plain text', async () => {
  const { api } = await startTestBot({ ask: ({ id }) => Promise.resolve(makeAnswer(id, { answer: '甲 < 乙 & 丙 [1]' })) });
  api.fault({ method: 'sendMessage', with: { code: 400, description: "Bad Request: can't parse entities: Unsupported start tag" } });
  api.push(privateText(7, '一'));
  const message = await api.message(7);
  expect(message.params.parse_mode).toBeUndefined();
  expect(message.text).toMatch(/^甲 < 乙 & 丙 \[1\]\n\n出处\n/);
  expect(message.buttons).toHaveLength(4);
});

test('an answer whose topic is gone is sent to the group itself', async () => {
  const { api } = await startTestBot();
  api.fault({ method: 'sendMessage', with: { code: 400, description: 'Bad Request: message thread not found' } });
  api.push(groupText(7, '/ask 一', { message_thread_id: 5, is_topic_message: true }));
  expect((await api.message(GROUP_ID)).params.message_thread_id).toBeUndefined();
});

test('bad input 148: an answer follows a group that became a supergroup', async () => {
  const { api } = await startTestBot();
  api.fault({ method: 'sendMessage', with: { code: 400, description: 'Bad Request: group chat was upgraded to a supergroup chat', parameters: { migrate_to_chat_id: -100999 } } });
  api.push(groupText(7, '/ask 一'));
  await api.message(-100999);
});

test('typing that fails does not matter', async () => {
  const slow = deferred();
  const { api, clock } = await startTestBot({ ask: async ({ id }) => (await slow.promise, makeAnswer(id)) });
  api.fault({ method: 'sendChatAction', times: 9, with: tooMany(9) });
  api.push(privateText(7, '一'));
  await clock.pausing(TYPING_AFTER_MS);
  clock.advance(TYPING_AFTER_MS);
  await api.call('sendChatAction');
  slow.resolve();
  await api.message(7);
});
