import { describe, expect, it } from 'vitest';
import { findRelativeTimes, writeYearsOut } from '../../src/language/relative-time.js';

const read = (text: string) => findRelativeTimes(text).map(({ start, end, unit, offset }) => `${text.slice(start, end)} ${unit} ${String(offset)}`);

describe('relative times', () => {
  it.each([
    ['去年收了多少件提案', '去年 year -1'],
    ['前年底的会', '前年 year -2'],
    ['今年2月开会没有', '今年 year 0'],
    ['年初的会谁主持', ' year 0'],
    ['上半年修了多少公里路', ' year 0'],
    ['上个月的例会', '上个月 month -1'],
    ['上周的调度会', '上周 week -1'],
    ['昨天谁讲话', '昨天 day -1'],
    ['近三年新增就业', '近三年 years 3'],
    ['最近一次例会有哪些议题', '最近一次 latest 0'],
    ['水务专班上次会议定了什么', '上次 latest 0'],
    ['最新的政府工作报告', '最新的 latest 0'],
    ['how many were there last year', 'last year year -1'],
    ["what did the last meeting decide", 'the last latest 0'],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it.each(['收入比去年增长多少', '与去年相比变化如何', '去年同期是多少', '较上月下降多少', '“去年遗留问题”这一议题的结论', '《今年怎么办》是谁写的', '建市35年来', '最新进展是什么'])('is none: %s', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('both years of a comparison are meant', () => {
    expect(read('今年和去年哪年的提案多')).toEqual(['今年 year 0', '去年 year -1']);
  });

  it('years of two digits are written out only where they are years', () => {
    expect(writeYearsOut("'25年的目标，24年2月的会，23年政府工作报告")).toBe('2025年的目标，2024年2月的会，2023年政府工作报告');
    expect(writeYearsOut('干了25年，第24年，20年来')).toBe('干了25年，第24年，20年来');
  });
});
