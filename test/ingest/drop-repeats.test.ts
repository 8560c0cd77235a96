import { describe, expect, it } from 'vitest';
import { dropRepeats } from '../../src/ingest/drop-repeats.js';
import type { Paragraph } from '../../src/ingest/repair-paragraphs.js';

const LONG = '会议要求各灌区管理所把放水时间表贴到村口，让种粮户提前三天知道轮到自己的日子，不得临时变更。';
const OTHER = '会议还决定由市水利局在每轮放水之后十天内公布用水量，接受各村监督，结果计入年度考核。';
const paragraphs = (...texts: string[]): Paragraph[] => texts.map((text, index) => ({ text, marks: [{ offset: 0, line: index + 1, page: null }], isAfterBlank: false, border: null, isHeading: false }));
const texts = (list: Paragraph[]): string[] => list.map(({ text }) => text);

describe('paragraphs printed twice', () => {
  it('keeps the first printing', () => {
    expect(texts(dropRepeats(paragraphs(LONG, OTHER, LONG), 'txt'))).toEqual([LONG, OTHER]);
  });

  it('drops a repeated block with its heading', () => {
    expect(texts(dropRepeats(paragraphs('四、管好水', LONG, OTHER, '四、管好水', LONG, OTHER, '新的一段。'), 'txt'))).toEqual(['四、管好水', LONG, OTHER, '新的一段。']);
  });

  it('keeps short lines, datelines and entries of lists that repeat by right', () => {
    const dateline = '（2023年3月8日清河市第三届人民代表大会第二次会议通过）';
    const entry = `1、${LONG}`;
    expect(dropRepeats(paragraphs(dateline, LONG, dateline, OTHER, entry, entry), 'txt')).toHaveLength(6);
  });

  it('keeps a long name that stands in the agenda and again above its conclusion', () => {
    const name = 'water仓（water_core_framework、water_device_kit、water_kernel_module、water_client、water_driver_zip）';
    expect(dropRepeats(paragraphs(name, '与会人', name, '同意。'), 'jsonl')).toHaveLength(4);
  });
});
