const DIGITS: Record<string, number> = { 〇: 0, '○': 0, 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 壹: 1, 贰: 2, 叁: 3, 肆: 4, 伍: 5, 陆: 6, 柒: 7, 捌: 8, 玖: 9 };
const TENS: Record<string, number> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };

/** Characters of a number written in Chinese; 廿 and 卅 are left to the lunar calendar. */
export const NUMERAL_CLASS = '〇零一二两三四五六七八九十百千';

/**
 * The value of a whole number written in Chinese or Arabic digits (二十三, 二〇二五, 12), or null.
 * 万 and 亿 are units here, not digits: figures.ts multiplies by them.
 */
export function parseNumeral(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  if (text === '') return null;
  if (![...text].some((character) => character in TENS)) {
    let value = 0;
    for (const character of text) {
      const digit = DIGITS[character];
      if (digit === undefined) return null;
      value = value * 10 + digit;
    }
    return value;
  }
  let total = 0;
  let pending: number | null = null;
  // A last digit right behind 百 or 千 counts the next lower unit: 一百五 is 150, 一百零五 is 105.
  let last = 1;
  for (const character of text) {
    const ten = TENS[character];
    const digit = DIGITS[character];
    if (ten !== undefined) {
      total += (pending ?? 1) * ten;
      pending = null;
      last = ten / 10;
    } else if (digit === 0) last = 1;
    else if (digit !== undefined) pending = digit;
    else return null;
  }
  return total + (pending ?? 0) * last;
}
