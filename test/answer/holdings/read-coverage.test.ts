import { describe, expect, it } from 'vitest';
import { organName, seriesName } from '../../../src/answer/holdings/body-name.js';
import { findGaps } from '../../../src/answer/holdings/find-gaps.js';
import { readCoverage } from '../../../src/answer/holdings/read-coverage.js';
import { generationOf, lanqiaoGeneration } from '../ask-lanqiao.js';
import { inventedDocument } from '../lanqiao-news.js';

describe('what a corpus covers', () => {
  it('counts every article once, under its organ or as naming none', async () => {
    const { corpus } = await lanqiaoGeneration();
    const coverage = readCoverage(corpus);
    expect(coverage.articles).toBe(corpus.headers.length);
    expect(coverage.bodies.reduce((sum, { articles }) => sum + articles, coverage.articlesWithoutBody)).toBe(coverage.articles);
    expect(coverage.kinds.reduce((sum, { articles }) => sum + articles, 0)).toBe(coverage.articles);
    expect(readCoverage(corpus)).toBe(coverage);
  });

  it('gives the range of each body and its meetings in order', async () => {
    const { corpus } = await lanqiaoGeneration();
    const body = readCoverage(corpus).bodies.find(({ name }) => name.includes('政务数据'));
    expect(body).toMatchObject({ articles: 2, firstDate: '2024-05-22', lastDate: '2024-06-19', years: [2024] });
    expect(body?.meetings.map(({ firstDate }) => firstDate)).toEqual(['2024-05-22', '2024-06-19']);
  });

  it('takes the terms of one organ together, and a record without a body into its series', async () => {
    const report = (id: string, title: string, body: string) => inventedDocument(id, `# ${title}\n\n各位代表：\n\n全市完成投资30亿元。\n`, { title, body, kind: 'report' });
    const { corpus } = await generationOf([report('a.md', '2021年霞浦镇工作报告', '霞浦镇第三届人民代表大会'), report('b.md', '2022年霞浦镇工作报告', '霞浦镇第四届人民代表大会'), report('c.md', '2025年霞浦镇工作报告', '')]);
    expect(readCoverage(corpus).bodies).toMatchObject([{ name: '霞浦镇人民代表大会', articles: 3, years: [2021, 2022, 2025], gaps: [{ kind: 'years', from: 2023, to: 2024 }] }]);
  });
});

describe('gaps', () => {
  const met = (date: string, meeting = '') => ({ date, year: Number(date.slice(0, 4)), meeting });

  it('years between years on record, none before or after', () => {
    expect(findGaps([met('2019-03-01'), met('2022-03-01')])).toEqual([{ kind: 'years', from: 2020, to: 2021 }]);
    expect(findGaps([met('2019-03-01'), met('2020-03-01')])).toEqual([]);
  });

  it('months only of a body that meets monthly', () => {
    const monthly = ['2024-01-05', '2024-02-05', '2024-03-05', '2024-06-05', '2024-07-05', '2024-08-05'].map((date) => met(date));
    expect(findGaps(monthly)).toEqual([{ kind: 'months', from: '2024-04', to: '2024-05' }]);
    expect(findGaps([met('2024-01-05'), met('2024-09-05')])).toEqual([]);
  });

  it('numbers between numbered sessions, each term for itself', () => {
    expect(findGaps([met('2024-01-01', '第二次会议'), met('2024-02-01', '第五次会议')])).toEqual([{ kind: 'sessions', series: '', numbers: [3, 4] }]);
    expect(findGaps([met('2024-01-01', '五届一次会议'), met('2025-02-01', '六届三次会议')])).toEqual([]);
  });
});

describe('names', () => {
  it('an organ without its term and session', () => {
    expect(['市第六届人民代表大会', '市六届人大', '市六届人大五次会议'].map(organName)).toEqual(['市人民代表大会', '市人民代表大会', '市人民代表大会']);
    expect(organName('政协第五届澜桥市委员会')).toBe('政协澜桥市委员会');
  });

  it('a series without its days and numbers', () => {
    expect(seriesName('水务例会 2024-05-22 9:30-11:30')).toBe(seriesName('水务例会 2025-1-7 14:00-15:30'));
    expect(seriesName('读书会第十二次会议')).toBe(seriesName('读书会第三次会议'));
  });
});
