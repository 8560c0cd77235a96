import { findDates } from './dates.js';
import { periodsIn } from './periods.js';
import { findRelativeTimes } from './relative-time.js';

/** How a part of a year is written behind its year. */
const PARTS: Readonly<Record<string, (year: number) => string>> = {
  h1: (year) => `${year}-H1`,
  h2: (year) => `${year}-H2`,
  q1: (year) => `${year}-Q1`,
  q2: (year) => `${year}-Q2`,
  q3: (year) => `${year}-Q3`,
  q4: (year) => `${year}-Q4`,
  m9: (year) => `${year}-01/${year}-09`,
  m2: (year) => `${year}-01/${year}-02`,
};
const PLAN = /(十[一二三四五六])五(?=["”]?(?:时期|期间|以来|末|规划|计划|的|五年))/g;
const PLAN_NUMBERS: Readonly<Record<string, number>> = { 十一: 11, 十二: 12, 十三: 13, 十四: 14, 十五: 15, 十六: 16 };
const SPAN_IN_WORDS = /(?:过去|近|这|五届以来的?|今后|未来)?[三五十两四]年(?:来|间|内)|本届(?:以来|任期内)?|任期内/g;
const PART_HINT = /季|半年|月|q[1-4]/;
/** From the last of these on, no part of the year is meant. */
const WHOLE_YEAR = /全年|年内|年底前|下一步|今后/g;
/** A time that something is only measured from: 比2020年增长. */
const MEASURED_FROM = /(?:比|较|与|同|于|以)[^，,。；;]{0,2}$/;

/** A time that is named; `year` where one is, `period` where it is no whole year. */
interface NamedTime {
  at: number;
  period?: string;
  year?: number;
}

/** The times that a folded paragraph names, in order; `ownYear` is the year that 今年 means. */
export function namedTimes(paragraph: string, ownYear: number | null): NamedTime[] {
  const times: NamedTime[] = [];
  for (const { start, year, month, day, iso } of findDates(paragraph)) {
    if (year === null || MEASURED_FROM.test(paragraph.slice(0, start))) continue;
    times.push(month !== null && day === null ? { at: start, period: iso, year } : { at: start, year });
  }
  for (const { start, end, unit, offset } of findRelativeTimes(paragraph)) {
    // What is only implied (上半年) is of the year that governs.
    if (unit === 'year' && end > start && ownYear !== null) times.push({ at: start, year: ownYear + offset });
    else if (unit === 'years') times.push({ at: start, period: paragraph.slice(start, end) });
  }
  for (const match of paragraph.matchAll(PLAN)) {
    const first = 1951 + 5 * (PLAN_NUMBERS[match[1] ?? ''] ?? 0);
    times.push({ at: match.index, period: `${first}/${first + 4}` });
  }
  for (const match of paragraph.matchAll(SPAN_IN_WORDS)) times.push({ at: match.index, period: match[0] });
  return times.sort((a, b) => a.at - b.at);
}

/**
 * The stretch of time a figure is of, from what its folded paragraph says before it and the times named there: the nearest
 * counts. `year` is the one that governs where none is named. `''` where nothing is known.
 */
export function figurePeriod(said: string, named: readonly NamedTime[], year: number | null): string {
  const times = named.filter(({ at }) => at < said.length);
  const nearest = times.at(-1);
  const governing = times.findLast((time) => time.year !== undefined)?.year ?? year;
  const part = partOf(said.slice(nearest?.year === undefined ? 0 : nearest.at), governing);
  if (part !== null && (nearest?.period === undefined || nearest.year !== undefined)) return part;
  return nearest?.period ?? (governing === null ? '' : String(governing));
}

function afterWholeYear(said: string): string {
  return said.slice([...said.matchAll(WHOLE_YEAR)].at(-1)?.index ?? 0);
}

/** The last part of a year that is named; null where none is, or its year is not known. */
function partOf(said: string, year: number | null): string | null {
  if (year === null || !PART_HINT.test(said)) return null;
  const clauses = afterWholeYear(said).split(/(?<=[,;。])/).reverse();
  const named = clauses.map((clause) => periodsIn(clause).at(-1)).find((period) => period !== undefined);
  if (named === undefined) {
    const month = /(?<![\d年\-—至到~])(1[0-2]|[1-9])月份?(?![\d日])/.exec(afterWholeYear(said))?.[1];
    return month === undefined ? null : `${year}-${month.padStart(2, '0')}`;
  }
  const written = PARTS[named];
  if (written !== undefined) return written(year);
  const [, from, to] = /^(\d{1,2})\D+(\d{1,2})月$/.exec(named) ?? [];
  return from === undefined || to === undefined ? null : `${year}-${from.padStart(2, '0')}/${year}-${to.padStart(2, '0')}`;
}
