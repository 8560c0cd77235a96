import type { DateMention } from './dates.js';
import type { Figure } from './figures.js';

/** Units of one dimension with their factor to its first unit; counts of things carry no conversion. */
const DIMENSIONS: readonly Readonly<Record<string, number>>[] = [
  { 元: 1, 块: 1, 块钱: 1, '': 1 },
  { 公顷: 1, 亩: 1 / 15, 平方公里: 100, 平方米: 1e-4 },
  { 吨: 1, 公斤: 1e-3, 斤: 5e-4 },
  { 公里: 1, 千米: 1, 米: 1e-3 },
  { 人: 1, 名: 1, 位: 1, 人次: 1, '': 1 },
  { 件: 1, 项: 1, 条: 1, 个: 1, 份: 1, 篇: 1, 款: 1, 宗: 1, 起: 1, 例: 1, 点: 1, '': 1 },
  { 次: 1, 场: 1, 场次: 1, 回: 1, 期: 1, 度: 1, '': 1 },
  { 家: 1, 个: 1, 所: 1, 座: 1, 户: 1, 处: 1, '': 1 },
  { 天: 1, 日: 1 },
  { 小时: 1, 分钟: 1 / 60 },
  { 类: 1, 大类: 1, 种: 1, 个: 1 },
  { '%': 1, 百分点: 1, 成: 10, 点: 1 },
];

/** The factor from one unit to another of the same dimension; null where they measure different things. */
export function unitFactor(from: string, to: string): number | null {
  if (from === to) return 1;
  for (const dimension of DIMENSIONS) {
    const a = dimension[from];
    const b = dimension[to];
    if (a !== undefined && b !== undefined) return a / b;
  }
  return null;
}

/** What came of comparing two values: `other` says that they cannot be compared. */
export type Agreement = 'same' | 'different' | 'other';

/** Measure words that count the same things: 建议 by 条 or 件, people by 人 or 名. */
const SAME_COUNT: readonly (readonly string[])[] = [['元', '块', '块钱', ''], ['件', '项', '条', '个', '份', '篇', '封', ''], ['人', '名', '位', ''], ['次', '场', '场次', '回', '期', '度', ''], ['家', '个', '所', '座', '户', '处', ''], ['类', '大类', '种', '个']];

/** Whether two counts that differ may be said to contradict each other: 四点建议 is no other number of 143件建议. */
export function countsSame(a: string, b: string): boolean {
  return a === b || (unitFactor(a, b) ?? 1) !== 1 || isShare(a) || SAME_COUNT.some((units) => units.includes(a) && units.includes(b));
}

/** Share by which 约 and 左右 may be off. */
const ABOUT = 0.05;
const SAME = 1e-9;

/**
 * Whether a recorded figure bears out a claimed one: units converted, 万 and 亿 multiplied out, bounds read on both sides.
 * With `isWhole` the bound is part of what is stated, and the numbers must be the same.
 * A percentage and percentage points carry the same number and are still two statements.
 */
export function figuresAgree(claimed: Figure, recorded: Figure, isWhole = false): Agreement {
  const factor = unitFactor(claimed.unit, recorded.unit);
  if (factor === null || (claimed.unit === '' && recorded.unit !== '' && isFarFrom(claimed.value, recorded.value))) return 'other';
  if (isShare(claimed.unit) && isShare(recorded.unit) && claimed.unit !== recorded.unit) return 'different';
  // 超过800万亩 of 800万公顷 is a slip of the unit, although it is no untruth.
  if (factor !== 1 && claimed.value === recorded.value) return 'different';
  const low = claimed.value * factor;
  const high = claimed.upTo * factor;
  if (recorded.upTo !== recorded.value || high !== low) return near(low, recorded.value, SAME) && near(high, recorded.upTo, SAME) ? 'same' : 'different';
  const { value } = recorded;
  if (isWhole) return near(low, value, claimed.bound === 'about' || recorded.bound === 'about' ? 1e-6 : SAME) ? 'same' : 'different';
  switch (claimed.bound) {
    case 'about':
      return near(low, value, ABOUT) ? 'same' : 'different';
    case 'at_least':
      return value > low || (near(low, value, SAME) && recorded.bound !== 'at_most') ? 'same' : 'different';
    case 'at_most':
      return value < low || near(low, value, SAME) ? 'same' : 'different';
    case 'exact':
      return near(low, value, recorded.bound === 'about' ? 1e-6 : SAME) ? 'same' : 'different';
  }
}

/** A number said without its unit (一千亿) is compared only with what is of its order. */
function isFarFrom(a: number, b: number): boolean {
  return Math.abs(Math.log10(Math.max(a, 1e-9) / Math.max(b, 1e-9))) > 1.5;
}

function isShare(unit: string): boolean {
  return unit === '%' || unit === '百分点';
}

function near(a: number, b: number, share: number): boolean {
  return Math.abs(a - b) <= share * Math.max(Math.abs(a), Math.abs(b));
}

/** Whether two dates name the same day, month or year as far as both go; `other` when they share no part. */
export function dateAgreement(claimed: Pick<DateMention, 'year' | 'month' | 'day'>, recorded: Pick<DateMention, 'year' | 'month' | 'day'>): Agreement {
  let isShared = false;
  for (const part of ['year', 'month', 'day'] as const) {
    if (claimed[part] === null || recorded[part] === null) continue;
    if (claimed[part] !== recorded[part]) return 'different';
    isShared = true;
  }
  const isAsFine = (claimed.day === null || recorded.day !== null) && (claimed.month === null || recorded.month !== null);
  return isShared && isAsFine ? 'same' : 'other';
}
