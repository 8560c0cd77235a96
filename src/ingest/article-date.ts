import { findDates } from '../language/dates.js';
import { lineKindOf } from './line-kind.js';

/** How far into an article the day of the event is looked for, in characters. */
const HEAD_CHARS = 160;
/** 截至2月19日 says until when was counted, not when something happened. */
const NOT_THE_DAY = /(?:截至|截止|截止到|自|从|至|到|将于|拟于|定于|前|关于|《[^》]*)$/;

/** (… 2月20日 …通过) · ——…在某会议上 */
const DATELINE = /^[(（].{6,80}[)）]$|年.{2,60}(?:会议|大会|全会)上|(?:会议|大会)[，,]?\s*[12]\d{3}年/;

/** The day in the brackets or the subtitle under a title, ISO, or null. */
export function datelineDate(heading: readonly string[], text: string): string | null {
  const lines = [...heading, ...text.split('\n', 12)];
  for (const line of lines) {
    const trimmed = line.trim();
    if (trimmed.length > 90 || trimmed.includes('。') || !DATELINE.test(trimmed)) continue;
    const full = findDates(trimmed).find((date) => date.year !== null && date.day !== null);
    if (full !== undefined) return full.iso;
  }
  return null;
}

/** The day under a signature: one of the last lines that is a full date and nothing else, or null. */
export function signatureDate(text: string): string | null {
  for (const line of text.trimEnd().split('\n').slice(-3).reverse()) {
    if (line.trim() === '' || lineKindOf(line) !== 'masthead') continue;
    const date = findDates(line).find(({ year, day }) => year !== null && day !== null);
    if (date !== undefined) return date.iso;
  }
  return null;
}

/** 8月26日至27日，某会举行会议: a session of several days decides on its last. */
const DAYS_HELD = /(\d{1,2})月(\d{1,2})日(?:至|到|—|-|－)(?:(\d{1,2})月)?(\d{1,2})日[，,]?[^。]{0,40}?(?:举行|召开)/;

/** The first day named at the head of an article; one without a year gets `year`, or null where there is none. */
export function headDate(text: string, year: number | null): string | null {
  const head = text.slice(0, HEAD_CHARS);
  const days = DAYS_HELD.exec(head);
  for (const date of findDates(head)) {
    if (date.day === null || NOT_THE_DAY.test(head.slice(0, date.start)) || /^(?:起|前|以前|之前|至|到|止)/.test(head.slice(date.end))) continue;
    if (days !== null && days.index < date.start) break;
    const found = date.year ?? year;
    if (found !== null) return `${String(found)}-${two(date.month)}-${two(date.day)}`;
  }
  if (days === null) return null;
  const held = findDates(head.slice(0, days.index + days[0].length)).find((date) => date.year !== null)?.year ?? year;
  return held === null ? null : `${String(held)}-${two(Number(days[3] ?? days[1]))}-${two(Number(days[4]))}`;
}

/** The day until which something was counted (截至2月19日): news of it is printed soon after. The weakest witness of all. */
export function countedDate(text: string, year: number | null): string | null {
  const head = text.slice(0, HEAD_CHARS);
  const date = findDates(head).find(({ start, day }) => day !== null && /截[至止]到?$/.test(head.slice(0, start)));
  const found = date?.year ?? year;
  return date === undefined || found === null ? null : `${String(found)}-${two(date.month)}-${two(date.day)}`;
}

/** The day of publication from the lines above the first article of a page (星期四 第2版 …), or null. */
export function mastheadDate(text: string): string | null {
  for (const line of text.split('\n', 12)) {
    const kind = line.trim() === '' ? null : lineKindOf(line);
    // What stands under a text is its signature.
    if (kind === 'prose' || kind === 'newsLead' || kind === 'dateline') return null;
    if (kind !== 'masthead') continue;
    const full = findDates(line).find((date) => date.year !== null && date.day !== null);
    if (full !== undefined) return full.iso;
  }
  return null;
}

/** 延长到2025年12月31日, 2030年3月1日前: what is still to come says nothing of today. */
const TO_COME = /(?:到|至|为|于|自|从|定于|拟于|将于|计划)$/;

/**
 * The year of a page: the one most often named in full dates on it, the later one of two named equally often;
 * null when the page names no full date. Days in signatures and brackets count most, terms that are set least.
 */
export function yearOfPage(text: string): number | null {
  const counts = new Map<number, number>();
  for (const { year, day, start, end } of findDates(text)) {
    if (year === null || day === null) continue;
    const isAlone = /(?:^|\n)\s*[（(]?$/.test(text.slice(Math.max(0, start - 8), start)) && /^[^。，\n]{0,60}(?:[）)]\s*)?(?:\n|$)/.test(text.slice(end, end + 64));
    const isToCome = TO_COME.test(text.slice(Math.max(0, start - 3), start)) || /^(?:起|前|以前|之前|止)/.test(text.slice(end));
    counts.set(year, (counts.get(year) ?? 0) + (isAlone ? 3 : isToCome ? 0.1 : 1));
  }
  let best: { year: number; count: number } | null = null;
  for (const [year, count] of counts) {
    if (best === null || count > best.count || (count === best.count && year > best.year)) best = { year, count };
  }
  return best?.year ?? null;
}

function two(value: number | null): string {
  return String(value).padStart(2, '0');
}
