import { describe, expect, it } from 'vitest';
import type { SentMessage } from './fake-bot-api.js';
import { GROUP_ID, groupText, press, privateText } from './make-updates.js';
import { ADMINISTRATOR, MODERATOR, OTHER_MODERATOR, STAFF, startHouseBot } from './start-house-bot.js';

const CITIZEN = 7;

const replyTo = (id: number, text: string, message: SentMessage) =>
  privateText(id, text, { reply_to_message: { message_id: message.messageId, date: 1, chat: { id, type: 'private', first_name: 'P' }, from: { id: 123456789, is_bot: true, first_name: 'huida' }, text: message.text } });

async function withPassedOn() {
  const bot = await startHouseBot();
  const { api } = bot;
  api.push(privateText(CITIZEN, '游泳池每周开放几天？'));
  const answer = await api.message(CITIZEN);
  const button = answer.buttons.find(({ text }) => text.includes('工作人员'));
  api.push(press(CITIZEN, button?.callback_data, answer.messageId));
  const told = await Promise.all([STAFF, MODERATOR, OTHER_MODERATOR, ADMINISTRATOR].map((id) => api.message(id)));
  return { ...bot, answer, button, told: told[0]! };
}

describe('a question passed on to staff', () => {
  it('reaches the whole team, and a reply to it reaches whoever asked', async () => {
    const { api, told, actions } = await withPassedOn();
    expect(told.text).toContain('游泳池每周开放几天？');
    api.push(replyTo(STAFF, '村里没有游泳池，正在规划。', told));
    expect((await api.message(CITIZEN, 2)).text).toBe('工作人员回复：\n游泳池每周开放几天？\n村里没有游泳池，正在规划。');
    expect((await api.message(STAFF, 2)).text).toBe('已转给提问的人。');
    expect(actions()).toEqual([{ personId: '31', action: 'answered by hand', subject: expect.stringMatching(/^tg-/u) as string, detail: { letters: 13 } }]);
  });

  it('is answered in the group it was asked in', async () => {
    const { api } = await startHouseBot();
    api.push(groupText(CITIZEN, '/ask 游泳池每周开放几天？'));
    const answer = await api.message(GROUP_ID);
    const id = answer.buttons.find(({ callback_data: data }) => data?.startsWith('u:'))?.callback_data?.slice(2) ?? '';
    api.push(press(CITIZEN, `s:${id}`, answer.messageId, { message: { message_id: answer.messageId, date: 1, chat: { id: GROUP_ID, type: 'supergroup', title: 'G' }, text: 'x' } }));
    api.push(replyTo(MODERATOR, '没有。', await api.message(MODERATOR)));
    expect((await api.message(GROUP_ID, 2)).text).toContain('工作人员回复');
  });

  it('is answered by nobody outside the team, and by nobody who left it', async () => {
    const { api, told, roles, asked } = await withPassedOn();
    roles.staff = [];
    api.push(replyTo(STAFF, '随便说说', told));
    await api.message(STAFF, 2);
    expect(asked.at(-1)?.question).toBe('随便说说');
    expect(api.messages.filter(({ chatId }) => chatId === CITIZEN)).toHaveLength(1);
  });

  it('cannot be answered once its asker had everything deleted, nor when they blocked the bot', async () => {
    const { api, told, house, state } = await withPassedOn();
    api.fault({ method: 'sendMessage', chatId: CITIZEN, with: { code: 403, description: 'Forbidden: bot was blocked by the user' } });
    api.push(replyTo(STAFF, '没有。', told));
    expect((await api.message(STAFF, 2)).text).toContain('没有送到');
    state.forget(house.log().recent(1)[0]?.asker ?? '');
    api.push(replyTo(STAFF, '没有。', told));
    expect((await api.message(STAFF, 3)).text).toContain('没有转出');
    api.push(replyTo(STAFF, '长'.repeat(3_001), told));
    await api.message(STAFF, 4);
  });

  it('leaves no readable chat id on the disk', async () => {
    const id = 9_876_543_210;
    const { api, state } = await startHouseBot();
    api.push(privateText(id, '游泳池每周开放几天？'));
    const answer = await api.message(id);
    const keep = state.keep.bind(state);
    const kept: unknown[] = [];
    state.keep = (kind, name, value) => { kept.push(kind, name, value); keep(kind, name, value); };
    api.push(press(id, answer.buttons.find(({ text }) => text.includes('工作人员'))?.callback_data, answer.messageId));
    await api.message(STAFF);
    expect(JSON.stringify(kept)).toContain('asked');
    expect(JSON.stringify(kept)).not.toContain(String(id));
  });
});

describe('what staff look up', () => {
  it('/status and /coverage say what is there and what is missing', async () => {
    const { api } = await startHouseBot({ records: { 'a.md': '---\ntitle: 甲\nbody: 蓝桥村民委员会\nmeeting: 2019年村务会议\ndate: 2019-03-01\n---\n会议决定修路。\n', 'b.md': '---\ntitle: 乙\nbody: 蓝桥村民委员会\nmeeting: 2025年村务会议\ndate: 2025-03-01\n---\n会议决定修桥。\n' } });
    api.push(privateText(STAFF, '/status'), privateText(STAFF, '/coverage'));
    expect((await api.message(STAFF)).text).toMatch(/^索引 \S+（\d{4}-\d\d-\d\d \d\d:\d\d UTC）：2 份文件，2 篇文章，2 个段落。\n问答记录 0 条，等待审核 0 条。\n向量：/u);
    expect((await api.message(STAFF, 2)).text).toMatch(/^收录 2 份文件[^]*蓝桥村民委员会 2 篇，2 次会议，2019-03-01 – 2025-03-01\n缺：2020–2024$/u);
    api.push(privateText(MODERATOR, '/status'), privateText(CITIZEN, '/coverage'));
    expect((await api.message(MODERATOR)).text).toContain('没有这个命令');
    expect((await api.message(CITIZEN)).text).toContain('没有这个命令');
  });
});
