import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { printedLines } from '../../src/ingest/printed-lines.js';
import { repairParagraphs } from '../../src/ingest/repair-paragraphs.js';
import { NARROW_PAGE, PAGE, rawDocument, REPORT_PAGE } from './page-of-news.js';

const repaired = (text: string, format: 'txt' | 'md' | 'jsonl' = 'txt'): string[] => repairParagraphs(printedLines(rawDocument(text, { format })), format).map((paragraph) => paragraph.text);

describe('joining broken lines', () => {
  it('joins a sentence over a blank line and keeps the map to the printed lines', () => {
    const paragraph = repairParagraphs(printedLines(rawDocument(PAGE)), 'txt').find(({ text }) => text.includes('按季度'));
    expect(paragraph?.text).toContain('按季度向市人大常委会报告进度');
    expect(paragraph?.marks.map(({ line }) => line)).toEqual([12, 14]);
    expect(paragraph?.text.slice(paragraph.marks[1]?.offset)).toMatch(/^委会报告进度/);
  });

  it('takes a figure at the start of a line for the rest of the sentence, not for a list entry', () => {
    expect(repaired(PAGE).some((text) => text.includes('总水量3.6亿立方米'))).toBe(true);
  });

  it('joins narrow columns and still finds both headlines', () => {
    const paragraphs = repaired(NARROW_PAGE);
    expect(paragraphs).toContain('市科协发布科普计划');
    expect(paragraphs.find((text) => text.startsWith('本报讯'))).toContain('主持召开市政府第十七次常务会议，研究部署');
    expect(paragraphs.at(-1)).toBe('6月10日，市科协在科技馆发布本年度科普计划，全年安排进校园讲座一百二十场，面向乡镇的流动展览三十站。');
  });

  it('leaves headings, sections, lists, labels and salutations on lines of their own', () => {
    expect(repaired(REPORT_PAGE)).toEqual(REPORT_PAGE.trimEnd().split('\n'));
  });

  it('does not join a title to a sentence that the page never finishes', () => {
    const paragraphs = repaired('清河市关于防汛工作的决定\n（2023年5月6日市人大常委会通过）\n会议决定把汛期值守的时间提前到五月\n\n清河市关于抗旱工作的决定\n（2023年5月6日市人大常委会通过）\n会议决定增加抗旱水源。');
    expect(paragraphs).toHaveLength(6);
  });

  it('does not let two Latin words grow together, but mends a figure that the column cut', () => {
    expect(repaired('会议听取了关于数字清河的汇报，平台名称定为Qinghe\nCloud，全市推广，年底完成。')).toHaveLength(2);
  });

  it.each([
    ['完善灌区的计量设施，年内装表三千块，把放水的时间和数量记到每一个\n斗口，接受村民监督。'],
    ['来源地的水质要每月公布，不合格的要在十天内查明原因，由水利局和生态\n环境局联合答复。'],
    ['会议决定从市级预备费里再拿出一笔钱，拨付清河干流专项资金1\n030万元，用于清淤。'],
    ['（二）把钱用在刀刃上。全年压减一般性支出\n百分之五，全部用于民生。'],
  ])('joins %j', (text) => {
    expect(repaired(text)).toEqual([text.replace('\n', '')]);
  });

  it('joins rows of minutes only where the line cannot be complete', () => {
    const minutes = '汇报人：沈亦舟\n会议结论：\n同意接入\n下周三继续\n议题涉及的单位有水务局、\n气象局和应急管理局。';
    expect(repaired(minutes, 'jsonl')).toEqual(['汇报人：沈亦舟', '会议结论：', '同意接入', '下周三继续', '议题涉及的单位有水务局、气象局和应急管理局。']);
  });

  it('joins Markdown that was wrapped at a column', () => {
    const wrapped = NARROW_PAGE.split('\n').slice(2, 12).join('\n');
    // A full stop at the end of a line may end the paragraph, so the break stays there.
    expect(repaired(wrapped, 'md')).toEqual(wrapped.replaceAll('\n', '').split(/(?<=泵站改造。)/));
  });

  it('never changes or loses a printed character', () => {
    const line = fc.oneof(
      fc.constantFrom('本报讯 3月1日，会议召开，', '第一条 总则', '一、修路', '会议指出，要把责任落实到每一座水', '库、每一段河堤。', '声明', '- 条目', '| 甲 | 乙 |', '', '  ', '【走基层】', '（2023年3月8日通过）'),
      fc.string({ unit: 'grapheme', maxLength: 40 }),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), fc.constantFrom('txt' as const, 'md' as const, 'jsonl' as const), (lines, format) => {
        const text = lines.join('\n');
        expect(repaired(text, format).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
      { numRuns: 300 },
    );
  });
});
