import { describe, expect, it } from 'vitest';
import { conflictOf, type Stated } from '../../../src/answer/compose/conflict.js';
import { ask, generationOf, lanqiaoPorts } from '../ask-lanqiao.js';
import { inventedDocument } from '../lanqiao-news.js';

const said = (text: string, given: Partial<Stated> = {}): Stated => ({ text, year: 2024, date: '2024-01-18', meeting: '', isTarget: false, ...given });

describe('two values for the same thing', () => {
  it.each([
    ['会议收到提案312件', '会议共收到提案321件'],
    ['2023年全市地区生产总值完成1486.3亿元', '2023年全市地区生产总值完成1468.3亿元'],
    ['2023年城镇调查失业率为5.3%', '2023年城镇调查失业率为5.8%'],
    ['滨河绿道总投资8.6亿元', '滨河绿道总投资6.8亿元'],
    ['应到委员286名', '应到委员268名'],
    ['首个书香小站藏书6800册', '首个书香小站藏书8600册'],
    ['2023年加装住宅电梯145部', '2023年加装住宅电梯154部'],
    ['民生保障方面的提案97件', '民生保障方面的提案79件'],
    ['2023年建成口袋公园33个', '2023年建成口袋公园38个'],
    ['水库库容1200万立方米', '水库库容2100万立方米'],
    ['提案立案率为92.6%', '提案立案率为96.2%'],
    ['古码头修缮工程用时18个月', '古码头修缮工程用时12个月'],
    ['渡口更新涉及居民460户', '渡口更新涉及居民640户'],
    ['2023年改造老旧小区55个', '2023年改造老旧小区52个'],
    ['校舍加固面积3.2万平方米', '校舍加固面积2.3万平方米'],
  ])('%s / %s', (a, b) => {
    expect(conflictOf(said(a), said(b))).not.toBeNull();
    expect(conflictOf(said(b), said(a))).not.toBeNull();
  });

  it('holds of two targets', () => {
    expect(conflictOf(said('2024年目标新增就业4万人', { isTarget: true }), said('2024年目标新增就业6万人', { isTarget: true }))).not.toBeNull();
  });
});

describe('no conflict', () => {
  it.each([
    ['the same digits', '会议收到提案312件', '会议共收到提案312件'],
    ['the same in other words', '会议收到提案312件', '会议收到提案三百一十二件'],
    ['rounded', '总投资约430亿元', '总投资429.8亿元'],
    ['rounded, without saying so', '总投资430亿元', '总投资429.8亿元'],
    ['rounded share', '失业率为5%', '失业率为5.3%'],
    ['other units', '总投资8.6亿元', '总投资86000万元'],
    ['a bound that holds', '收到提案300多件', '收到提案312件'],
    ['another scope', '全市新增就业4.26万人', '全省新增就业42.6万人'],
    ['town and whole', '全市人口128万人', '市区人口64万人'],
    ['city and country', '城镇居民收入增长5.1%', '农村居民收入增长6.4%'],
    ['all and part', '共收到提案312件', '其中收到提案118件'],
    ['cumulative and new', '累计建成口袋公园90个', '新建口袋公园33个'],
    ['per head', '人均收入4.1万元', '总收入812万元'],
    ['quarters', '一季度增长4.2%', '上半年增长5.6%'],
    ['years in the clauses', '2022年收到提案312件', '2023年收到提案321件'],
    ['one year said', '2022年收到提案312件', '收到提案321件'],
    ['received and filed', '会议收到提案312件', '会议立案提案289件'],
    ['other things', '新建口袋公园36个', '改造老旧小区52个'],
    ['other kinds', '经济建设方面的提案118件', '城市管理方面的提案74件'],
    ['several figures', '收到提案312件，立案289件', '收到提案321件，立案290件'],
    ['growth and level', '一般公共预算收入增长6.1%', '一般公共预算收入97.4亿元'],
    ['no figure', '会议收到许多提案', '会议收到提案312件'],
    ['large firms and all', '规模以上工业增加值增长7.2%', '工业增加值增长6.4%'],
    ['compared and not', '比上年增加12件', '增加24件'],
  ])('%s: %s / %s', (_, a, b) => {
    expect(conflictOf(said(a), said(b))).toBeNull();
  });

  it.each([
    ['a target and a result', { isTarget: true }, {}],
    ['another meeting', { meeting: '五届三次会议' }, { meeting: '五届四次会议' }],
    ['another year', { year: 2023 }, { year: 2024 }],
    ['another day', { date: '2024-01-16' }, { date: '2024-02-16' }],
    ['no year at all', { year: null }, { year: null }],
  ])('%s', (_, a, b) => {
    expect(conflictOf(said('会议收到提案312件', a), said('会议收到提案321件', b))).toBeNull();
  });
});

describe('an answer over records that differ', () => {
  const ports = (texts: readonly [string, string]): ReturnType<typeof lanqiaoPorts> => {
    const generation = generationOf(texts.map((text, index) => inventedDocument(`row-${String(index)}`, text, { title: `政协第五届澜桥市委员会第三次会议记录${String(index)}`, body: '政协第五届澜桥市委员会', meeting: '政协第五届澜桥市委员会第三次会议', date: `2024-01-1${String(6 + index)}` })));
    return lanqiaoPorts({ generation: () => generation });
  };

  it('shows both with their dates, newest first, and says so', async () => {
    const answer = await ask('政协第五届澜桥市委员会第三次会议收到多少件提案', ports(['会议收到提案312件。', '会议共收到提案321件。']));
    expect(answer.answer).toBe('记录说法不一致：\n2024-01-17的记录：会议共收到提案321件。 [1]\n2024-01-16的记录：会议收到提案312件。 [2]');
  });

  it('is silent where they agree', async () => {
    const answer = await ask('政协第五届澜桥市委员会第三次会议收到多少件提案', ports(['会议收到提案312件。', '会议共收到提案312件。']));
    expect(answer.answer).not.toContain('不一致');
    expect(answer.answer).toContain('312件');
  });
});
