import type { Message } from 'grammy/types';
import { expect, test } from 'vitest';
import { readMessage } from '../../src/telegram/read-message.js';
import { FAKE_ME } from './fake-bot-api.js';
import { GROUP_ID, groupText, messageUpdate, person, privateText } from './make-updates.js';

const read = ({ message }: { message: object }) => readMessage(message as Message, FAKE_ME);
const ours = { message_id: 1, from: FAKE_ME, text: '答案', chat: { id: GROUP_ID } };
const theirs = { message_id: 1, from: person(8), text: '预算是多少？', chat: { id: GROUP_ID } };
const NOTHING = { kind: 'nothing' };
const question = (text: string) => ({ kind: 'question', text });
const command = (name: string, rest = '') => ({ kind: 'command', name, rest });

test.each<[string, object]>([
  ['预算是多少？', question('预算是多少？')],
  ['   ', question('   ')],
  ['/ask 预算是多少？', command('ask', ' 预算是多少？')],
  ['/ask预算是多少？', command('ask', '预算是多少？')],
  ['／ASK 预算', command('ask', ' 预算')],
  ['/ask\t预算\n多少', command('ask', '\t预算\n多少')],
  ['/ask', command('ask')],
  ['/start', command('start')],
  ['/start c_tg-abc_1', command('start', ' c_tg-abc_1')],
  ['/start@HUIDA_test_bot', command('start')],
  ['/help', command('help')],
  ['/HELP now', command('help', ' now')],
  ['/help@other_bot', NOTHING],
  ['/nothing', command('nothing')],
  ['/2025年的预算', question('/2025年的预算')],
  ['__proto__', question('__proto__')],
])('private: %j', (text, wish) => {
  expect(read(privateText(7, text))).toEqual(wish);
});

test.each<[string, object, object?]>([
  ['大家好', NOTHING],
  ['预算是多少？', NOTHING],
  ['/ask 预算', command('ask', ' 预算')],
  ['/ask@huida_test_bot 预算', command('ask', ' 预算')],
  ['/ask@Other_Bot 预算', NOTHING],
  ['/help', NOTHING],
  ['/help@huida_test_bot', command('help')],
  ['@huida_test_bot /help', command('help')],
  ['/nothing', NOTHING],
  ['@Huida_Test_Bot 预算是多少？', question('  预算是多少？')],
  ['预算是多少？@huida_test_bot', question('预算是多少？ ')],
  ['@huida_test_bot_2 预算', NOTHING],
  ['写信到 x@huida_test_bot', NOTHING],
  ['为什么？', question('为什么？'), { reply_to_message: ours }],
  ['为什么？', NOTHING, { reply_to_message: theirs }],
  ['话题里说话', NOTHING, { reply_to_message: { ...ours, forum_topic_created: { name: 't' } } }],
  ['/ask', command('ask', '预算是多少？'), { reply_to_message: theirs }],
  ['@huida_test_bot', question('预算是多少？'), { reply_to_message: theirs }],
  ['/ask', command('ask'), { reply_to_message: ours }],
])('group: %j', (text, wish, more) => {
  expect(read(groupText(7, text, more))).toEqual(wish);
});

test.each<[string, object, object]>([
  ['a bot', { from: { ...person(9), is_bot: true } }, NOTHING],
  ['another bot, inline', { via_bot: { ...person(9), is_bot: true } }, NOTHING],
  ['a linked channel', { is_automatic_forward: true, sender_chat: { id: -100777 } }, NOTHING],
  ['a channel speaking in the group', { sender_chat: { id: -100777 } }, NOTHING],
  ['an anonymous administrator', { from: { id: 1087968824, is_bot: true, first_name: 'Group' }, sender_chat: { id: GROUP_ID } }, command('ask', ' 预算')],
])('a message of %s', (_who, more, wish) => {
  expect(read(groupText(7, '/ask 预算', more))).toEqual(wish);
});

test('a forwarded text is to be checked in a private chat, and is never a command', () => {
  expect(read(privateText(7, '增长 5.5%', { forward_origin: { type: 'user' } }))).toEqual({ kind: 'check', text: '增长 5.5%' });
  expect(read(privateText(7, '/forgetme', { forward_origin: { type: 'user' } }))).toEqual({ kind: 'check', text: '/forgetme' });
  expect(read(groupText(7, '/ask 预算', { forward_origin: { type: 'user' } }))).toEqual(NOTHING);
});

test('content without text gets a line in a private chat only; service messages and channel posts get nothing', () => {
  const chat = { id: 7, type: 'private', first_name: 'P' };
  for (const content of [{ sticker: {} }, { photo: [], caption: '看' }, { voice: {} }, { poll: {} }, { location: {} }, { dice: {} }, { document: {} }]) {
    expect(read(messageUpdate({ chat, from: person(7), ...content }))).toEqual({ kind: 'not_text' });
    expect(read(messageUpdate({ chat: { id: GROUP_ID, type: 'group', title: 'G' }, from: person(7), ...content }))).toEqual(NOTHING);
  }
  expect(read(messageUpdate({ chat, from: person(7), pinned_message: {} }))).toEqual(NOTHING);
  expect(read(messageUpdate({ chat: { id: -100, type: 'channel', title: 'C' }, text: '/ask 预算' }))).toEqual(NOTHING);
});
