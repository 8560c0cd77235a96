import { describe, expect, it } from 'vitest';
import type { NameLookup } from '../../src/answer/translate/name-lookup.js';
import { translateQuestion } from '../../src/answer/translate/translate-question.js';

/** A corpus that knows two people, a town and a few Latin names. */
const NAMES: NameLookup = {
  namesLike: (pinyin) => ({ "lu'chenzhou": ['陆沉舟'], luchenzhou: ['陆沉舟'], "bai'tang": ['白棠'], yunxi: ['云溪'] })[pinyin] ?? [],
  isWritten: (word) => ['northriver', 'qa', 'sig', 'lib_river'].includes(word.toLowerCase()),
};
const translated = (question: string): string => translateQuestion(question, NAMES);

describe('who', () => {
  it.each([
    ['Who is the mayor of Yunxi?', '云溪的市长是谁？'],
    ["Who's Lu Chenzhou?", '陆沉舟担任什么职务？'],
    ['Who chaired the fifth meeting of the presidium?', '主席团第五次会议由谁主持？'],
    ['By whom was the second session of the CPPCC chaired?', '政协二次会议由谁主持？'],
    ['Who chairs the CPPCC of Yunxi?', '云溪的政协的主席是谁？'],
    ['Who delivered the work report?', '工作报告是谁作的？'],
    ['Who presented "Pier repair"?', '"Pier repair"由谁汇报？'],
    ['Who attended the meeting on 5 April 2031?', '2031年4月5日 谁出席会议？'],
    ['Who did Bai Tang visit?', '白棠考察谁？'],
    ['Who is the director of the finance bureau?', '财政局的局长是谁？'],
    ['What position does Lu Chenzhou hold?', '陆沉舟担任什么职务？'],
  ])('%s', (question, expected) => {
    expect(translated(question)).toBe(expected);
  });
});

describe('sessions', () => {
  it.each([
    ['the 2nd session of the 3rd CPPCC Yunxi committee', '云溪政协三届二次会议'],
    ['the second session of the third Yunxi CPPCC Committee', '云溪政协三届二次会议'],
    ["fourth session of the second municipal people's congress", '市人大二届四次会议'],
    ["the Second Municipal People's Congress, fourth session", '市人大二届四次会议'],
    ["the presidium's fifth meeting", '主席团第五次会议'],
    ['the fifth presidium meeting', '主席团第五次会议'],
    ['the third plenary session of the 20th CPC Central Committee', '二十届三中全会'],
    ['the twenty-first session', '第二十一次会议'],
    ["the fifth meeting of the presidium of the fourth session of the second municipal people's congress", '市人大二届四次会议的主席团第五次会议'],
  ])('%s', (question, expected) => {
    expect(translated(`Summarize ${question}`)).toBe(`${expected}的主要内容是什么？`);
  });
});

describe('figures', () => {
  it.each([
    ['How many proposals were received?', '收到多少件提案？'],
    ['How many proposals did the committee receive in 2031?', '2031年 委员会收到多少件提案？'],
    ['How many of the proposals were collective proposals?', '提案中集体提案有多少件？'],
    ['How many collective proposals were there at the session?', '会议 有多少件集体提案？'],
    ['How many kilometres of greenways were built nationwide in 2030?', '全国 2030年 建设多少公里绿道？'],
    ['How many people took part in voluntary tree planting?', '多少人参加义务植树？'],
    ['What is the total investment of the 36 projects?', '36项目的总投资是多少？'],
    ['What is the target growth of manufacturing added value in 2031?', '2031年 制造业增加值的增长目标是多少？'],
    ['By how much is industrial added value expected to grow in 2031?', '2031年 工业增加值预期增长多少？'],
    ["What is the CPI target in the province's 2031 government work report?", '2031年 省的政府工作报告的居民消费价格目标是多少？'],
    ['What share of the filed proposals concerned social construction?', '立案提案中社会建设占比多少？'],
    ['What percentage of filed proposals were about economic construction?', '关于经济建设 立案提案占比多少？'],
    ['How much does the greenway cost?', '绿道成本是多少？'],
  ])('%s', (question, expected) => {
    expect(translated(question)).toBe(expected);
  });

  it.each([['97.1 billion yuan', '971亿元'], ['2.5 million people', '250万人'], ['3.2 trillion yuan', '3.2万亿元'], ['15 percent', '15%'], ['0.2 percentage points', '0.2个百分点'], ['twelve projects', '十二项目'], ['three proposals', '三件提案']])('writes %s as %s', (english, chinese) => {
    expect(translated(`Is it true that the target is ${english}?`)).toBe(`听说目标是${chinese}，是真的吗？`);
  });
});

describe('times', () => {
  it.each([
    ['When was the session held?', '会议什么时候举行？'],
    ['On what date was the work report delivered?', '工作报告哪一天作？'],
    ['On which days was the session held?', '会议哪几天举行？'],
    ['What is the date of the meeting?', '会议的日期是什么时候？'],
    ['How long did the session last?', '会议开了几天？'],
    ['How many proposals were filed on April 5th, 2031?', '2031年4月5日 立案多少件提案？'],
    ['How many proposals were filed in April 2031?', '2031年4月 立案多少件提案？'],
    ['In 2031, how many proposals were filed?', '2031年 立案多少件提案？'],
    ['How many proposals were filed from April 5 to 8, 2031?', '2031年4月5日至8日 立案多少件提案？'],
    ['How many suggestions had deputies submitted by 6 pm on the 5th of April?', '下午6时 4月5日 代表提交多少条建议？'],
  ])('%s', (question, expected) => {
    expect(translated(question)).toBe(expected);
  });
});

describe('decisions, lists, yes and no', () => {
  it.each([
    ['What was the conclusion on “Pier repair” at the NorthRiver QA SIG meeting on 2031-04-05?', '2031年4月5日 NorthRiver QA SIG会议 “Pier repair”的结论是什么？'],
    ['What was decided about the work report?', '关于工作报告 作出什么决定？'],
    ['Which topics were discussed at the meeting?', '会议 讨论了哪些议题？'],
    ['What open issues were left for “Pier repair”?', '“Pier repair” 留下了哪些遗留问题？'],
    ['List the categories of filed proposals.', '立案提案的类别有哪些？'],
    ['Name the reporter.', '记者是谁？'],
    ['What are the three major events?', '三件大事有哪些？'],
    ['At which meeting was the political resolution adopted?', '政治决议在哪个会议通过？'],
    ['Where is the sub-branch located?', '支行的地址在哪里？'],
    ['Where was the meeting held?', '会议在哪里举行？'],
    ['Why was the license reissued?', '许可证为什么重新颁发？'],
    ['What did Bai Tang say?', '白棠表示什么？'],
    ['What does the resolution say about education?', '关于教育 决议说了什么？'],
    ['Was the budget report approved?', '预算报告批准了吗？'],
    ['Did the congress receive any motions?', '人大收到议案吗？'],
    ['Is Bai Tang the mayor?', '白棠是市长吗？'],
    ['Is it true that 87 proposals were received?', '听说收到87件提案，是真的吗？'],
    ['The target is 12%, right?', '听说目标是12%，是真的吗？'],
    ['Which has more proposals, education or health?', '教育和卫生健康哪个提案更多？'],
    ['Compare education with health', '教育和卫生健康相差多少？'],
    ['How many more proposals were filed than motions?', '提案立案比议案多多少？'],
    ['What is the difference between output and exports?', '产量和出口相差多少？'],
  ])('%s', (question, expected) => {
    expect(translated(question)).toBe(expected);
  });
});

describe('what stays', () => {
  it.each([
    ['Latin names of the corpus', 'What did the QA SIG decide about lib_river?', '关于lib_river QA SIG作出什么决定？'],
    ['names that the corpus does not know', 'Who is Ouyang Feng?', 'Ouyang Feng是谁？'],
    ['words that nothing explains, so that they are missed in the records', 'How many kangaroos were received?', '收到多少kangaroos？'],
    ['quoted topics', 'What is the conclusion on “申请 the 灯塔”?', '“申请 the 灯塔”的结论是什么？'],
    ['a Chinese gloss, once', 'How many proposals were filed (立案)?', '立案多少件提案？'],
  ])('%s', (_, question, expected) => {
    expect(translated(question)).toBe(expected);
  });
});
