import { describe, expect, it } from 'vitest';
import { findRepairs, repairedText } from '../../src/language/recognition-repairs.js';

describe('what recognition misread is searched as what was meant', () => {
  it.each([
    ['关 于 修 桥 的决定', '关于修桥 的决定'],
    ['20 25年预算', '2025年预算'],
    ['2 025 年预算', '2025 年预算'],
    ['增长12 .5%，投资3. 2亿元', '增长12.5%，投资3.2亿元'],
    ['2O25年收到提案1OO件，办结5O%', '2025年收到提案100件，办结50%'],
    ['l2月l8日闭会', '12月18日闭会'],
    ['2025年2月20曰通过', '2025年2月20日通过'],
    ['ー、总体要求\nニ、主要任务\n（-）修桥', '一、总体要求\n二、主要任务\n（一）修桥'],
    ['市入大常委会和入民政府、市政恊', '市人大常委会和人民政府、市政协'],
    ['广大千部群众', '广大干部群众'],
  ])('%s', (printed, read) => {
    expect(repairedText(printed)).toBe(read);
  });

  it.each(['张三 李四 王五', '出席：张 三、李 四', '三千部队', '两千部手机', '第2曲目', '深入民间', '走入大众', 'H2O 2025', 'C919于5月1日首飞', '1. 总则', '见 3 页 5 行', 'IP 电话10I号楼', '2024-2025年度', '上涨1 千元'])('%s stays as it is printed', (printed) => {
    expect([printed, repairedText(printed)]).toEqual([printed, printed]);
  });

  it('keeps a map between both: every repair names its place and what is printed there', () => {
    const printed = '2O25年2月20曰，市入大代表';
    const repairs = findRepairs(printed);
    expect(repairs.map(({ start, end, printed: shown, read }) => [printed.slice(start, end) === shown, read])).toEqual([[true, '0'], [true, '日'], [true, '人']]);
  });
});
