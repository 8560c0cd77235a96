import { datesAgree, partsOfIso, type DateMention } from '../../language/dates.js';
import type { CorpusReader } from '../../ports/generation.js';
import type { Found } from '../find-evidence.js';
import { bodyIn } from '../holdings/body-in.js';
import { organName } from '../holdings/body-name.js';
import { readCoverage } from '../holdings/read-coverage.js';
import type { RefusalFact } from './refusal-fact.js';

/** Days and years that no record of the body is of. A year that some text speaks of is left to what that text says. */
export function outsideRange({ intent, scope }: Found, corpus: CorpusReader, isYearSpokenOf: (year: number) => boolean): RefusalFact | null {
  const asked = intent.dates.find(({ year }) => year !== null);
  if (asked?.year === null || asked?.year === undefined || corpus.headers.length === 0) return null;
  const coverage = readCoverage(corpus);
  const body = scope.body === null ? bodyIn(intent.text, corpus) : organName(scope.body.name);
  const headers = body === null ? corpus.headers : corpus.headers.filter((header) => organName(header.body) === body);
  const range = body === null ? coverage : coverage.bodies.find(({ name }) => name === body);
  if (range === undefined) return null;
  const wording = intent.text.slice(asked.start, asked.end);
  const days = headers.flatMap(({ date }) => (date === null ? [] : [date])).sort();
  if (asked.month !== null && days.some((day) => datesAgree(asked, partsOfIso(day)))) return null;
  if (asked.month === null && (range.years.includes(asked.year) || isYearSpokenOf(asked.year))) return null;
  const [firstYear, lastYear] = [range.years[0], range.years.at(-1)];
  if (firstYear === undefined || lastYear === undefined) return null;
  const last = days.at(-1)?.startsWith(String(lastYear)) === true ? (days.at(-1) ?? '') : String(lastYear);
  const first = days[0]?.startsWith(String(firstYear)) === true ? days[0] : String(firstYear);
  if (isAfter(asked, last)) return { kind: 'too_late', asked: wording, body, last };
  if (isAfter(partsOfIso(first), asked.iso)) return { kind: 'too_early', asked: wording, body, first };
  if (asked.day === null) return { kind: 'no_period', asked: wording, body };
  return { kind: 'no_day', asked: wording, body, before: days.findLast((day) => day < asked.iso) ?? null, after: days.find((day) => day > asked.iso) ?? null };
}

/** True when the whole of `asked` lies behind `iso`, as far as both say. */
function isAfter(asked: Pick<DateMention, 'year' | 'month' | 'day'>, iso: string): boolean {
  const end = partsOfIso(iso);
  if (asked.year === null || end.year === null || asked.year !== end.year) return asked.year !== null && end.year !== null && asked.year > end.year;
  if (asked.month === null || end.month === null || asked.month !== end.month) return asked.month !== null && end.month !== null && asked.month > end.month;
  return asked.day !== null && end.day !== null && asked.day > end.day;
}
