import { datesAgree, partsOfIso, type DateMention } from '../../language/dates.js';
import { fold } from '../../language/fold.js';
import { squeeze } from '../../language/likeness.js';
import { organOf } from '../../language/meetings.js';
import type { CorpusReader } from '../../ports/generation.js';
import type { Found } from '../find-evidence.js';
import { organName, seriesName } from '../holdings/body-name.js';
import type { Coverage } from '../holdings/coverage.js';
import { readCoverage } from '../holdings/read-coverage.js';
import type { Intent } from '../intent.js';
import type { RefusalFact } from './refusal-fact.js';

/** Shorter names of meetings (例会, 全会) are everybody's. */
const MIN_SERIES = 4;

/** Days and years that no record of the body is of. A year that some text speaks of is left to what that text says. */
export function outsideRange({ intent, scope }: Found, corpus: CorpusReader, isYearSpokenOf: (year: number) => boolean): RefusalFact | null {
  const asked = intent.dates.find(({ year }) => year !== null);
  if (asked?.year === null || asked?.year === undefined || corpus.headers.length === 0) return null;
  const coverage = readCoverage(corpus);
  const body = bodyMeant(intent, scope.body?.name ?? null, coverage);
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

/** The organ of the question: the one it names by its name or by that of its meetings, else the only one of that kind on record. */
function bodyMeant(intent: Intent, named: string | null, { bodies }: Coverage): string | null {
  if (named !== null) return organName(named);
  const asked = squeeze(intent.folded);
  const bySeries = bodies.filter(({ meetings }) => meetings.some(({ name }) => isNamed(squeeze(seriesName(name)), asked)));
  if (bySeries.length > 0) return bySeries.length === 1 ? (bySeries[0]?.name ?? null) : null;
  const organ = organOf(intent.folded);
  // Two organs that met together are no organ of their own.
  const fitting = organ === null ? [] : bodies.filter(({ name }) => !name.includes('、') && organOf(fold(name)) === organ);
  return fitting.length === 1 ? (fitting[0]?.name ?? null) : null;
}

function isNamed(series: string, asked: string): boolean {
  return series.length >= MIN_SERIES && asked.includes(series);
}
