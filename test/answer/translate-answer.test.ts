import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/answer/answer-question.js';
import { ask, lanqiaoPorts, memoryLog } from './ask-lanqiao.js';

describe('answers to English questions', () => {
  it.each([
    ['Who is the mayor of Lanqiao?', '孟怀舟'],
    ['How many proposals were received at the third session of the fifth Lanqiao CPPCC committee?', '312件'],
    ['What is the GDP growth target for 2024?', '6%左右'],
    ['Who is Jiang Shaochuan?', '市政协主席蒋绍川'],
    ['What was the conclusion on “公共停车数据开放” at the meeting of 22 May 2024?', '先开放市属的64个停车场'],
    ['Who presented "电子证照互认"?', '施一宁'],
    ['How much is the total investment of the riverside greenway?', '8.6亿元'],
  ])('%s', async (question, value) => {
    const answer = await ask(question);
    expect(answer.status).toBe('answered');
    expect(answer.answer).toMatch(/^(?:The record says|As of [\d-]+): /);
    expect(answer.answer).toContain(value);
    expect(answer.citations[0]?.text).toContain(value);
  });

  it.each([
    ['Is it true that 312 proposals were received at the third session of the fifth CPPCC?', 'supported', /^The record bears this out/],
    ['Is it true that 321 proposals were received at the third session of the fifth CPPCC?', 'contradicted', /^The record says otherwise/],
  ])('%s', async (question, verdict, opening) => {
    const answer = await ask(question);
    expect(answer.verdict).toBe(verdict);
    expect(answer.answer).toMatch(opening);
  });

  it.each([
    ['How many kangaroos were received at the session?', /^refused_/],
    ['How many proposals were received at the ninth session of the fifth CPPCC?', /^refused_/],
    ['What is the home address of Meng Huaizhou?', /^refused_personal_data/],
    ['Where does Meng Huaizhou live?', /^refused_personal_data/],
    ['What is the mobile number of the mayor?', /^refused_personal_data/],
    ['Who is Zhuge Liang?', /^refused_/],
  ])('refuses in English: %s', async (question, status) => {
    const answer = await ask(question);
    expect(answer.status).toMatch(status);
    expect(answer.answer).toMatch(/^[A-Z][a-z]/);
  });

  it('refuses personal data asked for in pinyin', async () => {
    expect((await ask('meng huaizhou shoujihao shi duoshao')).status).toBe('refused_personal_data');
  });

  it('keeps the question as typed, and logs what was understood of it', async () => {
    const log = memoryLog();
    const answer = await answerQuestion({ id: 'e', question: 'Who is the mayor of Lanqiao?', history: [] }, 'test', lanqiaoPorts({ log }));
    expect(answer.question).toBe('Who is the mayor of Lanqiao?');
    expect(log.records[0]?.intent).toMatchObject({ language: 'en', type: 'who', text: '澜桥的市长是谁？' });
  });
});

describe('answers to pinyin questions', () => {
  it.each([['lanqiao shizhang shi shui', '孟怀舟'], ['zhengxie wu jie san ci huiyi shoudao duoshao jian tian', '312件'], ['jiang shaochuan danren shenme zhiwu', '主席']])('%s', async (question, value) => {
    const answer = await ask(question);
    expect(answer.status).toBe('answered');
    expect(answer.answer).toContain(value);
    expect(answer.answer).not.toContain('The record says');
  });
});
