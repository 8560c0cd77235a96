import { describe, expect, it } from 'vitest';
import { findNames, findPersons } from '../../src/answer/find-names.js';

describe('names in a question', () => {
  it.each([
    ['蒋绍川是什么职务', ['蒋绍川']],
    ['市长孟怀舟主持了哪些会', ['孟怀舟']],
    ['温若禾委员说了什么', ['温若禾']],
    ['邹未央作的报告', ['邹未央']],
    ['孟怀舟', ['孟怀舟']],
    ['王明和赵远航的发言', ['王明', '赵远航']],
  ])('%s', (question, names) => {
    expect(findNames(question)).toEqual(names);
  });

  it.each(['张家口市有多少人', '高度重视什么', '会议由谁主持', '周边地区情况', '安排了多少资金', '黄河治理花了多少', '文件是谁起草的', '安全和稳定', '', '???'])('none in %s', (question) => {
    expect(findNames(question)).toEqual([]);
  });
});

describe('people in a record', () => {
  const persons = (text: string): string[] => findPersons(text).map(({ start, end }) => text.slice(start, end));

  it.each([
    ['市长孟怀舟主持召开会议。', ['孟怀舟']],
    ['市政协主席蒋绍川作报告，副主席邹未央出席。', ['蒋绍川', '邹未央']],
    ['书记严启明、市长孟怀舟等出席。', ['严启明', '孟怀舟']],
    ['汇报人：尹书白', ['尹书白']],
    ['宋予安建议，增设公园。', ['宋予安']],
    ['（记者 路知微）', ['路知微']],
  ])('%s', (text, names) => {
    const found = persons(text);
    expect(found).toHaveLength(names.length);
    for (const [index, name] of names.entries()) expect(found[index]).toContain(name);
  });

  it.each(['代表们共提出议案16件。', '委员会主任会议通过名单。', '会议要求各局落实。', '主席团会议举行。', '泵站老化，巡查人员不足。', ''])('nobody in %s', (text) => {
    expect(persons(text)).toEqual([]);
  });
});
