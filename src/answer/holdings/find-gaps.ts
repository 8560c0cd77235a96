import { findMeetings } from '../../language/meetings.js';
import type { CoverageGap } from './coverage.js';

/** A body met monthly enough for a missing month to be a gap: records in this share of its months, and in this many of them. */
const MONTHLY_SHARE = 0.5;
const MONTHLY_LEAST = 6;

/** One record as far as gaps go: its day, its year where only that is known, and what its meeting is called. */
export interface Held {
  date: string | null;
  year: number | null;
  meeting: string;
}

/** Years, months and numbers of sessions that are missing between those on record. */
export function findGaps(records: readonly Held[]): CoverageGap[] {
  return [...missingYears(records), ...missingMonths(records), ...missingSessions(records)];
}

function missingYears(records: readonly Held[]): CoverageGap[] {
  const years = [...new Set(records.flatMap(({ year }) => (year === null ? [] : [year])))].sort((a, b) => a - b);
  return holesIn(years).map(({ from, to }) => ({ kind: 'years', from, to }));
}

/** Months count only for a body that meets about every month; a year without any record is told as a year. */
function missingMonths(records: readonly Held[]): CoverageGap[] {
  const months = [...new Set(records.flatMap(({ date }) => (date === null ? [] : [monthNumber(date)])))].sort((a, b) => a - b);
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined || months.length < MONTHLY_LEAST || months.length / (last - first + 1) < MONTHLY_SHARE) return [];
  return holesIn(months).filter(({ from, to }) => to - from < 11 || from % 12 !== 0 || to % 12 !== 11).map(({ from, to }) => ({ kind: 'months', from: monthName(from), to: monthName(to) }));
}

function missingSessions(records: readonly Held[]): CoverageGap[] {
  const bySeries = new Map<string, { name: string; numbers: Set<number> }>();
  for (const { meeting } of records) {
    const named = findMeetings(meeting)[0];
    if (named === undefined || named.session === null) continue;
    const key = `${named.organ ?? ''}:${String(named.term ?? '')}`;
    const series = bySeries.get(key) ?? { name: named.term === null ? '' : `${String(named.term)}届`, numbers: new Set<number>() };
    series.numbers.add(named.session);
    bySeries.set(key, series);
  }
  return [...bySeries.values()].flatMap(({ name, numbers }) => {
    const missing = holesIn([...numbers].sort((a, b) => a - b)).flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, index) => from + index));
    return missing.length === 0 ? [] : [{ kind: 'sessions' as const, series: name, numbers: missing }];
  });
}

/** Runs of whole numbers that a rising list leaves out. */
function holesIn(sorted: readonly number[]): { from: number; to: number }[] {
  return sorted.flatMap((value, index) => {
    const before = sorted[index - 1];
    return before === undefined || value - before < 2 ? [] : [{ from: before + 1, to: value - 1 }];
  });
}

function monthNumber(iso: string): number {
  return Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1;
}

function monthName(month: number): string {
  return `${String(Math.floor(month / 12))}-${String((month % 12) + 1).padStart(2, '0')}`;
}
