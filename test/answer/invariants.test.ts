import { describe, expect, it } from 'vitest';
import { findDates } from '../../src/language/dates.js';
import { fold } from '../../src/language/fold.js';
import { ask, lanqiaoGeneration } from './ask-lanqiao.js';
import { ANSWERED } from './lanqiao-questions.js';

const numbersOf = (text: string): string[] => fold(text).match(/\d+(?:[.,]\d+)*/g) ?? [];
const askAnswered = async (question: string): ReturnType<typeof ask> => {
  const answer = await ask(question);
  expect(answer.status, question).toMatch(/^answered/);
  return answer;
};

const MORE = ['听说政协五届三次会议收到提案321件，对吗', '2024年新建口袋公园的目标和实际建成各是多少', 'Who is 蒋绍川'];

describe('what holds for every answer', () => {
  it.each([...ANSWERED.map(({ question }) => question), ...MORE])('%s', async (question) => {
    const { answer, citations, asOf, nearest, verdict } = await askAnswered(question);
    const { corpus } = await lanqiaoGeneration();
    expect(citations.length).toBeGreaterThan(0);
    for (const citation of citations) {
      const passage = corpus.passageById(citation.passageId);
      expect(citation.quote).not.toBe('');
      expect(citation.text).toContain(citation.quote);
      expect(citation.text).toBe(passage?.text);
      expect([citation.title, citation.body, citation.meeting, citation.date]).toEqual([passage?.header.title, passage?.header.body, passage?.header.meeting, passage?.header.date]);
      expect(citation.source).toEqual(passage?.place);
    }
    const markers = [...answer.matchAll(/\[(\d+)\]/g)].map((match) => Number(match[1]));
    expect([...new Set(markers)].sort((a, b) => a - b)).toEqual(citations.map(({ marker }) => marker));
    expect(citations.map(({ marker }) => marker)).toEqual(citations.map((_, index) => index + 1));
    // A record's own date may be told: 截至…的记录.
    const texts = citations.map(({ text, date }) => `${text} ${date ?? ''} ${(date ?? '').split('-').map(Number).join(' ')}`);
    const plain = answer.replace(/\[\d+\]/g, ' ');
    // A claim that the record contradicts is repeated beside the record.
    const numbers = new Set([...texts, ...(verdict === null ? [] : [question])].flatMap(numbersOf));
    expect(numbersOf(plain).filter((number) => !numbers.has(number))).toEqual([]);
    const dates = new Set(texts.flatMap(findDates).map(({ iso }) => iso));
    expect(findDates(plain).filter(({ iso }) => !dates.has(iso))).toEqual([]);
    expect(asOf).toBe(citations.flatMap(({ date }) => (date === null ? [] : [date])).sort().at(-1) ?? null);
    expect(nearest).toEqual([]);
  });
});

describe('the same question in another dress', () => {
  it.each([
    ['traditional script', '政协第五届澜桥市委员会第三次会议收到多少件提案', '政協第五屆瀾橋市委員會第三次會議收到多少件提案'],
    ['traditional script of an indicator', '2023年城镇调查失业率是多少', '2023年城鎮調查失業率是多少'],
    ['full width digits', '2023年城镇调查失业率是多少', '２０２３年城镇调查失业率是多少？'],
    ['Chinese digits of the year', '2023年城镇调查失业率是多少', '二〇二三年城镇调查失业率是多少'],
    ['politeness', '2023年城镇调查失业率是多少', '请问一下，2023年城镇调查失业率到底是多少呢'],
    ['the short name of a session and a spoken verb', '政协第五届澜桥市委员会第三次会议收到多少件提案', '政协五届三次会议收了多少件提案啊'],
    ['spoken time', '首个书香小站什么时候揭牌', '首个书香小站啥时候揭牌的呀'],
    ['invisible characters', '滨河绿道总投资多少', '滨河\u200b绿道\ufeff总投资多少'],
    ['white space around', '滨河绿道总投资多少', '  滨河绿道总投资多少？\n'],
  ])('%s', async (_, plain, dressed) => {
    const first = await askAnswered(plain);
    const second = await askAnswered(dressed);
    expect(second.answer).toBe(first.answer);
    expect(second.citations.map(({ passageId }) => passageId)).toEqual(first.citations.map(({ passageId }) => passageId));
  });

  it('is answered alike when asked twice', async () => {
    const [first, second] = [await askAnswered('提案的立案率是多少'), await askAnswered('提案的立案率是多少')];
    expect({ ...second, durationMs: 0 }).toEqual({ ...first, durationMs: 0 });
  });
});
