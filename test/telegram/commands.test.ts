import { expect, test } from 'vitest';
import { TYPING_AFTER_MS } from '../../src/telegram/answer-in-chat.js';
import { GROUP_ID, groupText, makeAnswer, messageUpdate, person, privateText } from './make-updates.js';
import { COVERAGE, deferred, startTestBot } from './start-test-bot.js';

test('/start and /help say what is covered and how to ask, in the language of the person', async () => {
  const { api } = await startTestBot();
  api.push(privateText(1, '/start'), privateText(2, '/help', { from: person(2, 'de') }), privateText(3, '/help', { from: person(3, 'zh-TW') }));
  expect((await api.message(1)).text).toMatch(/^您好[^]*30 篇文章，日期从 2020-01-02 到 2025-02-20，涉及：市人大、市政协。[^]*例如：\n市政协2025年收到多少件提案？$/);
  expect((await api.message(2)).text).toMatch(/^On record: 2 documents[^]*For example/);
  expect((await api.message(3)).text).toMatch(/^收錄/);
});

test('/help gives no example where none is known to be answered', async () => {
  const { api } = await startTestBot({ coverage: () => ({ ...COVERAGE, examples: [] }) });
  api.push(privateText(1, '/help'));
  expect((await api.message(1)).text).not.toContain('例如');
});

test('/help works while there is no index', async () => {
  const { api, lines } = await startTestBot({
    coverage() {
      throw new Error('no generation');
    },
  });
  api.push(privateText(1, '/help'));
  expect((await api.message(1)).text).toContain('资料库还没有准备好');
  expect(lines.at(-1)).toContain('the coverage is not known');
});

test('a start link opens a passage; a stale or foreign one says so or welcomes', async () => {
  const { api, log } = await startTestBot();
  log.set('tg-known_1', makeAnswer('tg-known_1'));
  api.push(privateText(1, '/start c_tg-known_1_1'), privateText(2, '/start c_tg-lost_1'), privateText(3, `/start ${'A'.repeat(64)}`), privateText(4, '/start ../../etc'));
  expect((await api.message(1)).text).toContain('地区生产总值增长 5.5%');
  expect((await api.message(2)).text).toContain('找不到这段原文了');
  expect((await api.message(3)).text).toMatch(/^您好/);
  expect((await api.message(4)).text).toMatch(/^您好/);
});

test('an album gets one line, an edited message and a channel post none', async () => {
  const { api, asked } = await startTestBot();
  const photo = (more: object) => messageUpdate({ chat: { id: 7, type: 'private', first_name: 'P' }, from: person(7), photo: [], ...more });
  const { update_id, message } = privateText(7, '改过的');
  api.push(photo({ media_group_id: 'a' }), photo({ media_group_id: 'a' }), photo({ media_group_id: 'a' }));
  api.push({ update_id, edited_message: message } as never, { update_id: update_id + 1_000, channel_post: { ...message, chat: { id: -5, type: 'channel', title: 'C' } } } as never);
  api.push({ ...privateText(7, '问题'), update_id: update_id + 2_000 });
  await api.message(7, 2);
  expect(api.messages.map((sent) => sent.text.slice(0, 5))).toEqual(['我只能读文', '地区生产总']);
  expect(asked).toHaveLength(1);
});

test('in a forum the answer and the typing go to the topic of the question', async () => {
  const slow = deferred();
  const { api, clock } = await startTestBot({ ask: async ({ id }) => (await slow.promise, makeAnswer(id)) });
  api.push(groupText(7, '/ask 一', { message_thread_id: 55, is_topic_message: true }), groupText(7, '大家好'));
  await clock.pausing(TYPING_AFTER_MS);
  clock.advance(TYPING_AFTER_MS);
  expect((await api.call('sendChatAction')).params.message_thread_id).toBe(55);
  slow.resolve();
  expect((await api.message(GROUP_ID)).params.message_thread_id).toBe(55);
});

test('in a group each person has a conversation of their own', async () => {
  const { api, asked } = await startTestBot();
  api.push(groupText(7, '/ask 甲的问题'), groupText(8, '/ask 乙的问题'), groupText(7, '/ask 那么呢'));
  await api.message(GROUP_ID, 3);
  expect(asked[2]?.history).toEqual([{ question: '甲的问题' }]);
});

test('the commands are announced in both languages, for private chats and for groups', async () => {
  const { api } = await startTestBot();
  await api.call('setMyCommands', undefined, 4);
  const groups = api.calls.find((call) => call.method === 'setMyCommands');
  expect(JSON.stringify(groups?.params)).not.toContain('"lang"');
});

test('those of the team see what they may besides from their first message on, once, and anew when their rights change', async () => {
  let roles = { staff: [31], moderators: [32], administrators: [] as number[] };
  const { api } = await startTestBot({ roles: () => roles });
  const menus = (chatId: number) => api.calls.filter(({ method, params }) => method === 'setMyCommands' && JSON.stringify(params).includes(`"chat_id":${chatId}`)).map(({ params }) => JSON.stringify(params));
  const say = async (chatId: number, count: number) => {
    api.push(privateText(chatId, '你好'));
    await api.message(chatId, count);
  };
  await api.call('setMyCommands', undefined, 4);
  for (const chatId of [30, 31, 32]) expect(menus(chatId)).toEqual([]);
  for (const chatId of [30, 31, 32]) await say(chatId, 1);
  await api.call('setMyCommands', undefined, 8);
  await say(31, 2);
  expect(menus(30)).toEqual([]);
  expect(menus(31)).toHaveLength(2);
  expect(menus(31)[0]).toMatch(/"add"/);
  expect(menus(31)[0]).not.toMatch(/"queue"/);
  expect(menus(32)[0]).toMatch(/"queue"/);
  expect(menus(32)[0]).not.toMatch(/"withdraw"/);
  roles = { staff: [], moderators: [], administrators: [] };
  await say(31, 3);
  await api.call('setMyCommands', undefined, 10);
  expect(menus(31).at(-1)).not.toMatch(/"add"/);
});
