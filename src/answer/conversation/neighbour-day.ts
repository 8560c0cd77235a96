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
  const body = map.bodies
    .flatMap(({ aliases, articles }) => aliases.filter((alias) => squeezed.includes(alias)).map((alias) => ({ length: alias.length, articles })))
    .sort((a, b) => b.length - a.length)[0];
  if (date === undefined || body === undefined) return undefined;
  const days = [...new Set(body.articles.flatMap((ordinal) => headers[ordinal]?.date ?? []))].sort();
  const next = shift > 0 ? days.find((day) => day > date.iso) : days.findLast((day) => day < date.iso);
  if (next === undefined) return null;
  const [year = '', month = '', day = ''] = next.split('-');
  return `${question.slice(0, date.start)}${year}年${String(Number(month))}月${String(Number(day))}日${question.slice(date.end)}`;
}
