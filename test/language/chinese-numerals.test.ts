import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNumeral } from '../../src/language/chinese-numerals.js';

const DIGITS = '零一二三四五六七八九';

/** The numeral as one says it: 305 → 三百零五. */
function spoken(value: number): string {
  let text = '';
  let hasGap = false;
  for (const [size, name] of [[1000, '千'], [100, '百'], [10, '十'], [1, '']] as const) {
    const digit = Math.floor(value / size) % 10;
    if (digit === 0) hasGap = text !== '';
    else {
      text += `${hasGap ? '零' : ''}${DIGITS[digit] ?? ''}${name}`;
      hasGap = false;
    }
  }
  return text.startsWith('一十') ? text.slice(1) : text;
}

describe('parseNumeral', () => {
  it.each([
    ['7', 7], ['0042', 42], ['〇', 0], ['零', 0], ['十', 10], ['十二', 12], ['二十', 20], ['二十三', 23], ['一百', 100], ['百', 100], ['一百零五', 105], ['一百一十', 110], ['一百五', 150], ['三千二', 3200], ['三千零二', 3002], ['三千零五十', 3050],
    ['两千四百', 2400], ['二〇三一', 2031], ['二零三一', 2031], ['二○三一', 2031], ['壹佰贰拾叁', 123], ['一二三', 123],
  ])('%s is %d', (text, value) => {
    expect(parseNumeral(text)).toBe(value);
  });

  it.each(['', '廿', '三点五', '十万', '１２', '-3', '3.5', '第三', 'abc', '一 二'])('%j is no whole number it reads', (text) => {
    expect(parseNumeral(text)).toBeNull();
  });

  it('reads every spoken numeral to 9999', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 9999 }), (value) => parseNumeral(spoken(value)) === value), { numRuns: 2000 });
  });
});
