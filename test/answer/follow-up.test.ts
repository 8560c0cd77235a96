import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/answer/answer-question.js';
import type { Answer } from '../../src/domain/answer.js';
import { lanqiaoPorts, memoryLog } from './ask-lanqiao.js';

/** The answer to the last of a conversation over the invented city's records, with the stand-alone question that was logged. */
async function converse(turns: string[]): Promise<{ answer: Answer; standalone: string }> {
  const log = memoryLog();
  const answer = await answerQuestion({ id: 'q', question: turns.at(-1) ?? '', history: turns.slice(0, -1).map((question) => ({ question })) }, 'test', lanqiaoPorts({ log }));
  return { answer, standalone: log.records[0]?.standaloneQuestion ?? '' };
}

describe('follow-ups are answered from the records', () => {
  it.each<[string, string[], RegExp]>([
    ['another session', ['政协第五届澜桥市委员会第三次会议收到多少件提案？', '第四次会议呢？'], /347件/],
    ['a session spoken of as the next', ['政协第五届澜桥市委员会第三次会议应到委员多少名？', '那下一次呢？'], /284/],
    ['another year', ['2024年澜桥市政府工作报告的地区生产总值目标是多少？', '2025年呢？'], /5\.5%/],
    ['the year after', ['2024年澜桥市政府工作报告的城镇新增就业目标是多少？', '第二年呢？'], /4\.2万人/],
    ['another indicator', ['2024年澜桥市政府工作报告的地区生产总值目标是多少？', '那城镇调查失业率？'], /5\.5%以内/],
    ['another indicator of the same year', ['2023年澜桥市的地区生产总值是多少？', '一般公共预算收入呢？'], /97\.4亿元/],
    ['a part', ['政协第五届澜桥市委员会第三次会议立案多少件？', '其中城市管理方面的呢？'], /74件/],
    ['what was done', ['政协第五届澜桥市委员会第三次会议共收到提案多少件？', '立案多少？'], /289件/],
    ['a rate', ['政协第五届澜桥市委员会第三次会议共收到提案多少件？', '立案率呢？'], /92\.6%/],
    ['a person by office', ['政协第五届澜桥市委员会第三次会议上谁作了提案工作情况的报告？', '她是什么职务？'], /副主席/],
    ['a person over two turns', ['市政府第十二次常务会议上谁汇报了资金安排情况？', '哪天开的？', '他是什么职务？'], /财政局局长/],
    ['the chair', ['市政府第十二次常务会议研究了什么？', '主持人？'], /孟怀舟/],
    ['a place', ['澜桥市第六届人民代表大会第五次会议什么时候闭幕？', '在哪儿开的？'], /市会议中心/],
    ['a reason', ['澜桥市第六届人民代表大会第五次会议的实地视察改到几月？', '为什么？'], /大雪/],
    ['an item of a list', ['市政府第十二次常务会议指出防汛有哪三个短板？', '第二个是什么？'], /巡查人员不足/],
    ['the last item', ['市政府第十二次常务会议指出防汛有哪三个短板？', '最后一个呢？'], /预警信息/],
    ['an item of an agenda', ['2024年5月22日的市政务数据工作例会讨论了哪些议题？', '第二个议题谁汇报的？'], /雷小川/],
    ['the conclusion of an item', ['2024年5月22日的市政务数据工作例会讨论了哪些议题？', '第三个议题的结论呢？'], /暂不关停/],
    ['the meeting after a day', ['2024年5月22日的市政务数据工作例会讨论了哪些议题？', '下一次呢？'], /电子证照互认/],
    ['the meeting before a day', ['2024年6月19日的市政务数据工作例会讨论了哪些议题？', '上一次呢？'], /门牌地址库/],
    ['a day without its year', ['2024年5月22日的市政务数据工作例会讨论了哪些议题？', '6月19日的呢？'], /数据目录编制/],
    ['open issues of a topic', ['2024年6月19日的市政务数据工作例会上，“电子证照互认”由谁汇报？', '还有哪些遗留问题？'], /婚姻证照/],
    ['another topic', ['2024年6月19日的市政务数据工作例会上，“电子证照互认”由谁汇报？', '那“数据目录编制”呢？'], /尹书白/],
    ['a contested figure', ['政协第五届澜桥市委员会第三次会议收到多少件提案？', '不是321件吗？'], /312件/],
    ['a contested name', ['澜桥市第六届人民代表大会第五次会议主席团第二次会议谁主持？', '不是石砚耕吗？'], /顾云帆/],
    ['a comparison of parts', ['政协第五届澜桥市委员会第三次会议立案多少件提案？', '和收到的相比少了多少？'], /23件/],
    ['a comparison of sessions', ['政协第五届澜桥市委员会第四次会议收到多少件提案？', '比第三次会议多多少？'], /35件/],
    ['a correction of the session', ['政协第五届澜桥市委员会第三次会议收到多少件提案？', '不是第三次，是第四次'], /347件/],
    ['a correction of the matter', ['2024年澜桥市政府工作报告的地区生产总值目标是多少？', '我问的是城镇新增就业'], /4万人以上/],
    ['a correction of the year', ['2023年澜桥市建成口袋公园多少个？', '说错了，是2024年'], /33个/],
    ['a noun alone', ['书香小站落户在哪个街道？', '藏书？'], /6800册/],
    ['thanks on the way', ['政协第五届澜桥市委员会第三次会议收到多少件提案？', '好的，谢谢', '那第四次会议呢？'], /347件/],
    ['an off-topic turn on the way', ['政协第五届澜桥市委员会第三次会议收到多少件提案？', '给我讲个笑话', '那第四次会议呢？'], /347件/],
    ['a refused turn before', ['政协第五届澜桥市委员会第九次会议收到多少件提案？', '那第四次会议呢？'], /347件/],
    ['traditional script', ['政協第五屆澜橋市委員會第三次會議收到多少件提案？', '第四次會議呢？'], /347件/],
    ['English after Chinese', ['政协第五届澜桥市委员会第三次会议收到多少件提案？', 'And the fourth?'], /347件/],
    ['an English year after Chinese', ['2024年澜桥市政府工作报告的地区生产总值目标是多少？', 'What about 2025?'], /5\.5%/],
    ['a question behind text passed on', ['澜桥市第六届人民代表大会第五次会议什么时候闭幕？', '各位邻居，我们在群里看到有人转发一些关于街道和书屋的消息，说法不一，大家都很关心。请问书香小站的藏书有多少册？'], /6800册/],
    ['a new topic', ['政协第五届澜桥市委员会第三次会议收到多少件提案？', '书香小站落户在哪个街道？'], /南岸街道/],
    ['a new topic with a figure of the same kind', ['政协第五届澜桥市委员会第三次会议收到多少件提案？', '青沙河要完成清淤多少公里？'], /22公里/],
    ['a new meeting', ['市政府第十二次常务会议谁主持？', '2024年6月19日的市政务数据工作例会讨论了哪些议题？'], /电子证照互认/],
  ])('%s', async (_, turns, expected) => {
    const { answer, standalone } = await converse(turns);
    expect([standalone, answer.answer], standalone).toEqual([standalone, expect.stringMatching(expected)]);
    expect(answer.status).toMatch(/^answered/);
  });
});

describe('what was taken for granted is shown', () => {
  it('logs the question as it was asked alone', async () => {
    const { standalone } = await converse(['政协第五届澜桥市委员会第三次会议收到多少件提案？', '第四次会议呢？']);
    expect(standalone).toBe('政协第五届澜桥市委员会第四次会议收到多少件提案？');
  });
  it('says how a question was read that could be meant alone', async () => {
    const { answer } = await converse(['2024年澜桥市新建改造农村公路和老旧小区有什么安排？', '口袋公园建成多少个？']);
    expect(answer.answer).toMatch(/33个/);
    expect(answer.answer).toMatch(/按“.*2024年.*口袋公园.*”理解/);
  });
  it('says nothing of the kind where the wording tells it', async () => {
    const { answer } = await converse(['政协第五届澜桥市委员会第三次会议收到多少件提案？', '其中立案多少？']);
    expect(answer.answer).not.toContain('理解');
  });
});

describe('follow-ups that the records cannot answer are refused', () => {
  it.each<[string, string[]]>([
    ['a session that is not on record', ['政协第五届澜桥市委员会第三次会议收到多少件提案？', '那第七次呢？']],
    ['a year that is not on record', ['2024年澜桥市政府工作报告的地区生产总值目标是多少？', '2019年呢？']],
    ['an indicator that is not on record', ['2024年澜桥市政府工作报告的地区生产总值目标是多少？', '粮食产量呢？']],
    ['a part that is not on record', ['政协第五届澜桥市委员会第三次会议立案多少件？', '其中教育方面的呢？']],
    ['another office', ['澜桥市第六届人民代表大会第五次会议主席团第二次会议谁主持？', '秘书长呢？']],
    ['an item behind the end of a list', ['市政府第十二次常务会议指出防汛有哪三个短板？', '第五个是什么？']],
    ['an item behind the end of an agenda', ['2024年5月22日的市政务数据工作例会讨论了哪些议题？', '第六个议题谁汇报？']],
    ['no meeting before the first', ['2024年5月22日的市政务数据工作例会讨论了哪些议题？', '上一次呢？']],
    ['a day without a meeting', ['2024年5月22日的市政务数据工作例会讨论了哪些议题？', '5月29日的呢？']],
    ['money that was never spoken of', ['2024年6月19日的市政务数据工作例会上，“电子证照互认”由谁汇报？', '批了多少预算？']],
    ['votes that were not counted', ['澜桥市第六届人民代表大会第五次会议补选谁为副市长？', '反对票有几票？']],
    ['the age of a person', ['澜桥市第六届人民代表大会第五次会议主席团第二次会议谁主持？', '他多大年纪？']],
    ['another city', ['2024年澜桥市政府工作报告的地区生产总值目标是多少？', '望州市的呢？']],
    ['another street', ['书香小站藏书多少册？', '北岸街道的呢？']],
    ['thanks', ['政协第五届澜桥市委员会第三次会议收到多少件提案？', '谢谢']],
  ])('%s', async (_, turns) => {
    const { answer, standalone } = await converse(turns);
    expect([standalone, answer.status, answer.answer]).toEqual([standalone, expect.stringMatching(/^(?:refused|clarification)/), answer.answer]);
    expect(answer.citations).toEqual([]);
  });
});
