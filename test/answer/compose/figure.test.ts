import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/domain/answer.js';
import { ask, generationOf, lanqiaoPorts } from '../ask-lanqiao.js';
import { inventedDocument } from '../lanqiao-news.js';

/** The answer from a single record of 2024. */
async function askOne(text: string, question: string): Promise<Answer> {
  const generation = await generationOf([inventedDocument('one.md', text, { title: '年度情况通报', date: '2024-12-30' })]);
  return ask(question, lanqiaoPorts({ generation: () => Promise.resolve(generation) }));
}

const ECONOMY = '全市粮食产量达到42.7万吨，增长3.1%。水产品产量达到6.8万吨，增长4.4%。城镇调查失业率为5.1%。财政投入水利资金2.3亿元，新建泵站14座，清淤河道208公里。';

describe('the clause that gives the figure', () => {
  it.each([
    ['of the indicator asked for, not of its neighbour', '水产品产量是多少', '6.8万吨', '42.7'],
    ['of the other one', '粮食产量是多少', '42.7万吨', '6.8'],
    ['with growth where growth is asked for', '粮食产量增长了多少', '3.1%', '4.4'],
    ['in the measure word asked for', '新建泵站多少座', '14座', '208'],
    ['in the unit asked for', '清淤河道多少公里', '208公里', '14'],
    ['in money where money is asked for', '水利资金投入多少钱', '2.3亿元', '208'],
    ['in per cent where a rate is asked for', '城镇调查失业率是百分之几', '5.1%', '42.7'],
  ])('%s', async (_, question, figure, wrong) => {
    const { status, answer } = await askOne(ECONOMY, question);
    expect(status).toBe('answered');
    expect(answer).toContain(figure);
    expect(answer).not.toContain(wrong);
  });

  it('is quoted with the clauses that name its subject', async () => {
    const { answer } = await askOne('渡口修缮进展顺利。南岸渡口今年全部完工，共更换石阶360级。', '南岸渡口更换石阶多少级');
    expect(answer).toContain('360级');
    expect(answer).toContain('南岸渡口');
  });

  it('is the whole sentence where several figures are asked for', async () => {
    const { answer } = await askOne('今年新建泵站14座，其中南岸6座，北岸8座。', '南岸和北岸各新建泵站多少座');
    expect(answer).toContain('6座');
    expect(answer).toContain('8座');
  });

  it.each([
    ['the target', '托育服务增加床位的目标是多少张', '1200张', '1350'],
    ['the result', '托育服务增加了多少张床位', '1350张', '1200'],
  ])('%s where both stand in the record', async (_, question, figure, wrong) => {
    const { answer } = await askOne('托育服务的目标是：增加床位1200张。\n全年托育服务实际增加床位1350张。', question);
    expect(answer).toContain(figure);
    expect(answer).not.toContain(wrong);
  });
});

const YEAR = '2024年，全市地区生产总值完成812.4亿元，增长5.7%，低于年初预期0.3个百分点。分季度看，地区生产总值一季度增长4.1%，上半年增长4.8%，前三季度增长5.3%。研发经费投入占地区生产总值的比重为1.92%，比上年提高0.11个百分点。招商引资到位资金目标45亿元、实际38.6亿元。代表对办理的满意率96.4%。';

describe('the figure that meets every demand', () => {
  it.each([
    ['the growth of the whole year', '2024年地区生产总值实际增长了多少', '5.7%', /0\.11|4\.1%/],
    ['the growth of a part of the year, told in a row', '2024年前三季度GDP增速是多少', '5.3%', /0\.11/],
    ['the result that stands beside its target', '招商引资目标45亿，实际到位多少', '38.6亿元', /满意/],
    ['a rate that is asked for with how high', '代表对办理的满意率有多高', '96.4%', /38\.6/],
  ])('is %s', async (_, question, figure, wrong) => {
    const { status, answer } = await askOne(YEAR, question);
    expect(status).toBe('answered');
    expect(answer).toContain(figure);
    expect(answer).not.toMatch(wrong);
  });

  it('is not that of another part of the year', async () => {
    expect((await askOne(YEAR, '2024年四季度地区生产总值增长多少')).status).toMatch(/^refused/);
  });
});

describe('no figure is given', () => {
  it.each([
    ['for an indicator with one word exchanged', '城镇登记失业率是多少'],
    ['for an indicator that is not there', '棉花产量是多少'],
    ['in a unit that the record does not use', '新建泵站花了多少元'],
    ['for something counted otherwise', '粮食产量居全省第几名，多少名'],
  ])('%s', async (_, question) => {
    const { status, citations } = await askOne(ECONOMY, question);
    expect(status).toMatch(/^refused/);
    expect(citations).toEqual([]);
  });
});
