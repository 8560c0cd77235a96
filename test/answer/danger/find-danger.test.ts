import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findDanger } from '../../../src/answer/danger/find-danger.js';
import { HELP_NUMBERS } from '../../../src/answer/reply.js';
import { screenQuestion } from '../../../src/answer/screen.js';
import { STATUS_TABLE } from '../../../src/domain/status.js';
import { PROJECT } from '../../house/project.js';
import { answerQuestion } from '../../../src/answer/answer-question.js';
import { ask, lanqiaoPorts, memoryLog } from '../ask-lanqiao.js';
import { SELF_HARM, THREATS } from './cries.js';
import { LOOK_ALIKES } from './look-alikes.js';
import { MORE_CRIES } from './more-cries.js';
import { MORE_LOOK_ALIKES } from './more-look-alikes.js';

const SHARED = join(PROJECT, '..', 'shared', 'data');

/** The questions of a table. */
function questionsOf(file: string): string[] {
  return readFileSync(file, 'utf8').split('\n').filter((line) => line.trim() !== '').flatMap((line) => {
    const row = JSON.parse(line) as { question?: string; history?: { question: string }[] };
    return [...(row.question === undefined ? [] : [row.question]), ...(row.history ?? []).map(({ question }) => question)];
  });
}

describe('bad input 27: somebody writes of wanting to die, or threatens others', () => {
  it.each(SELF_HARM)('%j is a cry', (text) => { expect(findDanger(text)).toBe('refused_self_harm'); });

  it.each(THREATS)('%j is a threat', (text) => { expect(findDanger(text)).toBe('refused_threat'); });

  it('of more that was written, at least 95 of 100 are seen', () => {
    const missed = MORE_CRIES.filter((text) => findDanger(text) === null);
    expect(MORE_CRIES.length).toBeGreaterThan(300);
    expect(missed.length / MORE_CRIES.length, missed.join(' | ')).toBeLessThanOrEqual(0.05);
  });

  it.each([...LOOK_ALIKES, ...MORE_LOOK_ALIKES])('%j is a question like any other', (text) => { expect(findDanger(text)).toBeNull(); });

  it.each(readdirSync(join(PROJECT, 'test', 'golden')).filter((name) => name.endsWith('.jsonl') && !/layouts|articles/.test(name)))('no question of %s is taken for one', (name) => {
    expect(questionsOf(join(PROJECT, 'test', 'golden', name)).filter((question) => findDanger(question) !== null)).toEqual([]);
  });

  it.skipIf(!existsSync(SHARED))('nor is one of the sets beside the project (skipped where they are absent)', () => {
    const questions = ['minutes', 'reports', 'cmrc'].flatMap((set) => questionsOf(join(SHARED, set, 'dev.jsonl')));
    expect(questions.length).toBeGreaterThan(4_000);
    expect(questions.filter((question) => findDanger(question) !== null)).toEqual([]);
  });

  it('is seen however long the text is, and in no time where nothing is to be seen', () => {
    expect(screenQuestion(`${'今天下雨，我一个人在家里坐了很久。'.repeat(40)}我不想活了。`)).toBe('refused_self_harm');
    expect(screenQuestion('今天下雨，我一个人在家里坐了很久。'.repeat(40))).toBe('clarification_question_too_long');
    for (const piece of ['我', '想死想', '我要', 'i will ', 'a ', '你等着', '我好真很想要就']) expect(['string', 'object']).toContain(typeof findDanger(piece.repeat(20_000)));
  });
});

describe('what is said then', () => {
  it('a fixed text with where to call, and nothing is searched; the log shows why', async () => {
    const log = memoryLog();
    const noIndex = () => Promise.reject(new Error('the index was asked'));
    const answer = await ask('我不想活了', lanqiaoPorts({ log, generation: noIndex }));
    expect(answer).toMatchObject({ status: 'refused_self_harm', citations: [], nearest: [], verdict: null });
    for (const number of Object.values(HELP_NUMBERS)) expect(answer.answer).toContain(number);
    expect(answer.answer).not.toMatch(/[{}]/);
    expect(log.records[0]).toMatchObject({ answer: { status: 'refused_self_harm' }, passages: [], failure: null, model: null });
    const english = await ask('I want to die', lanqiaoPorts({ generation: noIndex }));
    expect(english.answer).toContain('You do not have to carry it alone');
    expect((await ask('我要炸了市政府', lanqiaoPorts({ generation: noIndex }))).answer).toContain('请马上报警 110');
  });

  it('with the numbers of the place', async () => {
    const { answer } = await ask('我不想活了', lanqiaoPorts({ helpNumbers: { police: '999', ambulance: '998', counselling: '997 / 996' } }));
    expect(answer).toContain('急救 998，报警 999');
    expect(answer).toContain('心理援助热线 997 / 996');
    for (const number of Object.values(HELP_NUMBERS)) expect(answer).not.toContain(number);
  });

  it('telephone numbers that the text holds are masked in the log, as in any question', async () => {
    const log = memoryLog();
    await ask('我不想活了，找我妈 13912345678', lanqiaoPorts({ log }));
    expect(JSON.stringify(log.records)).not.toContain('13912345678');
    expect(log.records[0]?.question.question).toContain('我不想活了');
  });

  it('names every number in both languages', () => {
    for (const status of ['refused_self_harm', 'refused_threat'] as const) {
      for (const reply of Object.values(STATUS_TABLE[status].reply)) expect([...reply.matchAll(/\{\w+\}/g)].map(([name]) => name).sort()).toEqual(['{ambulance}', '{counselling}', '{police}']);
    }
  });

  it('is no part of the conversation: what is asked next stands alone', async () => {
    const after = { id: 'q', question: '提案的立案率是多少', history: [{ question: '我不想活了' }] };
    expect((await answerQuestion(after, 'test', lanqiaoPorts())).answer).toBe((await ask(after.question)).answer);
  });
});
