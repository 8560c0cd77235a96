import { expect, test } from 'vitest';
import { COMMANDS } from '../../src/telegram/commands/command-table.js';
import { keyedName } from '../../src/telegram/keyed-name.js';
import { permanentName } from '../../src/telegram/passage-key.js';
import { FAKE_TOKEN } from './fake-bot-api.js';
import { GROUP_ID, groupText, press, privateText } from './make-updates.js';
import { ADMINISTRATOR, MODERATOR, STAFF, startHouseBot } from './start-house-bot.js';

/*
 * Who may do what. `+` it is done, `?` there is no such command or button, `-` only in a private chat, `.` no word at all,
 * `c` what was passed on is checked as a text.
 * Columns: citizen, staff, moderator, administrator, removed staff | in a group: moderator, group administrator (a citizen to us),
 * anonymous administrator, channel | a moderator's forward in private.
 */
const COMMAND_TABLE: Record<(typeof COMMANDS)[number]['name'], string> = {
  ask: '+++++|+++.|c',
  check: '+++++|+++.|c',
  sources: '+++++|+++.|c',
  meeting: '+++++|+++.|c',
  compare: '+++++|+++.|c',
  latest: '+++++|+++.|c',
  lang: '+++++|---.|c',
  privacy: '+++++|+++.|c',
  forgetme: '+++++|---.|c',
  help: '+++++|+++.|c',
  start: '+++++|+++.|c',
  add: '?+?+?|???.|c',
  withdraw: '?+?+?|???.|c',
  status: '?+?+?|???.|c',
  coverage: '?+?+?|???.|c',
  queue: '??++?|-??.|c',
  review: '??++?|-??.|c',
  correct: '??++?|-??.|c',
  console: '?+++?|-??.|c',
};

/** Columns as above, without channels and forwards, which cannot press; in a group: moderator, group administrator. */
const BUTTON_TABLE: Record<string, string> = {
  'c:ANSWER:1': '+++++|++',
  'n:ANSWER:1': '?????|??',
  'u:ANSWER': '+++++|++',
  'd:ANSWER': '+++++|++',
  'w:ANSWER:wrong': '+++++|++',
  's:ANSWER': '+++++|++',
  't:ANSWER': '+++++|??',
  'r:ANSWER:1': '+++++|++',
  'r:ANSWER:9': '?????|??',
  'l:zh-Hans': '+++++|++',
  'f:no': '+++++|++',
  'x:PASSAGE': '+++++|++',
  'm:nobody': '?????|??',
  'q:ANSWER': '??++?|??',
  'q:next': '??++?|??',
  'v:ANSWER:r0': '??++?|??',
  'v:ANSWER:f0': '??++?|??',
  'e:ANSWER': '??++?|??',
  'y:nobody': '??++?|??',
  'a:nobody:yes': '?????|??',
  'z:DOCUMENT': '?+?+?|??',
  'z:DOCUMENT:no': '?+?+?|??',
  'z:nobody:yes': '?????|??',
};

const [CITIZEN, REMOVED, GROUP_ADMINISTRATOR] = [7, 39, 40];
const REST: Record<string, string> = { ask: '修缮几座桥？', check: '村务会议决定修缮三座桥。', compare: '2024年和2025年', correct: 'x' };

const inGroup = (text: string, more: object = {}) => groupText(GROUP_ADMINISTRATOR, text, more);
const COMMAND_ACTORS: { chat: number; give: (name: string, rest: string) => ReturnType<typeof privateText> }[] = [
  ...[CITIZEN, STAFF, MODERATOR, ADMINISTRATOR, REMOVED].map((id) => ({ chat: id, give: (name: string, rest: string) => privateText(id, `/${name} ${rest}`) })),
  { chat: GROUP_ID, give: (name, rest) => groupText(MODERATOR, `/${name}@huida_test_bot ${rest}`) },
  { chat: GROUP_ID, give: (name, rest) => inGroup(`/${name}@huida_test_bot ${rest}`) },
  { chat: GROUP_ID, give: (name, rest) => inGroup(`/${name}@huida_test_bot ${rest}`, { from: { id: 1_087_968_824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' }, sender_chat: { id: GROUP_ID, type: 'supergroup', title: 'G' } }) },
  { chat: GROUP_ID, give: (name, rest) => inGroup(`/${name}@huida_test_bot ${rest}`, { from: { id: 136_817_688, is_bot: true, first_name: 'Channel', username: 'Channel_Bot' }, sender_chat: { id: -1_005, type: 'channel', title: 'C' } }) },
  { chat: MODERATOR, give: (name, rest) => privateText(MODERATOR, `/${name} ${rest}`, { forward_origin: { type: 'user', date: 1, sender_user: { id: STAFF, is_bot: false, first_name: 'S' } } }) },
];

/** A house in which one question was answered and one passage opened, and from whose staff somebody was just removed. */
async function startHouse() {
  const bot = await startHouseBot({ config: { consolePort: 8787 } });
  bot.roles.staff.push(REMOVED);
  bot.api.push(privateText(50, '2025年村务会议决定修缮几座桥？'), privateText(REMOVED, '/status'));
  const answer = await bot.api.message(50);
  expect((await bot.api.message(REMOVED)).text).toContain('索引');
  bot.roles.staff.pop();
  bot.api.push(press(50, answer.buttons[0]?.callback_data, answer.messageId));
  await bot.api.message(50, 2);
  const answerId = answer.buttons[0]?.callback_data?.split(':')[1] ?? '';
  const cited = bot.house.log().find(answerId)?.answer.citations[0];
  return { ...bot, answerId, passage: cited === undefined ? '' : permanentName(cited) };
}

/** What a chat gets for one command, up to the reply to a probe behind it. */
async function outcomeOf({ api }: Awaited<ReturnType<typeof startHouse>>, actor: (typeof COMMAND_ACTORS)[number], name: string): Promise<string> {
  const before = api.messages.filter(({ chatId }) => chatId === actor.chat).length;
  api.push(actor.give(name, REST[name] ?? ''), actor.chat === GROUP_ID ? groupText(CITIZEN, '/ask@huida_test_bot') : privateText(actor.chat, '/ask'));
  const said: string[] = [];
  // The command that is the probe says the same itself, once with words behind it.
  for (let count = before + 1; !(said.at(-1) ?? '').startsWith("请在 /ask 后面写问题"); count++) said.push((await api.message(actor.chat, count)).text);
  if (said.length === 1) return '.';
  const [first = ''] = said;
  if (/^(?:没有这个命令|There is no such command)/u.test(first)) return '?';
  if (/^(?:请在私聊里用|Please use this comm)/u.test(first)) return '-';
  return actor === COMMAND_ACTORS.at(-1) && /^(?:这段文字里没有可以核对|共核对)|相符|没有找到/u.test(first) ? 'c' : '+';
}

test('every command does for everybody what the table says', async () => {
  const house = await startHouse();
  const found: Record<string, string> = {};
  for (const { name } of COMMANDS) {
    const outcomes: string[] = [];
    for (const actor of COMMAND_ACTORS) outcomes.push(await outcomeOf(house, actor, name));
    found[name] = `${outcomes.slice(0, 5).join('')}|${outcomes.slice(5, 9).join('')}|${outcomes.slice(9).join('')}`;
  }
  expect(found).toEqual(COMMAND_TABLE);
});

test('every button does for everybody what the table says', async () => {
  const { api, answerId, passage } = await startHouse();
  const document = keyedName(FAKE_TOKEN, 'document', 'cunwu.md');
  const found: Record<string, string> = {};
  for (const form of Object.keys(BUTTON_TABLE)) {
    const data = form.replace('ANSWER', answerId).replace('PASSAGE', passage).replace('DOCUMENT', document);
    expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
    const outcomes: string[] = [];
    for (const [index, id] of [CITIZEN, STAFF, MODERATOR, ADMINISTRATOR, REMOVED, MODERATOR, GROUP_ADMINISTRATOR].entries()) {
      const chat = index < 5 ? {} : { message: { message_id: 1_000, date: 1_700_000_000, chat: { id: GROUP_ID, type: 'supergroup', title: 'G' }, text: 'x' } };
      const update = press(id, data, 1_000, chat);
      api.push(update);
      const { params } = await api.call('answerCallbackQuery', (call) => call.params.callback_query_id === update.callback_query.id);
      outcomes.push(/已经失效|找不到这段原文/u.test(params.text ?? '') ? '?' : '+');
    }
    found[form] = `${outcomes.slice(0, 5).join('')}|${outcomes.slice(5).join('')}`;
  }
  expect(found).toEqual(BUTTON_TABLE);
});
