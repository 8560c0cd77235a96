import { findDates } from './dates.js';
import type { Article } from '../domain/corpus.js';

/** A year that opens a line or sentence, behind a heading's number (一、2023年工作回顾; 2024年，全市…). */
const OPENING = /(?:^|[\n。！？])[\s#]*(?:[一二三四五六七八九十]{1,3}[、.]|[（(][一二三四五六七八九十\d]{1,2}[)）]|——)?\s*((?:19|20)\d\d)年(?!\d{1,2}月)/g;

const openings = new WeakMap<Article, { offset: number; year: number }[]>();

/**
 * The year a clause speaks of: one named in its sentence up to its end, else the last one that opens a line or sentence above it.
 * `said` is the sentence up to the clause's end, `offset` where the sentence begins in the article. Null where no year governs it.
 */
export function governingYear(article: Article, offset: number, said: string): number | null {
  const own = findDates(said).flatMap(({ year }) => (year === null ? [] : [year])).at(-1);
  if (own !== undefined) return own;
  let years = openings.get(article);
  if (years === undefined) {
    years = [...article.text.matchAll(OPENING)].map((match) => ({ offset: match.index, year: Number(match[1]) }));
    openings.set(article, years);
  }
  return years.findLast((opening) => opening.offset <= offset)?.year ?? null;
}
