import { describe, expect, it } from 'vitest';
import { type SentMessage } from './fake-bot-api.js';
import { GROUP_ID, groupText, person, press, privateText } from './make-updates.js';
import { ADMINISTRATOR, MODERATOR, OTHER_MODERATOR, STAFF, startHouseBot } from './start-house-bot.js';

const CITIZEN = 7;
const REFUSED = '游泳池每周开放几天？';

const dataOf = (message: SentMessage, label: string): string => message.buttons.find(({ text }) => text.includes(label))?.callback_data ?? `no button ${label}`;
const replyTo = (id: number, text: string, message: SentMessage) =>
  privateText(id, text, { reply_to_message: { message_id: message.messageId, date: 1, chat: { id, type: 'private', first_name: 'P' }, from: { id: 123456789, is_bot: true, first_name: 'huida' }, text: message.text } });

async function withQuestions() {
  const bot = await startHouseBot();
  const { api } = bot;
  const asked = new Map<number, number>();
  /** What one person gets next for an update of theirs. */
  const next = async (id: number, update: { update_id: number }): Promise<SentMessage> => {
    const count = (asked.get(id) ?? 0) + 1;
    asked.set(id, count);
    api.push(update);
    return await api.message(id, count);
  };
  await next(CITIZEN, privateText(CITIZEN, REFUSED));
  await next(CITIZEN, privateText(CITIZEN, '2025年村务会议决定修缮几座桥？'));
  return { ...bot, next };
}

describe('a moderator in the chat', () => {
  it('sees what waits, judges it with a note, and the next list is without it', async () => {
    const { next, actions } = await withQuestions();
    const queue = await next(MODERATOR, privateText(MODERATOR, '/queue'));
    expect(queue.text).toMatch(/^1 条等待审核，新的在前：\n1\. 🚫 未回答 · \d\d-\d\d \d\d:\d\d\n游泳池每周开放几天？$/u);
    const review = await next(MODERATOR, press(MODERATOR, dataOf(queue, '1'), queue.messageId));
    expect(review.text).toMatch(/^游泳池每周开放几天？\nrefused_\w+ · 尚未审核/u);
    expect(review.buttons.map(({ text }) => text)).toEqual(expect.arrayContaining(['✅ 正确', '❌ 错误', '◐ 不完整', '🚩 标记', '✏️ 更正', '➡️ 下一条']));
    expect(review.buttons.map(({ text }) => text)).not.toContain('👍');
    const taken = await next(MODERATOR, press(MODERATOR, dataOf(review, '错误'), review.messageId));
    expect(taken.text).toBe('已记下：❌ 错误。要写备注，请回复这条消息。');
    expect((await next(MODERATOR, replyTo(MODERATOR, '  纪要里没有游泳池，拒答是对的 ', taken))).text).toBe('备注已记下。');
    expect((await next(MODERATOR, privateText(MODERATOR, '/queue'))).text).toBe('没有等待审核的记录。');
    const subject = actions()[0]?.subject;
    expect(actions()).toEqual([
      { personId: '32', action: 'judged', subject, detail: { verdict: 'wrong', note: '' } },
      { personId: '32', action: 'judged', subject, detail: { verdict: 'wrong', note: '纪要里没有游泳池，拒答是对的' } },
    ]);
  });

  it('is told when another one decided in between, and nothing is taken', async () => {
    const { next, actions } = await withQuestions();
    const [mine, theirs] = [await next(MODERATOR, privateText(MODERATOR, '/review')), await next(OTHER_MODERATOR, privateText(OTHER_MODERATOR, '/review'))];
    await next(MODERATOR, press(MODERATOR, dataOf(mine, '正确'), mine.messageId));
    const told = await next(OTHER_MODERATOR, press(OTHER_MODERATOR, dataOf(theirs, '错误'), theirs.messageId));
    expect(told.text).toMatch(/^在您看过之后，别人已经处理了这条记录[^]*✅ 正确（32）/u);
    // The same press once more by the one who decided is the same decision.
    await next(MODERATOR, press(MODERATOR, dataOf(mine, '正确'), mine.messageId));
    expect(actions()).toHaveLength(1);
  });

  it('writes the right answer on listed passages: a figure of no passage is refused, then the same question gets it', async () => {
    const { next, actions, api } = await withQuestions();
    const review = await next(MODERATOR, privateText(MODERATOR, '/review'));
    const basis = await next(MODERATOR, press(MODERATOR, dataOf(review, '更正'), review.messageId));
    expect(basis.text).toMatch(/请回复这条消息[^]*\[1\] 村务会议纪要/u);
    const mark = /\[(\d)\] [^\n]*\n[^\n]*图书室/u.exec(basis.text)?.[1] ?? '0';
    const wrong = await next(MODERATOR, replyTo(MODERATOR, `没有游泳池，修它要99万元。[${mark}]`, basis));
    expect(wrong.text).toBe('有的数字不在所标的段落里，没有发布。请改正数字，或者标出含有它的段落，再回复一次。');
    expect((await next(MODERATOR, replyTo(MODERATOR, '没有游泳池。', wrong))).text).toContain('没有标出段落');
    expect((await next(MODERATOR, replyTo(MODERATOR, '没有游泳池。[9]', wrong))).text).toContain('没有对应的段落');
    const done = await next(MODERATOR, replyTo(MODERATOR, `没有游泳池；图书室每周开放五天。【${mark}】`, wrong));
    expect(done.text).toMatch(/^已发布[^]*没有游泳池；图书室每周开放五天。\[1\]\n\[1\] 村务会议纪要/u);
    expect((await next(8, privateText(8, REFUSED))).text).toContain('没有游泳池；图书室每周开放五天。[1]');
    api.push(press(MODERATOR, dataOf(done, '撤回'), done.messageId));
    await api.call('answerCallbackQuery', ({ params }) => params.text === '已撤回。');
    expect((await next(9, privateText(9, REFUSED))).text).not.toContain('图书室每周开放五天。[1]');
    expect(actions().map(({ personId, action }) => [personId, action])).toEqual([['32', 'published'], ['32', 'withdrawn']]);
  });

  it('corrects an answer in one reply, by the marks that answer has', async () => {
    const { next } = await withQuestions();
    const answer = await next(MODERATOR, privateText(MODERATOR, '2025年村务会议决定修缮几座桥？'));
    expect((await next(MODERATOR, replyTo(MODERATOR, '/correct 三座桥，由李建国负责。[1]', answer))).text).toMatch(/^已发布/u);
    expect((await next(8, privateText(8, '请问2025年村务会议决定修缮几座桥'))).text).toContain('三座桥，由李建国负责。[1]');
    expect((await next(MODERATOR, privateText(MODERATOR, '/correct 三座桥'))).text).toContain('请回复一条回答');
  });

  it('gets a one-time link where there is a console, in a private chat only', async () => {
    const { api, actions, next } = await startHouseBot({ config: { consolePort: 8787 } }).then((bot) => ({ ...bot, next: async (id: number, update: { update_id: number }) => { bot.api.push(update); return await bot.api.message(id); } }));
    for (const id of [STAFF, MODERATOR, ADMINISTRATOR]) expect((await next(id, privateText(id, '/console'))).text).toMatch(/五分钟内有效[^]*http:\/\/127\.0\.0\.1:8787\/enter\/[\w-]{22}$/u);
    expect(actions().map(({ personId, action }) => `${personId} ${action}`)).toEqual(['31 asked for a link', '32 asked for a link', '34 asked for a link']);
    api.push(groupText(MODERATOR, '/console@huida_test_bot'));
    expect((await api.message(GROUP_ID)).text).toBe('请在私聊里用这个命令。');
  });

  it('is told so where there is no console', async () => {
    const { api } = await startHouseBot();
    api.push(privateText(MODERATOR, '/console', { from: person(MODERATOR, 'en') }));
    expect((await api.message(MODERATOR)).text).toBe('There is no console here.');
  });
});

describe('whoever is no moderator', () => {
  it.each(['/queue', '/review', '/correct x', '/console'])('knows no command %s', async (command) => {
    const { api } = await startHouseBot();
    api.push(privateText(CITIZEN, command));
    expect((await api.message(CITIZEN)).text).toContain('没有这个命令');
  });

  it.each(['v:ID:r0', 'v:ID:f0', 'e:ID', 'q:ID', 'q:next', 'y:ID'])('presses %s for nothing, forged or from when they still were one', async (data) => {
    const { api, roles, house, actions } = await startHouseBot();
    roles.moderators = [];
    api.push(privateText(CITIZEN, REFUSED));
    await api.message(CITIZEN);
    const id = house.log().recent(1)[0]?.id ?? '';
    api.push(press(MODERATOR, data.replace('ID', id)));
    await api.call('answerCallbackQuery', ({ params }) => params.text?.includes('这个按钮已经失效') === true);
    expect(actions()).toEqual([]);
    expect(api.messages).toHaveLength(1);
  });
});
