import { describe, expect, it } from 'vitest';
import { ask } from './ask-lanqiao.js';

const CORRECTED = /^问题的前提与记录不符。/;

describe('a false premise is corrected before anything else', () => {
  it.each([
    ['denied outcome', '为什么人大六届五次会议没有通过关于政府工作报告的决议？', '记录：通过', '表决通过了'],
    ['denied outcome behind its subject', '人大六届五次会议否决政府工作报告决议的原因是什么？', '记录：通过', '表决通过了'],
    ['office of somebody else', '顾云帆当选市政协主席后在会上作了什么报告？', '记录：主席蒋绍川', '主席蒋绍川'],
    ['higher office', '邹未央主席作了什么报告？', '记录：邹未央副主席', '副主席邹未央'],
    ['year of a session', '政协五届四次会议2024年召开的时候收到多少件提案？', '记录：2025年1月13日', '收到提案347件'],
    ['year in front of a session', '2023年召开的政协五届四次会议收到提案多少件？', '记录：2025年1月13日', '收到提案347件'],
    ['count that is counted in', '政协五届四次会议收到的300件提案中立案的有多少件？', '记录：347件', '立案301件'],
  ])('%s: %s', async (_kind, question, recorded, quoted) => {
    const { status, answer, citations, verdict } = await ask(question);
    expect({ status, verdict }).toEqual({ status: 'answered', verdict: null });
    expect(answer).toMatch(CORRECTED);
    expect(answer.split('\n')[0]).toContain(recorded);
    expect(answer).toContain(quoted);
    expect(citations.length).toBeGreaterThan(0);
  });

  it('shows both values and answers what is left of the question', async () => {
    const { answer } = await ask('政协五届四次会议2024年召开的时候收到多少件提案？');
    expect(answer).toContain('问题：2024年；记录：2025年1月13日');
    expect(answer.split('\n').slice(1).join('\n')).toContain('347件');
  });
});

describe('a premise that holds is left alone', () => {
  it.each([
    '政协五届四次会议2025年召开的时候收到多少件提案？',
    '政协五届四次会议收到的347件提案中立案的有多少件？',
    '邹未央副主席作了什么报告？',
    '为什么人大六届五次会议的实地视察改到3月？',
    '人大六届五次会议通过了什么决议？',
    '孟怀舟市长主持的市政府第十二次常务会议议定了哪些事项？',
  ])('%s', async (question) => {
    const { answer } = await ask(question);
    expect(answer).not.toMatch(CORRECTED);
  });
});

describe('a premise of which nothing is on record', () => {
  it.each(['为什么澜桥市要取消地铁二号线？', '政协六届一次会议收到的500件提案中立案的有多少件？'])('is refused: %s', async (question) => {
    const { status, citations } = await ask(question);
    expect(status).toMatch(/^refused_/);
    expect(citations).toEqual([]);
  });
});
