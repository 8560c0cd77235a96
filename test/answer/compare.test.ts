import { describe, expect, it } from 'vitest';
import { ask } from './ask-lanqiao.js';

interface Row {
  question: string;
  shows: string;
  alsoShows: string;
}

function rows(...given: readonly (readonly [question: string, shows: string, alsoShows?: string])[]): Row[] {
  return given.map(([question, shows, alsoShows = '']) => ({ question, shows, alsoShows }));
}

const SERIES = rows(
  ['政协五届三次会议的提案哪方面最多', '经济建设方面（118件）'],
  ['政协五届三次会议的提案里件数最少的是哪一方面', '城市管理方面（74件）'],
  ['政协五届三次会议提案件数排第二的是哪方面', '民生保障方面（97件）'],
);

const SIDES = rows(
  ['经济建设方面的提案比城市管理方面多多少件', '44件', '计算得出'],
  ['经济建设方面和民生保障方面的提案相差多少件', '21件', '计算得出'],
  ['城市管理方面和民生保障方面的提案加起来多少件', '171件', '计算得出'],
  ['政协五届三次会议和四次会议收到的提案数相差多少', '35件', '347件'],
  ['政协五届四次会议立案的提案比五届三次会议多多少件', '12件', '289件'],
  ['2023年和2024年规模以上工业增加值的增速哪个高', '1.2个百分点', '8.4%'],
  ['2024年澜桥市政府工作报告和2025年澜桥市政府工作报告提出的一般公共预算收入增长目标相差多少', '1个百分点', '计算得出'],
  ['2024年和2025年澜桥市政府工作报告提出的城镇新增就业目标哪个更多', '4.2万人', '4万人'],
);

const EACH = rows(
  ['政协五届三次会议和五届四次会议的提案工作情况报告分别由谁作', '邹未央', '甄海棠'],
  ['2024年和2025年澜桥市政府工作报告提出的地区生产总值增长目标分别是多少', '6%左右', '5.5%左右'],
);

describe('comparisons inside one record', () => {
  it.each(SERIES)('$question', async ({ question, shows }) => {
    const { status, answer } = await ask(question);
    expect({ status, answer }).toEqual({ status: 'answered', answer: expect.stringContaining(shows) as string });
    expect(answer).toContain('得出');
  });
});

describe('comparisons of two sides', () => {
  it.each(SIDES)('$question', async ({ question, shows, alsoShows }) => {
    const { status, answer, citations } = await ask(question);
    expect({ status, answer }).toEqual({ status: 'answered', answer: expect.stringContaining(shows) as string });
    expect(answer).toContain(alsoShows);
    expect(answer.length).toBeLessThanOrEqual(300);
    expect(citations.length).toBeGreaterThan(0);
  });

  it('say that a person is the same, or is not', async () => {
    expect((await ask('政协五届三次会议和五届四次会议的提案工作情况报告的报告人一样吗')).answer).toMatch(/^不一样。/);
  });

  it('name the side that is not on record', async () => {
    const { status, answer } = await ask('政协五届四次会议和五届五次会议收到的提案数相差多少');
    expect(status).toBe('answered_partly');
    expect(answer).toContain('347件');
    expect(answer).toMatch(/没有找到的部分：.*五次会议/);
  });

  it('are refused when neither side is on record', async () => {
    expect((await ask('政协七届一次会议和七届二次会议收到的提案数相差多少')).status).toMatch(/^refused/);
  });

  it('do not subtract a result from a target', async () => {
    const { answer } = await ask('2024年完成的地区生产总值增速和2025年的地区生产总值增长目标相差多少');
    expect(answer).not.toContain('计算得出');
  });
});

describe('a table of several sides', () => {
  it.each(EACH)('$question', async ({ question, shows, alsoShows }) => {
    const { status, answer, citations } = await ask(question);
    const lines = answer.split('\n');
    expect(status).toBe('answered');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(new RegExp(`：.*${shows}.* \\[1\\]$`));
    expect(lines[1]).toMatch(new RegExp(`：.*${alsoShows}.* \\[\\d\\]$`));
    expect(citations.length).toBeGreaterThan(0);
  });
});

describe('claims that compare', () => {
  it.each([
    ['supported', '听说经济建设方面的提案比城市管理方面多44件，对吗'],
    ['contradicted', '听说经济建设方面的提案比城市管理方面多54件，对吗'],
    ['contradicted', '听说城市管理方面的提案比民生保障方面多，对吗'],
  ])('%s: %s', async (verdict, question) => {
    expect((await ask(question)).verdict).toBe(verdict);
  });
});
