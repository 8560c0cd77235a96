import { parseNumeral } from './chinese-numerals.js';
import { findDates } from './dates.js';
import { fold } from './fold.js';
import { remember } from './remember.js';

/** A number with its unit as written somewhere. */
export interface Figure {
  start: number;
  end: number;
  /** The value with 万, 亿 … multiplied out; for a range its lower end. */
  value: number;
  /** Upper end of a range (3%-5%), else equal to `value`. */
  upTo: number;
  /** `%`, `百分点`, 件, 元, …; empty when none follows. */
  unit: string;
  /** 约, 超过, 以上 …: which way the value may differ. */
  bound: 'exact' | 'about' | 'at_least' | 'at_most';
}

const UNITS = ['个百分点', '百分点', '平方公里', '平方千米', '平方米', '立方米', '公顷', '公里', '千米', '厘米', '毫米', '英里', '英尺', '公尺', '英亩', '米', '千克', '毫克', '克', '磅', '升', '兆瓦', 'km2', 'km', 'cm', 'mm', 'kg', 'ghz', 'mhz', '秒', '集', '美金', '欧元', '港元', '日元', '英镑', '万亩', '亩', '吨', '美元', '元', '块钱', '块', '人次', '户次', '班次', '场次', '千瓦时', '千瓦', '人', '位', '名', '件', '个方面', '个多月', '个月', '个', '回', '项', '篇', '封', '次', '份', '家', '条', '场', '期', '天', '日', '周年', '年', '小时', '分钟', '岁', '周年', '方面', '大类', '类', '户', '座', '所', '斤', '公斤', '度', '倍', '台', '套', '辆', '处', '批', '部', '册', '种', '点', '页', '票', '席', '字', '级', '步', '成', '组', '支', '幅', '只', '头', '张', '款', '宗', '起', '例', '门', '口', '棵', '株', '盏', '间', '层', '号', '大'];
const MULTIPLIER: Record<string, number> = { 百: 1e2, 千: 1e3, 万: 1e4, 百万: 1e6, 千万: 1e7, 亿: 1e8, 万亿: 1e12 };
const FIGURE = new RegExp(
  `(百分之)?(?:(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)|([〇零一二两三四五六七八九十百千]+(?:点[〇零一二三四五六七八九]+)?))` +
    `(?:\\s*%?\\s*[-~至到—－]\\s*(\\d+(?:\\.\\d+)?))?\\s*(%|‰)?(?:\\s*[多余来几])?(万亿|千万|百万|亿|万|千|百)?(?:[多余来])?\\s*(${UNITS.join('|')})?`,
  'g',
);

/** 一半, 三分之二: a share said in words. */
const FRACTION = /([二三四五六七八九十\d]{1,3})分之([一二三四五六七八九十\d]{1,3})|(?<![一另后前上下对])(?:一半|过半|半数)/g;

/** Every figure of the text in order; dates are left to findDates, a Chinese numeral counts only with a unit or 百分之. Offsets are those of `text`. */
export const findFigures: (text: string) => readonly Figure[] = remember(readFigures, 4_000);

function readFigures(text: string): Figure[] {
  const folded = fold(text);
  const dates = findDates(text);
  const figures: Figure[] = [];
  for (const match of folded.matchAll(FIGURE)) {
    const [whole, percentPrefix, arabic, chinese, upper, sign, multiplier, unit] = match;
    const start = match.index;
    // 红十字会 counts nothing.
    if (whole.startsWith('十') && folded.startsWith('十字', start)) continue;
    if (dates.some((date) => date.start < start + whole.length && start < date.end)) continue;
    if (/[a-z_.#/-]/.test(folded[start - 1] ?? '') || (arabic !== undefined && /[a-z_]/.test(folded[start + whole.trimEnd().length] ?? ''))) continue;
    if (chinese !== undefined && percentPrefix === undefined && sign === undefined && ((unit === undefined && !/[万亿]/.test(multiplier ?? '')) || isOrdinal(folded, start) || isTogether(folded, start))) continue;
    const base = arabic === undefined ? chineseValue(chinese ?? '') : Number(arabic.replaceAll(',', ''));
    if (base === null) continue;
    const factor = MULTIPLIER[multiplier ?? ''] ?? 1;
    const isPercent = sign === '%' || percentPrefix !== undefined;
    figures.push({
      start,
      end: start + whole.trimEnd().length,
      value: base * factor,
      upTo: upper === undefined ? base * factor : Number(upper) * factor,
      unit: isPercent ? '%' : unit === '个百分点' ? '百分点' : unit === '个方面' ? '方面' : unit === '个多月' ? '个月' : (unit ?? ''),
      bound: boundOf(folded, start, start + whole.length, whole),
    });
  }
  for (const match of folded.matchAll(FRACTION)) {
    const start = match.index;
    const end = start + match[0].length;
    const whole = parseNumeral(match[1] ?? '') ?? 0;
    const part = parseNumeral(match[2] ?? '') ?? 0;
    const value = match[1] === undefined ? 50 : whole === 0 ? null : (100 * part) / whole;
    if (value === null || figures.some((figure) => figure.start < end && start < figure.end && figure.unit === '%')) continue;
    const bound = match[0] === '过半' ? 'at_least' : boundOf(folded, start, end, match[0]);
    figures.push({ start, end, value, upTo: value, unit: '%', bound });
  }
  return figures.sort((a, b) => a.start - b.start);
}

function chineseValue(text: string): number | null {
  const [whole = '', fraction] = text.split('点');
  const value = parseNumeral(whole);
  if (value === null || fraction === undefined) return value;
  const digits = [...fraction].map((character) => parseNumeral(character) ?? 0).join('');
  return Number(`${String(value)}.${digits}`);
}

function isTogether(folded: string, start: number): boolean {
  return folded.startsWith('一起', start) && !/^\S{0,4}(?:事故|案件|案|事件|纠纷)/.test(folded.slice(start + 2));
}

function isOrdinal(folded: string, start: number): boolean {
  // 第四次, 初三, and 七届四次会议: a place in a row, not a count.
  return folded[start - 1] === '第' || folded[start - 1] === '初' || folded[start - 1] === '届';
}

function boundOf(folded: string, start: number, end: number, whole: string): Figure['bound'] {
  const before = folded.slice(Math.max(0, start - 4), start);
  const after = folded.slice(end, end + 3);
  if (/(不超过|没有?超过|没有?达到|没有?到|不多于|不高于|(?<!不)(?:低于|少于|小于)|不足|不到|未达|至多|最多|控制在)$/.test(before) || /^(以内|以下|之内)/.test(after)) return 'at_most';
  if (/[多余]/.test(whole) || /(超过?|逾|突破|不低于|不少于|至少|高于|多于|大于|达到?以上)$/.test(before) || /^(以上|多|余)/.test(after)) return 'at_least';
  return whole.includes('来') || /(约|近|大约|大概|左右|将近|接近|差不多)$/.test(before) || /^(左右|上下)/.test(after) ? 'about' : 'exact';
}
