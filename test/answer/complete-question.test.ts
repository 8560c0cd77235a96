import { describe, expect, it } from 'vitest';
import { completeQuestion } from '../../src/answer/complete-question.js';

/** The last of a conversation, completed; `answer` is what every earlier question was answered with. */
async function complete(turns: string[], answer: string | null = null): Promise<string> {
  const history = turns.slice(0, -1).map((question) => ({ question }));
  return (await completeQuestion({ question: turns.at(-1) ?? '', history }, { answerOf: () => Promise.resolve(answer) })).text;
}

describe('an elliptic question takes the place of its like', () => {
  it.each([
    ['the number of a session', ['主席团第二次会议谁主持？', '那第五次呢？'], '主席团第五次会议谁主持？'],
    ['the last of two sessions', ['市三届人大二次会议主席团第一次会议是谁主持的？', '第六次会议呢？'], '市三届人大二次会议主席团第六次会议是谁主持的？'],
    ['a day of the same year', ['2031年3月6日的青松社区评审会议上，“新增缓存模块”这一议题的结论是什么？', '那4月20日的呢？'], '2031年4月20日的青松社区评审会议上，“新增缓存模块”这一议题的结论是什么？'],
    ['a topic', ['2031年3月6日的青松社区评审会议上，“新增缓存模块”这一议题的结论是什么？', '“淘汰旧接口”呢？'], '2031年3月6日的青松社区评审会议上，“淘汰旧接口”这一议题的结论是什么？'],
    ['a body', ['2031年3月6日的Pinewood QA SIG会议讨论了哪些议题？', '那架构SIG呢？'], '2031年3月6日的架构SIG会议讨论了哪些议题？'],
    ['a province', ['2031年山西省政府工作报告提出的粮食产量预期目标是多少？', '河北呢？'], '2031年河北政府工作报告提出的粮食产量预期目标是多少？'],
    ['the State Council for a province', ['2031年山西省政府工作报告提出的粮食产量预期目标是多少？', '国务院的呢？'], '2031年国务院政府工作报告提出的粮食产量预期目标是多少？'],
    ['an indicator, its target kept', ['2031年山西省政府工作报告提出的国内生产总值增长预期目标是多少？', '城镇新增就业呢？'], '2031年山西省政府工作报告提出的城镇新增就业预期目标是多少？'],
    ['the part of a compound that is alike', ['2031年工业增加值增长目标是多少？', '制造业的呢？'], '2031年制造业增加值增长目标是多少？'],
    ['a category', ['经济建设类提案立案了多少件？', '社会建设的呢？'], '社会建设类提案立案了多少件？'],
    ['which of several documents', ['政协2031年养老服务的建议报告提了多少条建议？', '托育服务的那份呢？'], '政协2031年托育服务的建议报告提了多少条建议？'],
    ['the thing counted', ['2031年市政协党组开了多少次党组会？', '专题党课呢？'], '2031年市政协党组开了多少次专题党课？'],
    ['what was done', ['市政协三届二次会议收到多少件提案？', '那立案的呢？'], '市政协三届二次会议立案多少件提案？'],
    ['an ordinal', ['贺兰芝说图书馆该做的第一件事是什么？', '第三件事呢？'], '贺兰芝说图书馆该做的第三件事是什么？'],
    ['a year, which leaves the numbered session behind', ['市三届人大二次会议收到多少件建议？', '那2029年呢？'], '2029年市人大会议收到多少件建议？'],
    ['the year after', ['市政协2030年立案的提案有多少件？', '再往后一年的呢？'], '市政协2031年立案的提案有多少件？'],
    ['the session before', ['常委会第三十次会议通过了哪些决议？', '上一次会议呢？'], '常委会第二十九次会议通过了哪些决议？'],
  ])('%s', async (_, turns, expected) => {
    expect(await complete(turns)).toBe(expected);
  });
});

describe('what is unsaid is carried over', () => {
  it.each([
    ['a topic and its meeting', ['2031年3月6日的青松社区评审会议上，“新增缓存模块”这一议题的结论是什么？', '由谁汇报？'], '2031年3月6日的青松社区评审会议上，“新增缓存模块”由谁汇报？'],
    ['over three turns', ['2031年3月6日的青松社区评审会议上，“新增缓存模块”这一议题的结论是什么？', '由谁汇报？', '还有哪些遗留问题？'], '2031年3月6日的青松社区评审会议上，“新增缓存模块”还有哪些遗留问题？'],
    ['the meeting without the topic', ['2031年3月6日的青松社区评审会议上，“新增缓存模块”这一议题的结论是什么？', '这次会议讨论了哪些议题？'], '2031年3月6日的青松社区评审会议讨论了哪些议题？'],
    ['a meeting named only 会议', ['2031年3月6日的青松社区评审会议讨论了哪些议题？', '谁参加了会议？'], '谁参加了2031年3月6日的青松社区评审会议？'],
    ['a topic of a meeting', ['2031年3月6日的青松社区评审会议讨论了哪些议题？', '“淘汰旧接口”的结论呢？'], '2031年3月6日的青松社区评审会议上，“淘汰旧接口”结论是什么？'],
    ['a report', ['2031年山西省政府工作报告提出的粮食产量预期目标是多少？', '报告是谁作的？', '什么时候？'], '2031年山西省政府工作报告是什么时候作的？'],
    ['an organisation without what was asked of it', ['恒丰银行云溪开发区支行住所在哪？', '什么时候设立的？'], '恒丰银行云溪开发区支行什么时候设立的？'],
    ['the whole of which a part is asked', ['三届二次会议收到多少件提案？', '其中立案多少？'], '三届二次会议收到的提案中立案多少？'],
    ['the matter of an attribute', ['商务局要推进多少个文旅项目？', '总投资呢？'], '商务局的文旅项目的总投资是多少？'],
    ['a matter, chained', ['商务局要推进多少个文旅项目？', '总投资呢？', '年内投产几个？'], '商务局的文旅项目年内投产几个？'],
    ['the object of a repeated question', ['政协二次会议收到多少件提案？', '那三次会议收到多少件？'], '政协三次会议收到多少件提案？'],
    ['它', ['恒丰银行云溪开发区支行是哪年设立的？', '它为什么要换证？'], '恒丰银行云溪开发区支行为什么要换证？'],
    ['后者', ['孙玉兰和赵立秋分别是什么职务？', '后者参加了哪个会议？'], '赵立秋参加了哪个会议？'],
  ])('%s', async (_, turns, expected) => {
    expect(await complete(turns)).toBe(expected);
  });
});

describe('people named only in an answer', () => {
  const answer = '本报讯（记者 孟小满）2月20日，主席团常务主席韩晓云主持会议。 [1]';

  it('takes the one of whom the earlier question speaks, not the reporter', async () => {
    expect(await complete(['主席团第二次会议谁主持？', '她是什么职务？'], answer)).toBe('韩晓云是什么职务？');
  });
  it('takes the one who holds the office asked for', async () => {
    expect(await complete(['二次会议上哪位书记参加了分组讨论？', '他是什么职务？'], '云溪市委书记邓立秋、市长韩晓云等出席会议并参加分组讨论，听取贺兰芝市长所作报告。 [1]')).toBe('邓立秋是什么职务？');
  });
  it('looks further back than a question that asks no person', async () => {
    expect(await complete(['全市人才工作会议谁主持？', '什么时候开的？', '他多大年纪了？'], answer)).toBe('韩晓云多大年纪了？');
  });
  it('describes the person when nothing was answered', async () => {
    expect(await complete(['主席团第二次会议谁主持？', '她是什么职务？'])).toBe('主持主席团第二次会议的人是什么职务？');
  });
  it('needs no answer for a name that was typed', async () => {
    const asked: string[] = [];
    const answerOf = (question: string): Promise<null> => (asked.push(question), Promise.resolve(null));
    const { text } = await completeQuestion({ question: '他来自哪个代表团？', history: [{ question: '贺兰芝提了什么建议？' }] }, { answerOf });
    expect([text, asked]).toEqual(['贺兰芝来自哪个代表团？', []]);
  });
});

describe('a question that stands alone stays as it is', () => {
  const before = '市三届人大二次会议收到多少件建议？';
  it.each(['全市安全生产会议是哪天召开的？', '恒丰银行云溪开发区支行在哪里？', '2031年3月6日的青松社区评审会议讨论了哪些议题？', '贺兰芝是什么职务？', '今天天气怎么样？', '你是谁？', '听说市里要建地铁，是真的吗？', '《云溪市绿化公报》是哪个单位发布的？', '哪位代表说要走绿色低碳的路子'])('%s', async (question) => {
    expect(await complete([before, question])).toBe(question);
  });
  it('starts the conversation anew', async () => {
    expect(await complete([before, '全市安全生产会议是哪天召开的？', '谁讲了话？'])).toBe('全市安全生产会议谁讲了话？');
  });
  it('without a history', async () => {
    expect(await complete(['那第四次呢？'])).toBe('那第四次呢？');
  });
  it('may be meant either way: the records decide', async () => {
    expect(await complete([before, '绿道多长？'])).toBe('绿道多长？');
    expect(await complete([before, '绿道多长？'], '绿道5公里。 [1]')).toBe('市三届人大二次会议的绿道多长？');
  });
});

describe('English', () => {
  it.each([
    [['Who chaired the third presidium meeting?', 'When was it held?'], 'When was the third presidium meeting held?'],
    [['What is the growth target for 2031?', 'And in 2030?'], 'What is the growth target for 2030?'],
    [["What is Shanxi's grain target for 2031?", 'What about Hebei?'], "What is Hebei's grain target for 2031?"],
    [['How many proposals did the fourth session receive?', 'What about the fifth session?'], 'How many proposals did the fifth session receive?'],
    [['Who chaired the third presidium meeting?', 'How many hectares of trees were planted nationwide in 2023?'], 'How many hectares of trees were planted nationwide in 2023?'],
  ])('%j', async (turns, expected) => {
    expect(await complete(turns)).toBe(expected);
  });
});

describe('what a conversation brings is bounded', () => {
  const turns = (count: number): string[] => ['市三届人大二次会议收到多少件建议？', ...Array.from({ length: count }, () => '那议案呢？'), '其中立案多少？'];
  it('reads five earlier questions', async () => {
    expect(await complete(turns(4))).toContain('市三届人大二次会议');
    expect(await complete(turns(5))).not.toContain('市三届人大二次会议');
  });
  it('asks each earlier question for its answer once, and few of them', async () => {
    const asked: string[] = [];
    const history = ['谁主持了三届二次会议？', '他是什么职务？', '他还去了哪里？', '他讲了什么？', '他何时到任？'].map((question) => ({ question }));
    await completeQuestion({ question: '他多大年纪？', history }, { answerOf: (question) => (asked.push(question), Promise.resolve(null)) });
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked.length).toBeLessThanOrEqual(12);
  });
  it('keeps to the question as typed where the whole would be too long to ask', async () => {
    const long = `市三届人大二次会议关于${'滨河绿道和古码头、'.repeat(30)}的建议有多少件？`;
    expect((await complete([long, '其中立案多少？'])).length).toBeLessThanOrEqual(300);
  });
  it('passes over thanks and what is off topic', async () => {
    expect(await complete(['市三届人大二次会议收到多少件建议？', '谢谢！', '讲个笑话', '那议案呢？'])).toBe('市三届人大二次会议收到多少件议案？');
  });
});
