import { describe, expect, it } from 'vitest';
import { rawDocument } from '../../ingest/page-of-news.js';
import { ask, generationOf, lanqiaoPorts } from '../ask-lanqiao.js';

describe('what no weight makes up for is refused', () => {
  it.each([
    ['a part of the year', '2024年上半年规模以上工业增加值增长多少'],
    ['a quarter', '2024年三季度一般公共预算收入增长多少'],
    ['a thing that is counted and not there', '滨河绿道有多少个公共厕所'],
    ['what was given back', '政协五届三次会议驳回了多少件提案'],
    ['the length of a text', '2024年澜桥市政府工作报告一共多少字'],
    ['the event of a life', '贾以恒是哪一年毕业的'],
    ['a kind that no record names', '贾以恒的毕业院校是哪所'],
    ['a meeting of another name', '全市林业运行工作例会有哪些议题'],
  ])('%s: %s', async (_, question) => {
    expect((await ask(question)).status).toMatch(/^refused/);
  });

  it.each([
    ['the same without the part of the year', '2024年规模以上工业增加值增长多少', '8.4%'],
    ['what was taken in', '政协五届三次会议收到多少件提案', '312件'],
    ['the office', '市长是谁', '孟怀舟'],
  ])('and the neighbour is answered: %s', async (_, question, holds) => {
    const { status, answer } = await ask(question);
    expect(status).toBe('answered');
    expect(answer).toContain(holds);
  });
});

it('never answers for a numbered thing with another number', async () => {
  const generation = await generationOf(Array.from({ length: 12 }, (_, index) => rawDocument(`会议决定修建第${index + 1}号桥，安排经费${index + 20}万元。`, { documentId: `${index}.txt`, file: `${index}.txt` })));
  const ports = lanqiaoPorts({ generation: () => Promise.resolve(generation) });
  for (const number of [1, 3, 7, 12]) {
    const { status, answer } = await ask(`第${number}号桥安排经费多少万元？`, ports);
    if (status.startsWith('answered')) expect(answer).toContain(`第${number}号桥`);
  }
  expect((await ask('第99号桥安排经费多少万元？', ports)).status).toMatch(/^refused/);
});
