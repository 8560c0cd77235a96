import { expect, it } from 'vitest';
import { answerQuestion } from '../../src/answer/answer-question.js';
import type { AnswerRecord } from '../../src/ports/record-log.js';
import { lanqiaoPorts, memoryLog } from './ask-lanqiao.js';

const recordOf = async (question: string, history: string[] = []): Promise<AnswerRecord> => {
  const log = memoryLog();
  await answerQuestion({ id: 'q', question, history: history.map((earlier) => ({ question: earlier })) }, 'telegram', lanqiaoPorts({ log }));
  return log.records[0]!;
};

it.each([
  ['我的手机号是13812345678，2024年澜桥市收到多少件提案？', '13812345678'],
  ['我的电话 138 1234 5678，听说2024年澜桥市收到9999件提案，是真的吗？', '138 1234 5678'],
  ['My email is wang.xiaoman@example.com. How many proposals were received?', 'wang.xiaoman@example.com'],
  ['身份证号11010519491231002X的人提了什么？', '11010519491231002X'],
])('what identifies the asker is not logged: %s', async (question, identifier) => {
  const record = JSON.stringify(await recordOf(question));
  expect(record.toLowerCase()).not.toContain(identifier.toLowerCase());
  expect(record.replace(/[\s-]/g, '')).not.toContain(identifier.replace(/[\s-]/g, ''));
  expect(record).toContain('＊');
});

it('nor what was said of it earlier in the conversation', async () => {
  expect(JSON.stringify(await recordOf('那立案多少件？', ['我的手机号是13812345678，2024年澜桥市收到多少件提案？']))).not.toContain('13812345678');
});

it('a question without an identifier is logged as it was asked and understood', async () => {
  const record = await recordOf('2024年2月3日澜桥市收到多少件提案？');
  expect(record.question.question).toBe('2024年2月3日澜桥市收到多少件提案？');
  expect(record.intent).toMatchObject({ type: 'how_many' });
});
