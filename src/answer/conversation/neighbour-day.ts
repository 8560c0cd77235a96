import { findDates } from '../../language/dates.js';
import { fold } from '../../language/fold.js';
import type { ArticleHeader } from '../../domain/corpus.js';
import type { CorpusMap } from '../corpus-map.js';

/**
 * A question about a meeting of one day, asked of the meeting of the same body before (-1) or after (1) it, by the days on record.
 * Null where the body has none there; undefined where the question names no body of the corpus or no day.
 */
export function askNeighbourDay(question: string, shift: 1 | -1, map: CorpusMap, headers: readonly ArticleHeader[]): string | null | undefined {
  const date = findDates(question).find(({ year, month, day }) => year !== null && month !== null && day !== null);
  const squeezed = fold(question).replace(/[\s_]+/g, '');
  if (date === undefined) return undefined;
  const body = map.bodies
    .flatMap(({ aliases, articles }) => aliases.filter((alias) => squeezed.includes(alias)).map((alias) => ({ length: alias.length, articles })))
    .sort((a, b) => b.length - a.length)[0];
  const meetings = body?.articles ?? ofSeries(squeezed, date.iso, map, headers);
  if (meetings.length === 0) return undefined;
  const days = [...new Set(meetings.flatMap((ordinal) => headers[ordinal]?.date ?? []))].sort();
  const next = shift > 0 ? days.find((day) => day > date.iso) : days.findLast((day) => day < date.iso);
  if (next === undefined) return null;
  const [year = '', month = '', day = ''] = next.split('-');
  return `${question.slice(0, date.start)}${year}年${String(Number(month))}月${String(Number(day))}日${question.slice(date.end)}`;
}

/** Articles of the series to which an article of that day belongs whose name the question holds (市政务数据工作例会). */
function ofSeries(question: string, day: string, map: CorpusMap, headers: readonly ArticleHeader[]): number[] {
  const onDay = (map.byDate.get(day) ?? []).map((ordinal) => seriesOf(headers[ordinal]?.title ?? ''));
  const series = onDay.find((name) => name.length >= 4 && question.includes(name));
  return series === undefined ? [] : headers.flatMap(({ title }, ordinal) => (seriesOf(title) === series ? [ordinal] : []));
}

/** A title without its date and without the kind of the record. */
function seriesOf(title: string): string {
  return fold(title).replace(/\d{4}[-年./]\d{1,2}[-月./]\d{1,2}日?/g, '').replace(/(?:会议)?(?:纪要|记录)$/, '').replace(/[\s_()（）]+/g, '');
}
