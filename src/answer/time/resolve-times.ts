import { findDates, sayDay } from '../../language/dates.js';
import { findRelativeTimes, writeYearsOut, type RelativeTime } from '../../language/relative-time.js';
import type { CorpusReader } from '../../ports/generation.js';
import { readCoverage } from '../holdings/read-coverage.js';
import { latestOnRecord } from './latest-on-record.js';
import type { Meaning, TakenTime } from './meaning.js';

export interface TimedQuestion {
  /** The question with its relative times in absolute ones. */
  text: string;
  taken: TakenTime[];
}

const MEETING_WORDS = /^(?:[市省县区]?(?:政协|人大|党委|委)?(?:全体)?(?:会议|全会|大会|例会|会)|[a-z' ]{0,24}?(?:meeting|session))/i;
const DAY_MS = 86_400_000;

/**
 * Reads 去年, 上个月, 昨天 and the like from the day of asking, 最近一次 and 最新 from the newest record. A year that the question
 * names itself wins. `translated` is an English question in the words of the records. 今年 is left open where no record is of this year yet: the newest answer best, and the reply says so.
 */
export function resolveTimes(question: string, now: Date, corpus: CorpusReader, translated = question): TimedQuestion {
  const text = writeYearsOut(question);
  const namesYear = findDates(text).some(({ year }) => year !== null);
  const taken: TakenTime[] = [];
  let result = '';
  let at = 0;
  for (const time of findRelativeTimes(text)) {
    if (namesYear && time.unit !== 'latest') continue;
    const words = text.slice(time.start, time.end);
    const meaning = time.unit === 'latest' ? (namesYear ? undefined : latestOnRecord(translated === question ? text.slice(0, time.start) + text.slice(time.end) : translated, corpus)) : isHalfToCome(text.slice(time.start), time, now, corpus) ? null : meaningOf(time, now, corpus);
    if (meaning === undefined) continue;
    taken.push({ words: words === '' ? text.slice(time.start, time.start + (text.startsWith('年初', time.start) ? 2 : 3)) : words.replace(/的$/, ''), meaning: meaning === null ? null : meaning.said });
    if (meaning === null) {
      // 年初 alone is no matter that a record could speak of; 上半年 is.
      if (text.startsWith('年初', time.end)) [result, at] = [result + text.slice(at, time.start), time.end + 2];
      continue;
    }
    const isEnglish = /^[a-z ]/i.test(words);
    result += text.slice(at, time.start) + (isEnglish ? `${words.startsWith('in ') || time.unit === 'latest' ? '' : 'in '}${meaning.english}` : meaning.written);
    at = time.end + (meaning.isName === true ? (MEETING_WORDS.exec(text.slice(time.end))?.[0].length ?? 0) : 0);
  }
  return { text: result + text.slice(at), taken };
}

/** 上半年 without a year means no half of this year of which nothing can be on record yet. */
function isHalfToCome(rest: string, { start, end }: RelativeTime, now: Date, corpus: CorpusReader): boolean {
  if (start !== end || !/^[上下]半年/.test(rest)) return false;
  const july = `${String(now.getFullYear())}-07`;
  return !corpus.headers.some(({ date }) => date !== null && date >= july);
}

/** Null where 今年 is still without a record; undefined where nothing can be said. */
function meaningOf({ unit, offset }: RelativeTime, now: Date, corpus: CorpusReader): Meaning | null | undefined {
  const { years } = readCoverage(corpus);
  const newest = years.at(-1);
  const year = now.getFullYear();
  switch (unit) {
    case 'year':
      return offset === 0 && newest !== undefined && newest < year ? null : isoMeaning(String(year + offset));
    case 'years': {
      const last = Math.min(year, newest ?? year);
      const run = Array.from({ length: Math.min(offset, 10) }, (_, index) => last - Math.min(offset, 10) + 1 + index);
      return { written: run.map((each) => `${String(each)}年`).join('、'), english: run.join(', '), said: `${String(run[0])}–${String(run.at(-1))}` };
    }
    case 'month': {
      const first = new Date(Date.UTC(year, now.getMonth() + offset, 1));
      return isoMeaning(first.toISOString().slice(0, 7));
    }
    case 'week':
      return weekMeaning(offset, now, corpus);
    case 'day':
      return isoMeaning(isoDay(localDay(now) + offset * DAY_MS));
    case 'latest':
      return undefined;
  }
}

/** The day of that week on which something is on record, else its last day: the reply then tells how far the records go. */
function weekMeaning(offset: number, now: Date, corpus: CorpusReader): Meaning {
  const today = localDay(now);
  const monday = today - ((new Date(today).getUTCDay() + 6) % 7) * DAY_MS + 7 * offset * DAY_MS;
  const days = Array.from({ length: 7 }, (_, index) => isoDay(monday + index * DAY_MS));
  const held = new Set(corpus.headers.flatMap(({ date }) => (date !== null && days.includes(date) ? [date] : [])));
  return isoMeaning(held.size === 1 ? ([...held][0] ?? '') : (days.at(-1) ?? ''));
}

function isoMeaning(iso: string): Meaning {
  return { written: sayDay(iso, 'zh'), english: sayDay(iso, 'en'), said: iso };
}

/** Midnight of the asker's day, as if it were UTC: days are counted, not hours. */
function localDay(now: Date): number {
  return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
}

function isoDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
