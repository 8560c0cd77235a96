import { describe, expect, it } from 'vitest';
import { ask } from './ask-lanqiao.js';
import { ANSWERED } from './lanqiao-questions.js';

describe('answers of every type', () => {
  it.each(ANSWERED)('$behaviour', async ({ question, holds, cites, lacks = [] }) => {
    const { status, answer, citations } = await ask(question);
    expect(status).toBe('answered');
    for (const wanted of holds) expect(answer).toContain(wanted);
    for (const wrong of lacks) expect(answer).not.toContain(wrong);
    expect(citations.map(({ documentId }) => documentId)).toContain(cites);
    for (const wanted of holds) expect(citations.some(({ text }) => text.includes(wanted))).toBe(true);
  });

  it('gives a claim its verdict and the record beside it', async () => {
    const right = await ask('听说政协五届三次会议收到提案312件，对吗');
    const wrong = await ask('听说政协五届三次会议收到提案321件，对吗');
    expect([right.verdict, wrong.verdict]).toEqual(['supported', 'contradicted']);
    expect(wrong.citations.map(({ quote }) => quote).join()).toContain('312件');
  });

  it('has a verdict only for claims', async () => {
    expect((await ask('提案的立案率是多少')).verdict).toBeNull();
  });

  it('names the target and does not pass it off as the result when both are asked for', async () => {
    const { status, answer } = await ask('2024年新建口袋公园的目标和实际建成各是多少');
    expect(status.startsWith('answered')).toBe(true);
    expect(answer).toContain('36个');
    if (!answer.includes('33个')) expect(status).toBe('answered_partly');
  });
});

describe('the very year, place, person and indicator asked for', () => {
  // The passage holds both years, and only the passage is asked whether it speaks of the year.
  it('reads the target of a year from its own report, not from the report after it', async () => {
    expect((await ask('2024年地区生产总值增长目标是多少')).answer).toContain('增长6%');
  });

  it('reads the growth of a year from the sentence of that year', async () => {
    expect((await ask('2024年地区生产总值增长了多少')).answer).toContain('6.3%');
  });

  it('does not take what was done in 2023 for 2024 because both years stand in the passage', async () => {
    expect((await ask('2024年加装住宅电梯多少部')).answer).not.toContain('145');
  });

  // A sentence without a place is taken although the one before it names the theatre.
  it('answers where with a sentence that names a place', async () => {
    expect((await ask('政协五届四次会议在哪里开幕')).answer).toContain('澜桥大剧院');
  });

  // 补选某某为…: the name stands between a verb and 为, beside no office.
  it('names who was elected, not who presided', async () => {
    expect((await ask('谁被补选为澜桥市人民代表大会常务委员会副主任')).answer).toContain('陆青禾');
  });

  // The city is in no dictionary: neither 澜桥市城镇 nor 就 of 就业 may be taken for what it is not.
  it('finds an indicator behind the name of a city that no dictionary knows', async () => {
    expect((await ask('2024年澜桥市城镇新增就业的目标是多少')).answer).toContain('4万人');
  });
});
