import { describe, expect, it } from 'vitest';
import { resolveTimes } from '../../../src/answer/time/resolve-times.js';
import { timeLine } from '../../../src/answer/time/time-line.js';
import { ask, lanqiaoGeneration, lanqiaoPorts } from '../ask-lanqiao.js';

const on = (day: string) => lanqiaoPorts({ now: () => new Date(`${day}T08:00:00.000Z`) });
const resolve = async (question: string, day: string) => resolveTimes(question, new Date(`${day}T08:00:00.000Z`), (await lanqiaoGeneration()).corpus);

describe('relative times are read from the day of asking', () => {
  it.each([
    ['去年建成多少个口袋公园', '2025-03-01', '2024年建成多少个口袋公园'],
    ['上个月市里开了什么会', '2025-01-20', '2024年12月市里开了什么会'],
    ['昨天谁主持', '2025-03-01', '2025年2月28日谁主持'],
    ['去年2月的会', '2025-03-01', '2024年2月的会'],
    ['近三年的就业', '2025-03-01', '2023年、2024年、2025年的就业'],
    ['近两年的就业', '2031-03-01', '2024年、2025年的就业'],
    ['上周的主席团会议谁主持', '2025-01-22', '2025年1月19日的主席团会议谁主持'],
  ])('%s, asked on %s', async (question, day, expected) => {
    expect((await resolve(question, day)).text).toBe(expected);
  });

  it('a year that the question names wins', async () => {
    expect(await resolve('去年全市新增就业多少（2023年）', '2025-03-01')).toEqual({ text: '去年全市新增就业多少（2023年）', taken: [] });
  });

  it('this year stays open where no record is of it yet', async () => {
    expect(await resolve('今年的就业目标', '2027-03-01')).toEqual({ text: '今年的就业目标', taken: [{ words: '今年', meaning: null }] });
    expect(await resolve('今年的就业目标', '2025-03-01')).toMatchObject({ text: '2025年的就业目标' });
  });

  it('a half-year without a year is not one of which nothing can be on record yet', async () => {
    // The newest record of the invented city is of January 2025.
    expect((await resolve('上半年修了多少公里路', '2025-11-28')).text).toBe('上半年修了多少公里路');
    expect((await resolve('2023年上半年修了多少公里路', '2025-11-28')).text).toBe('2023年上半年修了多少公里路');
  });

  it('the newest meeting of the body, by its name or by its day', async () => {
    expect((await resolve('最近一次市政协会议收到多少件提案', '2031-03-01')).text).toBe('政协第五届澜桥市委员会第四次会议收到多少件提案');
    expect((await resolve('市政务数据工作例会最近一次有哪些议题', '2031-03-01')).text).toContain('2024年6月19日');
  });
});

describe('the reply says which time it took', () => {
  it('of a year', async () => {
    const { status, answer } = await ask('去年建成口袋公园多少个', on('2025-03-01'));
    expect(status).toBe('answered');
    expect(answer).toContain('33个');
    expect(answer).toMatch(/（“去年”指2024年?。）$/);
  });

  it('of a meeting', async () => {
    const { answer } = await ask('最近一次市政协会议立案多少件', on('2031-03-01'));
    expect(answer).toContain('301件');
    expect(answer).toContain('“最近一次”指政协第五届澜桥市委员会第四次会议');
  });

  it('of the newest record, where this year has none', async () => {
    const { answer } = await ask('今年地区生产总值增长目标是多少', on('2029-03-01'));
    expect(answer).toContain('5.5%');
    expect(answer).toContain('“今年”按资料中最新的记录回答');
  });

  it('a time without a record is refused, and the reply tells how far the records go', async () => {
    const { status, answer } = await ask('昨天的主席团会议由谁主持', on('2031-05-02'));
    expect(status).toMatch(/^refused/);
    expect(answer).toContain('只到2025年1月');
    expect(answer).toContain('“昨天”指2031年5月1日');
  });

  it('no figure that stands in no citation', () => {
    expect(timeLine([{ words: '去年', meaning: '2024' }], null, '2023年的记录', 'zh')).toBe('');
    expect(timeLine([{ words: '去年', meaning: '2024' }], null, '2024-01-16', 'zh')).toBe('“去年”指2024。');
    expect(timeLine([{ words: 'last year', meaning: '2024' }], null, null, 'en')).toBe('“last year” was read as 2024.');
  });
});
