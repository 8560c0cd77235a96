import { expect, test } from 'vitest';
import type { ArticleHeader } from '../../src/domain/corpus.js';
import { answered, GROUP_ID, groupText, makeCitation, makePassage, person, press, privateText } from './make-updates.js';
import { FAKE_ME } from './fake-bot-api.js';
import { startTestBot } from './start-test-bot.js';

const TWO = { answer: '地区生产总值增长 5.5%。[1] 会议决定批准这个报告。[2] 以上是记录里的话。', citations: [makeCitation(1), makeCitation(2, { title: '关于报告的决议', quote: '会议决定批准这个报告' })] };
const header = (fields: Partial<ArticleHeader>): ArticleHeader => ({ articleId: 'a#1', documentId: 'a', ordinal: 0, title: '决议', body: '市政协', meeting: '第七届第四次会议', date: '2025-01-15', kind: 'resolution', source: '', file: 'a.md', ...fields });
const HOLDINGS = {
  headers: [header({}), header({ articleId: 'b#1', title: '提案工作报告', date: '2025-01-14' }), header({ articleId: 'c#1', title: '公报', meeting: '第七届第三次会议', date: '2024-01-10' })],
  firstPassage: (articleId: string) => makePassage({ articleId, passageId: `${articleId}.1`, title: articleId }),
};

/** A message of the bot as a reply carries it. */
const ofBot = (sent: { messageId: number; text: string; buttons: object[] }) => ({ message_id: sent.messageId, from: FAKE_ME, text: sent.text, chat: { id: 7, type: 'private' }, reply_markup: { inline_keyboard: [sent.buttons] } });

test('a quoted sentence of an answer gives exactly its passages; a remark of ours gives none; a longer text is a question', async () => {
  const { api, asked } = await startTestBot({ ask: ({ id }) => answered(id, TWO) });
  api.push(privateText(7, '怎么样？'));
  const sent = await api.message(7);
  const quote = (text: string, quoted: string) => privateText(7, text, { reply_to_message: ofBot(sent), quote: { text: quoted, position: 0 } });
  api.push(quote('出处？', '批准这个报告'), quote('哪来的', '以上是记录里的话'), quote('出处', '增长 5.5%。[1]\n会议决定'), quote('这项决定是哪一年由哪一次会议作出的，同意的有多少人？', '批准这个报告'));
  const only = await api.message(7, 2);
  expect(only.text).toBe('这句话出自：\n[2] 关于报告的决议 · 第十五届第四次会议 · 2025-02-20\n会议决定批准这个报告');
  expect(only.buttons.map(({ callback_data }) => callback_data)).toEqual([sent.buttons[1]?.callback_data]);
  expect((await api.message(7, 3)).text).toContain('没有对应的原文');
  expect((await api.message(7, 4)).buttons).toHaveLength(2);
  await api.message(7, 5);
  expect(asked).toHaveLength(2);
});

test('a vote is kept with its reason and a person\u2019s own words; the last one counts', async () => {
  const votes: object[] = [];
  const { api } = await startTestBot({ noteFeedback: (vote) => votes.push(vote) });
  api.push(privateText(7, '怎么样？'));
  const { buttons, messageId } = await api.message(7);
  const data = (text: string) => buttons.find((button) => button.text === text)?.callback_data;
  api.push(press(7, data('👍'), messageId));
  expect((await api.call('answerCallbackQuery')).params.text).toContain('谢谢');
  api.push(press(7, data('👎'), messageId));
  const why = await api.message(7, 2);
  expect(why.buttons).toHaveLength(5);
  api.push(press(7, why.buttons[1]?.callback_data, why.messageId));
  await api.call('answerCallbackQuery', undefined, 3);
  api.push(privateText(7, '年份写错了', { reply_to_message: ofBot(why) }));
  await api.message(7, 3);
  expect(votes.slice(0, 2)).toMatchObject([{ vote: 'up' }, { vote: 'down', reason: null }]);
  expect(votes.at(-1)).toMatchObject({ vote: 'down', reason: 'source', comment: '年份写错了' });
});

test('"ask staff" reaches the moderators once, and says so when there are none', async () => {
  const { api } = await startTestBot();
  api.push(privateText(7, '怎么样？'));
  const { buttons, messageId } = await api.message(7);
  const staff = buttons.at(-1)?.callback_data;
  api.push(press(7, staff, messageId));
  expect((await api.message(601)).text).toContain('怎么样？');
  await api.message(901);
  api.push(press(7, staff, messageId));
  expect((await api.call('answerCallbackQuery', undefined, 2)).params.text).toContain('已经转过');
  const alone = await startTestBot({ roles: () => ({ staff: [], moderators: [], administrators: [] }) });
  alone.api.push(privateText(7, '怎么样？'));
  const sent = await alone.api.message(7);
  alone.api.push(press(7, sent.buttons.at(-1)?.callback_data, sent.messageId));
  expect((await alone.api.call('answerCallbackQuery')).params.text).toContain('还没有工作人员');
});

test('related questions stand under an answer, ask the same after a restart, and none come while many wait', async () => {
  const first = await startTestBot({ related: () => Promise.resolve(['谁主持了会议？', '有哪些议题？', '第三个？']) });
  first.api.push(privateText(7, '怎么样？'));
  const { buttons, messageId } = await first.api.message(7);
  expect(buttons.slice(-2).map(({ text }) => text)).toEqual(['谁主持了会议？', '有哪些议题？']);
  const second = await startTestBot({ state: first.state });
  second.api.push(press(7, buttons.at(-1)?.callback_data, messageId));
  expect((await second.api.message(7)).text).toMatch(/^问：有哪些议题？\n/);
  expect(second.asked.at(-1)?.question).toBe('有哪些议题？');
});

test('/meeting tells one meeting with its records; several or none are offered', async () => {
  const { api, asked } = await startTestBot({ holdings: () => Promise.resolve(HOLDINGS) });
  api.push(privateText(7, '/meeting 七届四次'), privateText(7, '/meeting 第四次会议'), privateText(7, '/meeting'), privateText(7, '/meeting 第七届'));
  const none = await api.message(7, 1);
  expect(none.text).toContain('没有找到这次会议');
  expect((await api.message(7, 2)).text).toContain('5.5%');
  expect(asked.at(-1)?.question).toContain('市政协 第七届第四次会议');
  const records = await api.message(7, 3);
  expect((await api.message(7, 5)).buttons).toHaveLength(2);
  expect(records.text).toBe('市政协 第七届第四次会议\n收录 2 篇：\n• 2025-01-15 决议\n• 2025-01-14 提案工作报告');
  api.push(press(7, records.buttons[1]?.callback_data, records.messageId), press(7, none.buttons[0]?.callback_data, none.messageId));
  await api.message(7, 8);
  expect(asked).toHaveLength(2);
});

test('/latest, /compare and /check', async () => {
  const { api, asked } = await startTestBot({
    holdings: () => Promise.resolve(HOLDINGS),
    ask: ({ id, isStatement }) => answered(id, isStatement === true ? { verdict: 'contradicted', findings: [{ claimed: '6%', recorded: '5.5%', holds: false }] } : {}),
  });
  api.push(privateText(7, '/latest 提案'), privateText(7, '/compare 2023年和2024年的提案数量'), privateText(7, '/compare'), privateText(7, '/check 地区生产总值增长 6%。会议没有批准这个报告。'), privateText(7, '地区生产总值增长 6%。', { forward_origin: { type: 'hidden_user' } }), privateText(7, '/check'));
  expect((await api.message(7, 1)).text).toBe('最新的记录：\n• 2025-01-14 · 市政协 · 提案工作报告');
  await api.message(7, 2);
  expect(asked[0]?.question).toBe('2023年和2024年的提案数量相差多少？');
  expect((await api.message(7, 3)).text).toContain('/compare 2023年');
  expect((await api.message(7, 4)).text).toBe('共核对 2 句：0 句相符，2 句不符，0 句没有找到。\n\n❌ 1. 地区生产总值增长 6%。\n✗ 所说 6%，记录为 5.5%\n❌ 2. 会议没有批准这个报告。\n✗ 所说 6%，记录为 5.5%');
  expect((await api.message(7, 5)).text).toMatch(/^❌ 与记录不符\n✗ 所说 6%，记录为 5.5%\n/);
  expect((await api.message(7, 6)).text).toContain('请在 /check 后面');
});

test('/lang holds over a restart, /forgetme removes everything of one person and says what could not be removed', async () => {
  const first = await startTestBot({ erase: () => true });
  first.api.push(privateText(7, '/lang'));
  const { buttons, messageId } = await first.api.message(7);
  first.api.push(press(7, buttons[1]?.callback_data, messageId));
  expect((await first.api.call('answerCallbackQuery')).params.text).toContain('繁體中文');
  const second = await startTestBot({ state: first.state });
  second.api.push(privateText(7, '/privacy'), privateText(7, '/forgetme'));
  expect((await second.api.message(7)).text).toContain('180 天');
  const ask = await second.api.message(7, 2);
  expect(ask.text).toContain('語言設定');
  second.api.push(press(7, ask.buttons[1]?.callback_data, ask.messageId));
  expect((await second.api.call('answerCallbackQuery')).params.text).toBe('沒有刪除。');
  second.api.push(press(7, ask.buttons[0]?.callback_data, ask.messageId));
  expect((await second.api.call('answerCallbackQuery', undefined, 2)).params.text).toContain('提問記錄沒有刪成');
  second.api.push(privateText(7, '/lang'));
  expect((await second.api.message(7, 3)).text).toContain('界面用哪种语言');
});

test('bad input 17: an edited question is answered again, once, for its last wording; an edit that changes nothing is not', async () => {
  const { api, clock, asked } = await startTestBot();
  const question = privateText(7, '增长多少');
  api.push(question);
  await api.message(7);
  const edit = (index: number, text: string, more: object = {}) => ({ update_id: question.update_id + 10_000 + index, edited_message: { ...question.message, text, edit_date: question.message.date + 60, ...more } });
  api.push(edit(0, '增长多少'), ...Array.from({ length: 50 }, (_, index) => edit(index + 1, `${index} 年增长多少`)));
  await clock.pausing(1_500, 50);
  clock.advance(1_500);
  expect((await api.message(7, 2)).text).toMatch(/^（按改动后的问题回答）\n/);
  api.push(edit(90, '去年的问题', { edit_date: question.message.date + 90_000 }), edit(91, '/forgetme'), privateText(7, '然后呢'));
  await api.message(7, 3);
  expect(asked.map(({ question: text }) => text)).toEqual(['增长多少', '49 年增长多少', '然后呢']);
});

test('in a group an answer is short and leads to the whole one', async () => {
  const long = '会议对全年的工作作了部署，要求各单位认真落实。[1] '.repeat(30);
  const { api, log } = await startTestBot({ ask: ({ id }) => answered(id, { answer: `增长 5.5%。[1] ${long}` }) });
  api.push(groupText(7, '/ask 怎么样'));
  const { text, buttons } = await api.message(GROUP_ID);
  expect(text.length).toBeLessThan(400);
  expect(text).toMatch(/（其余见完整回答）$/);
  const [id] = [...log.keys()];
  expect(buttons.at(-1)).toMatchObject({ text: '完整回答', url: `https://t.me/huida_test_bot?start=a_${id}` });
  api.push(privateText(7, `/start a_${id}`));
  expect((await api.message(7)).text.length).toBeGreaterThan(600);
  api.push(groupText(7, '/forgetme@huida_test_bot'), { update_id: 990_000_000, my_chat_member: { chat: { id: -5, type: 'group', title: '群' }, from: person(7), date: 1, old_chat_member: { status: 'left' }, new_chat_member: { status: 'member' } } } as never);
  expect((await api.message(GROUP_ID, 2)).text).toBe('请在私聊里用这个命令。');
  expect((await api.message(-5)).text).toMatch(/^您好/);
});

test('bad inputs 41, 42 and 44: inline mode asks what rests, once for all who ask the same, and posts the answer with its citation', async () => {
  const { api, clock, asked } = await startTestBot();
  let updateId = 980_000_000;
  const type = (personId: number, query: string, offset = '') => ({ update_id: ++updateId, inline_query: { id: `i${updateId}`, from: person(personId), query, offset } });
  api.push(type(7, ''), type(7, '增'), type(7, '去年增长多'), type(7, '去年增长多少？'), type(8, '去年增长多少？'), type(9, '去年增长多少？', '50'));
  await clock.pausing(700, 3);
  clock.advance(700);
  const { params } = await api.call('answerInlineQuery', (call) => (call.params.results ?? []).length > 0, 2);
  expect(asked).toHaveLength(1);
  expect(params).toMatchObject({ cache_time: 300, is_personal: false, button: { start_parameter: 'inline' } });
  expect(params.results?.[0]?.input_message_content.message_text).toMatch(/^问：去年增长多少？\n\n地区生产总值增长 <b>5.5%<\/b>。\[1\][^]*出处/);
  api.push(type(10, '去年增长多少？'));
  await api.call('answerInlineQuery', undefined, 7);
  expect(asked).toHaveLength(1);
  expect(api.calls.filter(({ method, outcome }) => method === 'answerInlineQuery' && outcome !== 200)).toEqual([]);
});

test('who asks too fast gets one notice, and nobody else is slower; the day is counted over a restart', async () => {
  const limits = { perMinute: 15, perDay: 20, perDayAll: 1_000 };
  const first = await startTestBot({ limits });
  first.api.push(...Array.from({ length: 600 }, () => privateText(7, '问题')), privateText(8, '别人'));
  await first.api.message(8);
  await first.api.message(7, 16);
  first.api.push(privateText(9, '完'));
  await first.api.message(9);
  expect(first.asked.filter(({ question }) => question === '问题')).toHaveLength(15);
  expect(first.api.messages.filter(({ chatId }) => chatId === 7).at(-1)?.text).toContain('问得太快');
  const second = await startTestBot({ limits, state: first.state });
  second.api.push(...Array.from({ length: 9 }, () => privateText(7, '再问')));
  expect((await second.api.message(7, 6)).text).toContain('请明天');
  second.api.push(privateText(9, '完'));
  await second.api.message(9);
  expect(second.asked.filter(({ question }) => question === '再问')).toHaveLength(5);
  expect(second.api.messages.filter(({ chatId }) => chatId === 7)).toHaveLength(6);
});
