import { expect, test } from 'vitest';
import type { Answer } from '../../src/domain/answer.js';
import { TYPING_AFTER_MS } from '../../src/telegram/answer-in-chat.js';
import { answered, makeAnswer, makeCitation, makePassage, press, privateText } from './make-updates.js';
import { deferred, startTestBot } from './start-test-bot.js';

test('an answer comes with its markers, its sources folded and one button a citation', async () => {
  const { api, asked } = await startTestBot({
    ask: ({ id }) => answered(id, { answer: '增长 5.5%。[1] 通过了决议。[2]', citations: [makeCitation(1), makeCitation(2, { title: '关于报告的决议', date: null })] }),
  });
  const question = privateText(7, '增长多少？');
  api.push(question);
  const message = await api.message(7);
  expect(message.text).toContain('增长 5.5%。[1] 通过了决议。[2]');
  expect(message.html).toBe(
    '增长 <b>5.5%</b>。[1] 通过了决议。[2]\n\n<blockquote expandable><b>出处</b>\n[1] 政府工作报告 · 第十五届第四次会议 · 2025-02-20\n“地区生产总值增长 5.5%”\n[2] 关于报告的决议 · 第十五届第四次会议\n“地区生产总值增长 5.5%”</blockquote>',
  );
  expect(message.buttons.map((button) => button.text)).toEqual(['[1] 政府工作报告 · 2025-02-20', '[2] 关于报告的决议', '👍', '👎', '🙋 问工作人员']);
  expect(message.params).toMatchObject({
    parse_mode: 'HTML',
    link_preview_options: { is_disabled: true },
    reply_parameters: { message_id: question.message.message_id, allow_sending_without_reply: true },
  });
  expect(asked).toEqual([{ id: expect.stringMatching(/^tg-[\w-]{20}$/) as string, question: '增长多少？', history: [], asker: expect.stringMatching(/^[\w-]{20}$/) as string }]);
});

test('a refusal shows the nearest passages under a heading of their own, each with a button', async () => {
  const { api } = await startTestBot({
    ask: ({ id }) => answered(id, { status: 'refused_not_in_passages', answer: '没有提到。', citations: [], nearest: [makePassage(), makePassage({ title: '公告' })] }),
  });
  api.push(privateText(7, '谁会飞？'));
  const message = await api.message(7);
  expect(message.text).toMatch(/^没有提到。\n\n相近的记录（不是答案）\nA\. 政府工作报告/);
  expect(message.text).not.toContain('[1]');
  api.push(press(7, message.buttons[1]?.callback_data, message.messageId));
  expect((await api.message(7, 2)).text).toMatch(/^公告\n/);
});

test('a slow answer delays no other chat, and the order within a chat is kept', async () => {
  const slow = deferred<Answer>();
  const { api, asked } = await startTestBot({
    ask: ({ id, question }) => (question === '慢' ? slow.promise : answered(id, { answer: `答：${question}`, citations: [] })),
  });
  api.push(privateText(1, '慢'), privateText(1, '快'), privateText(2, '别人'));
  expect((await api.message(2)).text).toBe('答：别人');
  api.push(privateText(3, '后来'));
  expect((await api.message(3)).text).toBe('答：后来');
  expect(api.messages.filter((message) => message.chatId === 1)).toEqual([]);
  slow.resolve(makeAnswer(asked[0]?.id ?? '', { answer: '答：慢', citations: [] }));
  expect((await api.message(1, 2)).text).toBe('答：快');
  expect((await api.message(1, 1)).text).toBe('答：慢');
});

test('when an answer takes a while it shows that it is typing, again every 4 seconds, until the answer is there', async () => {
  const slow = deferred();
  const { api, clock } = await startTestBot({ ask: async ({ id }) => (await slow.promise, makeAnswer(id)) });
  api.push(privateText(7, '慢'));
  await clock.pausing(TYPING_AFTER_MS);
  clock.advance(TYPING_AFTER_MS);
  for (let shown = 1; shown <= 3; shown++) {
    await api.call('sendChatAction', undefined, shown);
    await clock.pausing(4_000);
    clock.advance(4_000);
  }
  await api.call('sendChatAction', undefined, 4);
  slow.resolve();
  await api.message(7);
  clock.advance(60_000);
  expect(api.calls.filter((call) => call.method === 'sendChatAction')).toHaveLength(4);
});

test('while a model writes, a private chat sees its proved sentences as a preview', async () => {
  const { api } = await startTestBot({
    ask: ({ id, question }, onSentence) => {
      for (let sentence = 1; sentence <= 12; sentence++) onSentence?.(`第${String(sentence)}句。`);
      return Promise.resolve(makeAnswer(id, { answer: `答：${question}`, citations: [] }));
    },
  });
  api.push(privateText(7, '写'));
  expect((await api.message(7)).text).toBe('答：写');
  await api.call('sendMessageDraft', undefined, 8);
  const drafts = api.calls.filter(({ method }) => method === 'sendMessageDraft');
  expect(drafts.map(({ params }) => params.text)).toContain('第1句。\n第2句。');
  expect(drafts.length).toBeLessThanOrEqual(8);
  expect(new Set(drafts.map(({ params, outcome }) => `${String(params.draft_id)} ${String(outcome)}`)).size).toBe(1);
});

test('not more questions than maxConcurrent are asked at a time', async () => {
  const gates = [deferred(), deferred(), deferred()];
  let running = 0;
  let most = 0;
  const { api, asked, clock } = await startTestBot({
    maxConcurrent: 2,
    async ask({ id, question }) {
      most = Math.max(most, ++running);
      await gates[Number(question)]?.promise;
      running--;
      return makeAnswer(id);
    },
  });
  api.push(privateText(1, '0'), privateText(2, '1'), privateText(3, '2'));
  await clock.pausing(TYPING_AFTER_MS, 3);
  expect(asked).toHaveLength(2);
  for (const gate of gates) gate.resolve();
  await Promise.all([api.message(1), api.message(2), api.message(3)]);
  expect(most).toBe(2);
});

test('a question answered before a crash is not asked again', async () => {
  const first = await startTestBot();
  const question = privateText(7, '增长多少？');
  first.api.push(question);
  await first.api.message(7);
  const second = await startTestBot();
  for (const [id, answer] of first.log) second.log.set(id, answer);
  second.api.push(question);
  await second.api.message(7);
  expect(second.asked).toEqual([]);
});

test('the last five questions of the past 30 minutes go along', async () => {
  const { api, clock, asked } = await startTestBot();
  for (let number = 1; number <= 7; number++) {
    api.push(privateText(7, `问题 ${number}`));
    await api.message(7, number);
  }
  expect(asked.at(-1)?.history.map((entry) => entry.question)).toEqual(['问题 2', '问题 3', '问题 4', '问题 5', '问题 6']);
  clock.advance(31 * 60_000);
  api.push(privateText(7, '新话题'));
  await api.message(7, 8);
  expect(asked.at(-1)?.history).toEqual([]);
});
