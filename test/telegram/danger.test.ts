import { expect, test } from 'vitest';
import { GROUP_ID, groupText, person, privateText } from './make-updates.js';
import { MODERATOR, startHouseBot } from './start-house-bot.js';

const CITIZEN = 7;

test('bad input 27: a cry for help gets telephone numbers, no search and no buttons; the queue shows why', async () => {
  const { api, house } = await startHouseBot();
  api.push(privateText(CITIZEN, '我不想活了'));
  const sent = await api.message(CITIZEN);
  expect(sent.text).toMatch(/^听起来您现在很难受。[^]*急救 120，报警 110[^]*心理援助热线 12356[^]*请直接打电话。$/u);
  expect(sent.buttons).toEqual([]);
  expect(house.log().recent(1)).toMatchObject([{ channel: 'telegram', passages: [], model: null, answer: { status: 'refused_self_harm', citations: [], nearest: [] } }]);
  api.push(privateText(MODERATOR, '/queue'));
  expect((await api.message(MODERATOR)).text).toMatch(/^1 条等待审核，新的在前：\n1\. 🆘 可能有人有危险 · \d\d-\d\d \d\d:\d\d\n我不想活了$/u);
  // What is asked next is asked of the record.
  api.push(privateText(CITIZEN, '图书室每周开放几天？'));
  expect((await api.message(CITIZEN, 2)).text).toContain('五天');
});

test('27 in the language of who writes, a threat in words of its own, with the numbers of the place', async () => {
  const { api } = await startHouseBot({ config: { helpNumbers: { police: '113', ambulance: '119', counselling: '1925 / 1995' } } });
  api.push(privateText(CITIZEN, 'I want to kill myself'));
  expect((await api.message(CITIZEN)).text).toContain('ambulance 119, police 113');
  api.push(privateText(CITIZEN, '再不給我辦，我就砍死你們主任'));
  const threat = (await api.message(CITIZEN, 2)).text;
  expect(threat).toMatch(/113[^]*119[^]*1925 \/ 1995/u);
  expect(threat).not.toContain('110');
});

test('27 in a group: whole, and as a reply to whoever wrote it', async () => {
  const { api } = await startHouseBot();
  api.push(groupText(CITIZEN, '/ask 我想自杀'));
  const sent = await api.message(GROUP_ID);
  expect(sent.text).toMatch(/^听起来[^]*请直接打电话。$/u);
  expect(sent.buttons).toEqual([]);
});

test('27 inline: nothing to post before others, and a button that opens the numbers in private', async () => {
  const { api, clock } = await startHouseBot();
  const typed = { update_id: 900_001, inline_query: { id: 'i1', from: person(CITIZEN), query: '我不想活了', offset: '' } };
  api.push(typed);
  await clock.pausing(700, 1);
  clock.advance(700);
  const { params } = await api.call('answerInlineQuery');
  expect(params.results).toEqual([]);
  expect(params.button?.text).toBe('需要帮助？点这里看可以打的电话');
  api.push(privateText(CITIZEN, `/start ${String(params.button?.start_parameter)}`));
  expect((await api.message(CITIZEN)).text).toContain('12356');
});

test('27 among other statements of a checked text: where to call stands first', async () => {
  const { api } = await startHouseBot();
  api.push(privateText(CITIZEN, '/check 村里的图书室每周开放五天。我真的不想活了。'));
  const sent = (await api.message(CITIZEN)).text;
  expect(sent).toMatch(/^听起来您现在很难受。[^]*12356[^]*共核对 2 句：1 句相符[^]*✅ 1\.[^]*🆘 2\. 我真的不想活了/u);
});

test('27 over a limit: who is in danger is not told to wait, once a minute', async () => {
  const { api } = await startHouseBot({ limits: { perMinute: 1, perDay: 9, perDayAll: 9 } });
  api.push(privateText(CITIZEN, '图书室每周开放几天？'), privateText(CITIZEN, '桥由谁负责？'), privateText(CITIZEN, '我不想活了'), privateText(CITIZEN, '我真的不想活了'), privateText(CITIZEN, '我要自杀'));
  expect((await api.message(CITIZEN, 2)).text).toContain('问得太快');
  expect((await api.message(CITIZEN, 3)).text).toContain('12356');
  api.push(privateText(8, '图书室每周开放几天？'));
  await api.message(8);
  expect(api.messages.filter(({ chatId }) => chatId === CITIZEN)).toHaveLength(3);
});
