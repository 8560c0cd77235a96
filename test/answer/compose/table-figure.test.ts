import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/domain/answer.js';
import { ask, generationOf, lanqiaoPorts } from '../ask-lanqiao.js';
import { inventedDocument } from '../lanqiao-news.js';

const TABLE = `# 2032年望湖市政府工作报告

## 二、2032年目标任务

2032年是补短板之年。主要预期目标：

| 指标 | 2031年目标 | 2031年完成 | 2032年目标 |
|---|---|---|---|
| 地区生产总值增速 | 6.5%左右 | 6.1%（预计） | 6%以上 |
| 规上工业增加值增速 | 8%以上 | 8.4% | 8.5%左右 |
| 城镇新增就业 | 2.9万人 | 3.12万人 | 2.8万人以上 |

森林覆盖率41%左右。
`;

async function askTable(question: string): Promise<Answer> {
  const generation = await generationOf([inventedDocument('table.md', TABLE, { title: '2032年望湖市政府工作报告', date: '2032-01-09' })]);
  return ask(question, lanqiaoPorts({ generation: () => Promise.resolve(generation) }));
}

describe('a table of indicators by years', () => {
  it.each([
    ['the target of the coming year', '2032年望湖市城镇新增就业目标是多少', '2.8万人以上', '3.12'],
    ['a target by the name that people use', '2032年望湖GDP增速目标是多少', '6%以上', '6.5%'],
    ['an indicator whose long name is asked for', '2032年规模以上工业增加值增长目标是多少', '8.5%左右', '8.4'],
    ['what was reached the year before', '2031年望湖市城镇新增就业完成了多少', '3.12万人', '2.9万'],
    ['a target under the heading of targets outside the table', '2032年望湖市森林覆盖率的目标是多少', '41%左右', '8.5'],
  ])('gives %s', async (_, question, figure, wrong) => {
    const { status, answer, citations } = await askTable(question);
    expect(status).toBe('answered');
    expect(answer).toContain(figure);
    expect(answer).not.toContain(wrong);
    expect(citations).toHaveLength(1);
  });

  it('says which row and column the figure stands in', async () => {
    expect((await askTable('2032年望湖市城镇新增就业目标是多少')).answer).toBe('城镇新增就业，2032年目标：2.8万人以上 [1]');
  });

  it.each(['2033年望湖市城镇新增就业目标是多少', '2032年望湖市固定资产投资增速目标是多少', '2030年望湖市城镇新增就业完成了多少'])('does not answer %s', async (question) => {
    const { status, answer } = await askTable(question);
    expect(status).toMatch(/^refused/);
    expect(answer).not.toMatch(/3\.12|2\.8万|8\.5%/);
  });
});
