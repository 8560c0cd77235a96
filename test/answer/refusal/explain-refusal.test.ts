import { beforeAll, describe, expect, it } from 'vitest';
import { findEvidence } from '../../../src/answer/find-evidence.js';
import { explainRefusal } from '../../../src/answer/refusal/explain-refusal.js';
import type { RefusalFact } from '../../../src/answer/refusal/refusal-fact.js';
import { sayFact } from '../../../src/answer/refusal/say-fact.js';
import type { Generation } from '../../../src/ports/generation.js';
import { lanqiaoGeneration, lanqiaoPorts, thesaurus } from '../ask-lanqiao.js';
import { REFUSED } from '../lanqiao-questions.js';

let generation: Generation;
let texts: { title: string; date: string | null; whole: string }[];

beforeAll(async () => {
  generation = await lanqiaoGeneration();
  texts = generation.corpus.headers.map((header, ordinal) => ({ title: header.title, date: header.date, whole: `${header.title}${header.body}${header.meeting}${generation.corpus.article(ordinal).text}`.toLowerCase() }));
});

async function factOf(question: string, missing = ''): Promise<RefusalFact> {
  return explainRefusal(await findEvidence(question, generation, thesaurus, lanqiaoPorts().embedder), missing, generation);
}

/** Checks a fact against the records themselves, without any of the code that found it. */
function expectTrue(fact: RefusalFact): void {
  const dates = texts.flatMap(({ date }) => (date === null ? [] : [date])).sort();
  switch (fact.kind) {
    case 'no_meeting':
    case 'no_document':
      for (const { whole } of texts) expect(whole).not.toContain(fact.asked);
      for (const { title } of fact.known) expect(texts.some(({ whole }) => whole.includes(title.toLowerCase()))).toBe(true);
      break;
    case 'too_late':
      expect(dates.some((date) => date.startsWith(fact.last))).toBe(true);
      if (fact.body === null) expect(dates.filter((date) => date.slice(0, fact.last.length) > fact.last)).toEqual([]);
      break;
    case 'too_early':
      expect(dates.some((date) => date.startsWith(fact.first))).toBe(true);
      if (fact.body === null) expect(dates.filter((date) => date.slice(0, fact.first.length) < fact.first)).toEqual([]);
      break;
    case 'no_day':
      for (const day of [fact.before, fact.after]) if (day !== null) expect(dates).toContain(day);
      break;
    case 'no_period':
      expect(dates.filter((date) => date.startsWith(fact.asked.slice(0, 4)) && fact.body === null && !fact.asked.includes('月'))).toEqual([]);
      break;
    case 'no_place':
      for (const { whole } of texts) expect(whole).not.toContain(fact.place);
      break;
    case 'unknown_words':
      for (const word of fact.words) for (const { whole } of texts) expect(whole).not.toContain(word.toLowerCase());
      break;
    case 'not_mentioned': {
      const meant = texts.filter(({ title, date, whole }) => (fact.record.isMeeting === true ? whole.includes(fact.record.title) : title === fact.record.title && date === fact.record.date));
      expect(meant.length).toBeGreaterThan(0);
      for (const word of fact.words) for (const { whole } of meant) expect(whole).not.toContain(word.toLowerCase());
      break;
    }
    case 'no_field':
    case 'not_found':
      expect(texts.some(({ title }) => title === fact.record.title)).toBe(true);
      break;
    case 'nothing':
      break;
  }
}

describe('why there is no answer', () => {
  it.each(REFUSED.filter(({ status }) => status.includes('refused_not_in_passages')))('is true of the records: $behaviour', async ({ question }) => {
    const fact = await factOf(question);
    expectTrue(fact);
    expect(sayFact(fact, 'zh')).toMatch(/没有|只到/);
    expect(sayFact(fact, 'en')).toMatch(/no |not |end at|begin at|nothing|Nothing/);
  });

  it('a session that is not there: the nearest that are, with their days', async () => {
    const fact = await factOf('市政协五届二次会议收到多少件提案');
    expect(fact).toMatchObject({ kind: 'no_meeting', asked: '市政协五届二次会议' });
    expect(sayFact(fact, 'zh')).toMatch(/^资料中没有市政协五届二次会议的会议记录。有记录的是：.*第三次会议（2024年1月1\d日）/);
  });

  it('a report of a year without one: what there is', async () => {
    expect(await factOf('2022年澜桥市政府工作报告提出的就业目标是多少')).toMatchObject({ kind: expect.stringMatching(/no_document|too_early/) as string });
  });

  it('a day without a meeting of the body: the days around it', async () => {
    expect(await factOf('2024年6月3日市政务数据工作例会上有哪些议题')).toMatchObject({ kind: 'no_day', before: '2024-05-22', after: '2024-06-19' });
  });

  it('later than the newest record of the body, and earlier than its oldest', async () => {
    expect(await factOf('2024年12月3日市政务数据工作例会有哪些议题')).toMatchObject({ kind: 'too_late', last: '2024-06-19' });
    expect(await factOf('2023年2月7日市政务数据工作例会有哪些议题')).toMatchObject({ kind: 'too_early', first: '2024-05-22' });
  });

  it('words that no record has are named as typed', async () => {
    expect(await factOf('聂长风是什么职务')).toEqual({ kind: 'unknown_words', words: ['聂长风'] });
    expect(sayFact(await factOf('澜桥市有没有建 UFO 基地'), 'zh')).toContain('UFO');
  });

  it('says of a meeting on record what it does not mention', async () => {
    expect(sayFact(await factOf('政协五届三次会议的赞成票有多少'), 'zh')).toMatch(/^有.*第三次会议的记录，但没有提到“赞成票”。/);
  });

  it('speaks English where the question does', () => {
    expect(sayFact({ kind: 'too_late', asked: '2031', body: null, last: '2025-01-18' }, 'en')).toBe('The records end at 18 January 2025: nothing is of 2031.');
  });
});
