import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../src/adapters/sqlite/open-database.js';
import { openUpdateStore } from '../../../src/adapters/sqlite/update-store.js';
import { temporaryFolder } from '../../adapters/temporary-folder.js';
import { Refusal } from '../check-message.js';
import { type FakeFault, startFakeBotApi } from '../fake-bot-api.js';
import { makeAnswer, privateText } from '../make-updates.js';
import { deferred, startTestBot } from '../start-test-bot.js';

test('an update delivered again is answered once', async () => {
  const { api, asked } = await startTestBot();
  const question = privateText(7, '增长多少？');
  api.push(question, question, privateText(8, '别的'));
  await Promise.all([api.message(7), api.message(8)]);
  api.push(question, privateText(9, '再一个'));
  await api.message(9);
  expect(api.messages.filter((message) => message.chatId === 7)).toHaveLength(1);
  expect(asked).toHaveLength(3);
});

test('after a quiet week update ids may start lower, and are answered', async () => {
  const { api } = await startTestBot();
  api.push({ ...privateText(7, '一'), update_id: 900_000 });
  await api.message(7);
  await api.call('getUpdates', (call) => call.outcome === 200);
  await api.polling();
  api.endPoll();
  await api.call('getUpdates', (call) => call.params.offset === 900_001);
  await api.polling();
  api.push({ ...privateText(7, '二'), update_id: 1_200 });
  await api.message(7, 2);
});

test('what arrived is on the disk before it is confirmed, and is confirmed although it is not answered yet', async () => {
  const slow = deferred();
  const { api, updates } = await startTestBot({ ask: async ({ id, question }) => (question === '慢' ? await slow.promise : undefined, makeAnswer(id)) });
  const [first, second] = [privateText(1, '慢'), privateText(2, '快')];
  api.push(first, second);
  await api.message(2);
  await api.polling();
  expect(api.unconfirmed()).toEqual([]);
  expect(updates.unfinished().map(({ updateId }) => updateId)).toContain(first.update_id);
  slow.resolve();
  await api.message(1);
});

test('what cannot be written down is not confirmed, and comes again', async () => {
  const file = join(temporaryFolder(), 'telegram.sqlite');
  const updates = openUpdateStore(file);
  const { api, clock, lines } = await startTestBot({ updates });
  await api.polling();
  const other = openDatabase(file);
  other.exec('BEGIN IMMEDIATE');
  const question = privateText(7, '增长多少？');
  api.push(question);
  await clock.pausing(500);
  expect(api.unconfirmed()).toEqual([question.update_id]);
  expect(lines.join('\n')).toContain('the inbox cannot be written');
  other.exec('ROLLBACK');
  other.close();
  clock.advance(500);
  await api.message(7);
  expect(api.messages).toHaveLength(1);
});

test('what was not finished when the process died is answered by the next, in the order it came', async () => {
  const folder = temporaryFolder();
  const dead = openUpdateStore(join(folder, 'telegram.sqlite'));
  const questions = ['一', '二', '三'].map((text) => privateText(7, text));
  await dead.accept(questions.map((update) => ({ updateId: update.update_id, queue: 'chat 7', pool: 'messages' as const, payload: JSON.stringify(update) })));
  dead.close();
  const { api, asked } = await startTestBot({ updates: openUpdateStore(join(folder, 'telegram.sqlite')) });
  // Telegram had not been told, and delivers them again.
  api.push(...questions);
  await api.message(7, 3);
  expect(asked.map(({ question }) => question)).toEqual(['一', '二', '三']);
  expect(api.messages).toHaveLength(3);
});

test('one stuck chat with many questions delays nobody', async () => {
  const stuck = deferred();
  const { api } = await startTestBot({ ask: async ({ id, question }) => (question === '慢' ? await stuck.promise : undefined, makeAnswer(id)) });
  api.push(...Array.from({ length: 320 }, () => privateText(1, '慢')), privateText(2, '快'));
  await api.message(2);
  stuck.resolve();
  await api.message(1, 320);
});

test('a token that Telegram refuses ends the bot with exit code 4 and one sentence', async () => {
  const { bot, lines } = await startTestBot({ token: '987654321:AAF-some-other-token-than-the-fake-knows' });
  expect(await bot.finished).toEqual({ exitCode: 4, reason: expect.stringMatching(/^[^\n]*token[^\n]*\.$/) as string });
  expect(lines).toEqual([]);
});

test.each(['', 'no token', ' 1:A', '"1:A"', 'Use this token to access the HTTP API:\n1:A'])('what is not a token at all, like %j, is never sent anywhere', async (token) => {
  const { api, bot } = await startTestBot({ token });
  expect((await bot.finished).exitCode).toBe(4);
  expect(api.calls).toEqual([]);
});

test('a token revoked while the bot runs ends it with exit code 4', async () => {
  const { api, bot } = await startTestBot();
  await api.polling();
  api.endPoll(new Refusal(401, 'Unauthorized'));
  expect((await bot.finished).exitCode).toBe(4);
});

test('the second of two copies ends with exit code 3, and the first keeps serving', async () => {
  const first = await startTestBot();
  await first.api.polling();
  first.clock.advance(60_000);
  const second = await startTestBot({ api: first.api });
  await first.clock.pausing(500);
  await first.api.polling();
  first.clock.advance(500);
  expect(await second.bot.finished).toEqual({ exitCode: 3, reason: expect.stringContaining('Another program') as string });
  first.api.push(privateText(7, '还在吗？'));
  await first.api.message(7);
});

test('a copy that meets conflict after conflict gives up in the end, with exit code 3', async () => {
  const { api, bot, clock } = await startTestBot();
  await api.polling();
  clock.advance(60_000);
  api.fault({ method: 'getUpdates', times: 100, with: { code: 409, description: 'Conflict: terminated by other getUpdates request' } });
  api.endPoll();
  for (const ms of [500, 1_000, 2_000, 4_000]) {
    await clock.pausing(ms);
    clock.advance(ms);
  }
  expect((await bot.finished).exitCode).toBe(3);
});

test('a webhook left over is named and removed; one set later ends the bot', async () => {
  const api = await startFakeBotApi();
  api.setWebhook('https://user:secret@thief.example/hook');
  const { bot, lines } = await startTestBot({ api });
  await api.polling();
  expect(lines.join('\n')).toContain('thief.example');
  expect(lines.join('\n')).not.toContain('secret@');
  api.setWebhook('https://thief.example/hook');
  api.endPoll();
  expect(await bot.finished).toEqual({ exitCode: 3, reason: expect.stringContaining('webhook') as string });
});

test.each<[string, FakeFault['with']]>([
  ['a cut connection', 'drop_before'],
  ['a reply lost on its way', 'drop_after'],
  ['an error page', { status: 502, body: '<html>bad gateway</html>' }],
  ['an empty body', { status: 200, body: '' }],
  ['half a reply', { status: 200, body: '{"ok":true,"result":[' }],
  ['null', { status: 200, body: 'null' }],
  ['a result that is no list', { status: 200, body: '{"ok":true,"result":{}}' }],
  ['a refusal without a code', { status: 200, body: '{"ok":false}' }],
  ['a server error', { code: 500, description: 'Internal Server Error' }],
])('getUpdates answered with %s is called again', async (_name, trouble) => {
  const { api, clock } = await startTestBot();
  await api.polling();
  api.fault({ method: 'getUpdates', times: 1, with: trouble });
  api.endPoll();
  const question = privateText(7, '还在吗？');
  api.push(question);
  void clock.pausing(500).then(() => {
    clock.advance(500);
  });
  await api.message(7);
});

test('an outage is waited out with pauses of at most 5 seconds, logged once', async () => {
  const { api, clock, lines } = await startTestBot();
  await api.polling();
  api.fault({ method: 'getUpdates', times: 7, with: { status: 503, body: 'maintenance' } });
  api.endPoll();
  for (const ms of [500, 1_000, 2_000, 4_000, 5_000, 5_000, 5_000]) {
    await clock.pausing(ms);
    clock.advance(ms);
  }
  api.push(privateText(7, '还在吗？'));
  await api.message(7);
  expect(lines.filter((line) => line.includes('getUpdates failed'))).toHaveLength(1);
  expect(lines.at(-1)).toBe('telegram: reachable again after 7 failed calls');
});

test('a flood limit on getUpdates is waited out', async () => {
  const { api, clock } = await startTestBot();
  await api.polling();
  api.fault({ method: 'getUpdates', with: { code: 429, description: 'Too Many Requests: retry after 7', parameters: { retry_after: 7 } } });
  api.endPoll();
  await clock.pausing(7_000);
  clock.advance(7_000);
  await api.polling();
});

test('updates of unknown or broken shape end nothing', async () => {
  const { api } = await startTestBot();
  const broken = [{ message: null }, { message: {} }, { message: { chat: null } }, { message: { chat: { id: 7 } } }, { callback_query: {} }, { callback_query: { id: 'q', from: null } }, { poll: {} }, {}];
  api.push(...broken.map((fields, index) => ({ update_id: 700_000 + index, ...fields })), { update_id: 'x' as never }, privateText(7, '还在吗？'));
  await api.message(7);
});
