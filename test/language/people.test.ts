import { describe, expect, it } from 'vitest';
import { findPeople } from '../../src/language/people.js';
import { findQuarters } from '../../src/language/quarters.js';

const named = (text: string): string[] => findPeople(text).map(({ name, office }) => (office === '' ? name : `${office} ${name}`));

describe('people named in a question', () => {
  it.each([
    ['蒋绍川是什么职务', ['蒋绍川']],
    ['市长孟怀舟主持了哪些会', ['市长 孟怀舟']],
    ['温若禾委员说了什么', ['委员 温若禾']],
    ['邹未央作的报告', ['邹未央']],
    ['孟怀舟', ['孟怀舟']],
    ['王明和赵远航的发言', ['王明', '赵远航']],
  ])('%s', (question, people) => {
    expect(named(question)).toEqual(people);
  });
});

describe('people named in a record, with their offices', () => {
  it.each([
    ['市长孟怀舟主持召开会议。', ['市长 孟怀舟']],
    ['局长孟海因病请辞。', ['局长 孟海']],
    ['副市长盛作为出席并讲话。', ['副市长 盛作为']],
    ['市政协委员戚小满抛出一个难题。', ['市政协委员 戚小满']],
    ['轮值主席：Zoë Marín', ['轮值主席 Zoë Marín']],
    ['市政协主席蒋绍川作报告，副主席邹未央出席。', ['市政协主席 蒋绍川', '副主席 邹未央']],
    ['市委常委、宣传部部长、副市长何静出席。', ['市委常委、宣传部部长、副市长 何静']],
    ['会议听取并讨论孟怀舟市长所作的报告。', ['市长 孟怀舟']],
    ['书记严启明、市长孟怀舟等出席。', ['书记 严启明', '市长 孟怀舟']],
    ['副市长王敏、赵海涛，秘书长周立出席。', ['副市长 王敏', '副市长 赵海涛', '秘书长 周立']],
    ['张国华、李明副主席分别讲话。', ['副主席 张国华', '副主席 李明']],
    ['张三（市长）、李四（副市长）参加。', ['市长 张三', '副市长 李四']],
    ['严启明同志主持会议。', ['严启明']],
    ['出席会议的市领导有：严启明、孟怀舟、蒋绍川、邹未央。', ['严启明', '孟怀舟', '蒋绍川', '邹未央']],
    ['汇报人：尹书白、随云亭', ['汇报人 尹书白', '汇报人 随云亭']],
    ['宋予安建议，增设公园。', ['宋予安']],
    ['（记者 路知微）', ['记者 路知微']],
    ['本报记者 林小路 通讯员 周全', ['本报记者 林小路', '通讯员 周全']],
    ['王  晓市长的报告', ['市长 王晓']],
    ['省长　王正衡', ['省长 王正衡']],
    ['欧阳修远局长介绍了情况，司马青同志补充。', ['局长 欧阳修远', '司马青']],
    ['阿依古丽·买买提副主席作了发言。', ['副主席 阿依古丽·买买提']],
    ['Ms. Jane Doe opened the meeting; K. Smith presented the budget.', ['Jane Doe', 'K. Smith']],
    ['轮值主席 Nora-Hale 主持。', ['轮值主席 Nora-Hale']],
    ['任命孙晓梅为市教育局局长；免去钱国栋的市教育局局长职务。', ['市教育局局长 孙晓梅', '市教育局局长 钱国栋']],
    ['选举韩志远为澜桥市市长，陈静、吴双为副市长。', ['澜桥市市长 韩志远', '副市长 陈静', '副市长 吴双']],
    ['接受高明远同志辞去副市长职务的请求。', ['副市长 高明远']],
    ['邹未央代表常务委员会作报告。', ['邹未央']],
  ])('%s', (text, people) => {
    expect(named(text)).toEqual(people);
  });

  it('marks the name and the name with its titles', () => {
    const text = '会上，市政协主席蒋绍川讲话。';
    const [person] = findPeople(text);
    expect(text.slice(person?.start, person?.end)).toBe('蒋绍川');
    expect(text.slice(person?.whole.start, person?.whole.end)).toBe('市政协主席蒋绍川');
  });

  it.each(['代表们共提出议案16件。', '委员会主任会议通过名单。', '会议要求各局落实。', '主席团会议举行。', '泵站老化，巡查人员不足。', '张家口市有多少人', '高度重视什么', '会议由谁主持', '周边地区情况', '安排了多少资金', '黄河治理花了多少', '文件是谁起草的', '安全和稳定', '向大家作了分享', '各位代表、各位委员', '', '???'])('nobody in %s', (text) => {
    expect(named(text)).toEqual([]);
  });
});

describe('quarters', () => {
  it.each([
    ['青石街道有多少户', ['青石街道']],
    ['各乡镇和街道办', []],
  ])('%s', (text, quarters) => {
    expect(findQuarters(text)).toEqual(quarters);
  });
});
