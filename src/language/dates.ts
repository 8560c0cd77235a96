import { parseNumeral } from './chinese-numerals.js';
import { fold } from './fold.js';
import { remember } from './remember.js';

export interface DateMention {
  start: number;
  end: number;
  year: number | null;
  month: number | null;
  day: number | null;
  /** YYYY-MM-DD, YYYY-MM or YYYY; with `--` in place of an unknown year (--02-20). */
  iso: string;
}

/** ○ is what many printers set for 〇. */
const N = '[〇○零一二三四五六七八九十\\d]';
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAME = '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';

interface Parts {
  year: number | null;
  month: number | null;
  day: number | null;
}
type Reader = (groups: (string | undefined)[]) => Parts;

const numeral = (text: string | undefined): number | null => (text === undefined || text === '' ? null : parseNumeral(text));
const monthOf = (name: string | undefined): number | null => (name === undefined ? null : MONTHS.indexOf(name.slice(0, 3)) + 1 || null);

/** A bare number behind a month is its day (2025年2月20) only where nothing follows that it could count. */
const DAY_WITHOUT_MARK = '(?=\\s*(?:\\.?$|[,;:!?。、)\\]】》](?!\\d)|[-~—至到]\\s*\\d{1,2}\\s*[日号]|[上下]午|晨|早|晚|\\d{1,2}:\\d\\d))';

/** Longest forms first: what one pattern has taken no later one may take again. */
const PATTERNS: readonly (readonly [RegExp, Reader])[] = [
  [new RegExp(`(?:民国|中华民国)\\s*(元|(?:${N}|百){1,6})\\s*年(?:\\s*(${N}{1,3})\\s*月(?:\\s*(${N}{1,3})\\s*[日号])?)?`, 'g'), ([y, m, d]) => ({ year: addYears(y === '元' ? 1 : numeral(y), 1911), month: numeral(m), day: numeral(d) })],
  [new RegExp(`(?<![\\d.])((?:19|20)\\d\\d|[一二][〇○零一二三四五六七八九]{3})\\s*年度?(?:\\s*(${N}{1,3})\\s*月份?(?:\\s*(${N}{1,3})(?!${N})(?:\\s*[日号]|${DAY_WITHOUT_MARK}))?)?`, 'g'), ([y, m, d]) => ({ year: numeral(y), month: numeral(m), day: numeral(d) })],
  [/(?<![\d.-])((?:19|20)\d\d)\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})(?![\d.-])/g, ([y, m, d]) => ({ year: numeral(y), month: numeral(m), day: numeral(d) })],
  [/(?<![\d._a-z])((?:19|20)\d\d)(\d\d)(\d\d)(?![\d._])/g, ([y, m, d]) => ({ year: numeral(y), month: numeral(m), day: numeral(d) })],
  [/(?<![\d.-])((?:19|20)\d\d)\s*[-/]\s*(\d{1,2})(?![\d/.-])/g, ([y, m]) => ({ year: numeral(y), month: numeral(m), day: null })],
  [new RegExp(`(?<![a-z])${MONTH_NAME}\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:\\s*,?\\s*((?:19|20)\\d\\d))?(?!\\d)`, 'g'), ([m, d, y]) => ({ year: numeral(y), month: monthOf(m), day: numeral(d) })],
  [new RegExp(`(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH_NAME},?\\s+((?:19|20)\\d\\d)(?!\\d)`, 'g'), ([d, m, y]) => ({ year: numeral(y), month: monthOf(m), day: numeral(d) })],
  [new RegExp(`(?<![a-z])${MONTH_NAME}\\s+((?:19|20)\\d\\d)(?!\\d)`, 'g'), ([m, y]) => ({ year: numeral(y), month: monthOf(m), day: null })],
  [new RegExp(`(?<![〇○零一二三四五六七八九十\\d.])(${N}{1,3})\\s*月\\s*(${N}{1,3})\\s*[日号]`, 'g'), ([m, d]) => ({ year: null, month: numeral(m), day: numeral(d) })],
];

/** What a text must hold for a pattern to be worth running: most sentences hold no date at all. */
const CHINESE_HINT = /[\d〇○零一二三四五六七八九十百元]\s*[年月]/;
const NUMERIC_HINT = /(?:19|20)\d\d/;
const ENGLISH_HINT = /jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/;

function hintOf(pattern: RegExp): RegExp {
  if (pattern.source.includes('jan(')) return ENGLISH_HINT;
  return /[年月]/.test(pattern.source) ? CHINESE_HINT : NUMERIC_HINT;
}

/** Every date in the text, in order, whatever way it is written; impossible ones (2月30日) are left out. Offsets are those of `text`. */
export const findDates: (text: string) => readonly DateMention[] = remember(readDates, 4_000);

function readDates(text: string): DateMention[] {
  const folded = fold(text);
  const found: DateMention[] = [];
  // An impossible date takes its characters too: 2025年2月29日 holds no 2月29日 of an unknown year.
  const taken: { start: number; end: number }[] = [];
  for (const [pattern, read] of PATTERNS) {
    if (!hintOf(pattern).test(folded)) continue;
    for (const match of folded.matchAll(pattern)) {
      const parts = read(match.slice(1));
      const mention = { start: match.index, end: match.index + match[0].trimEnd().length, ...parts, iso: isoOf(parts) };
      if (taken.some((other) => other.start < mention.end && mention.start < other.end)) continue;
      taken.push(mention);
      if (isPossible(parts)) found.push(mention);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** True when both could be the same day, month or year: every part known in both agrees. */
export function datesAgree(a: Parts, b: Parts): boolean {
  return agrees(a.year, b.year) && agrees(a.month, b.month) && agrees(a.day, b.day);
}

/** Parts of YYYY, YYYY-MM or YYYY-MM-DD. */
export function partsOfIso(iso: string): Parts {
  const [year, month, day] = iso.split('-');
  return { year: numeral(year), month: numeral(month), day: numeral(day) };
}

function agrees(a: number | null, b: number | null): boolean {
  return a === null || b === null || a === b;
}

function addYears(year: number | null, offset: number): number | null {
  return year === null ? null : year + offset;
}

function isoOf({ year, month, day }: Parts): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const head = year === null ? '-' : String(year);
  if (month === null) return head;
  return day === null ? `${head}-${two(month)}` : `${head}-${two(month)}-${two(day)}`;
}

function isPossible({ year, month, day }: Parts): boolean {
  if (year !== null && (year < 1000 || year > 2999)) return false;
  if (month !== null && (month < 1 || month > 12)) return false;
  // 七4月5日: a numeral of two scripts is none, and a day without its month is no date.
  if (month === null && (day !== null || year === null)) return false;
  if (day === null) return true;
  const days = new Date(Date.UTC(year ?? 2024, month ?? 1, 0)).getUTCDate();
  return day >= 1 && day <= days;
}

const ENGLISH_MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** An ISO day, month or year as a reader writes it: 2025年2月20日, 20 February 2025. */
export function sayDay(iso: string, language: 'zh' | 'en'): string {
  const { year, month, day } = partsOfIso(iso);
  if (language === 'zh') return `${String(year)}年${month === null ? '' : `${String(month)}月`}${day === null ? '' : `${String(day)}日`}`;
  const named = month === null ? '' : `${ENGLISH_MONTHS[month - 1] ?? ''} `;
  return `${day === null ? '' : `${String(day)} `}${named}${String(year)}`;
}
