import { describe, expect, it } from 'vitest';
import { ask, generationOf, lanqiaoPorts } from '../ask-lanqiao.js';
import { inventedDocument } from '../lanqiao-news.js';

const REPORT = `# 2031年石门县政府工作报告

## 一、2030年工作回顾

2030年，全县粮食播种面积41.3万亩，没有达到43万亩的目标；旅游接待人次增长9.2%，低于年初预期1.1个百分点；农村公路改造128公里，超额完成120公里的任务；居民消费价格上涨0.7%。
`;
const generation = generationOf([inventedDocument('shimen.md', REPORT, { title: '2031年石门县政府工作报告', body: '石门县人民政府', date: '2031-01-12', kind: 'report' })]);

describe('whether a target was reached is read from what is said of the same thing', () => {
  it.each([
    ['2030年石门县粮食播种面积完成目标了吗？', '没有达到43万亩'],
    ['2030年石门县农村公路改造完成任务了吗？', '超额完成120公里'],
    ['2030年石门县旅游接待人次完成预期目标了吗？', '低于年初预期1.1个百分点'],
  ])('%s', async (question, shows) => {
    const { answer } = await ask(question, lanqiaoPorts({ generation: () => generation }));
    expect(answer).toContain(shows);
    expect(answer.startsWith('是')).toBe(shows.startsWith('超额'));
  });
});
