import { describe, expect, it } from 'vitest';
import { answerTypeOf, askedUnit } from '../../src/answer/answer-type.js';
import { ANSWER_TYPES, type AnswerType } from '../../src/answer/intent.js';
import { fold } from '../../src/language/fold.js';

const WORDINGS: readonly (readonly [string, AnswerType])[] = [
  ['会议由谁主持', 'who'],
  ['这项工作归谁负责', 'who'],
  ['哪位委员提了这条建议', 'who'],
  ['常委会副主任叫什么名字', 'who'],
  ['who gave the report', 'who'],
  ['蒋绍川是什么职务', 'office'],
  ['他担任什么职务', 'office'],
  ['大会什么时候召开', 'when'],
  ['提案截止到几月几号', 'when'],
  ['会议开了几天', 'when'],
  ['决议是哪天通过的', 'when'],
  ['when did the session close', 'when'],
  ['会议在哪里举行', 'where'],
  ['书香小站设在什么地方', 'where'],
  ['where was it held', 'where'],
  ['收到多少件提案', 'how_many'],
  ['一共有几名委员请假', 'how_many'],
  ['增速是多少', 'how_many'],
  ['花了多少钱', 'how_many'],
  ['要建几座泵站', 'how_many'],
  ['how many proposals were received', 'how_many'],
  ['民生支出占比多少', 'share'],
  ['占百分之几', 'share'],
  ['比重有多高', 'share'],
  ['重点工作有哪些', 'list'],
  ['有哪四项任务', 'list'],
  ['分别包括什么', 'list'],
  ['会议结论是什么', 'conclusion'],
  ['这个议题最后怎么定的', 'conclusion'],
  ['会上作出了什么决定', 'conclusion'],
  ['有什么遗留问题', 'followup'],
  ['还有哪些问题没解决', 'followup'],
  ['这个议题是谁汇报的', 'presenter'],
  ['汇报人是哪位', 'presenter'],
  ['会议有哪些议题', 'agenda'],
  ['会上讨论了什么', 'agenda'],
  ['哪些人参会', 'attendees'],
  ['谁出席了会议', 'attendees'],
  ['听说收到提案三百件，对吗', 'claim'],
  ['据说会议延期了，是真的吗', 'claim'],
  ['今年和去年相比多了多少', 'compare'],
  ['口袋公园哪个更多', 'compare'],
  ['为什么改期', 'reason'],
  ['介绍一下会议情况', 'overview'],
  ['报告主要讲了什么', 'overview'],
  ['是否通过了决议', 'yes_no'],
  ['会议有没有讨论停车', 'yes_no'],
  ['青沙河清淤', 'open'],
];

describe('the kind of answer wanted', () => {
  it.each(WORDINGS)('%s → %s', (question, type) => {
    expect(answerTypeOf(fold(question))).toBe(type);
  });

  it('is read from traditional script and full width as well', () => {
    expect(answerTypeOf(fold('會議在哪裏舉行'))).toBe('where');
    expect(answerTypeOf(fold('ＷＨＥＮ did it close'))).toBe('when');
  });

  it('has an example of each kind above', () => {
    expect(new Set(WORDINGS.map(([, type]) => type))).toEqual(new Set(ANSWER_TYPES));
  });
});

describe('the unit asked for', () => {
  it.each([
    ['收到多少件提案', '件'],
    ['有几名委员请假', '名'],
    ['要建几座泵站', '座'],
    ['总量多少吨', '吨'],
    ['提高多少个百分点', '百分点'],
    ['用了多少个小时', '小时'],
    ['有几个方面', '方面'],
    ['有多少个', null],
    ['增速是多少', null],
    ['谁主持会议', null],
  ])('%s → %s', (question, unit) => {
    expect(askedUnit(question)).toBe(unit);
  });
});
