import { z } from 'zod';
import type { Article } from '../../../src/domain/corpus.js';
import { sha256 } from '../../../src/domain/ids.js';

const digest = z.string().regex(/^[0-9a-f]{12}$/u);
/** One article of a page: its words, or digests of them where the page is not ours to keep. */
export const goldenArticle = z.strictObject({
  page: z.string(),
  /** Line on which its heading begins. */
  line: z.number().int(),
  lastLine: z.number().int().optional(),
  kind: z.string(),
  /** Null where the page does not say the day or its year. */
  date: z.string().nullable(),
  /** Null where the page has lost it. */
  title: z.string().nullable().optional(),
  last: z.string().optional(),
  titleDigest: digest.optional(),
  firstDigest: digest.optional(),
  lastDigest: digest.optional(),
});
export type GoldenArticle = z.infer<typeof goldenArticle>;

export interface ArticleScore {
  wanted: number;
  found: number;
  /** Of the rest: right ones among the wanted. */
  borders: number;
  titles: number;
  titlesWanted: number;
  dates: number;
  kinds: number;
  /** First and last words. */
  ends: number;
  /** What was wrong, for whoever mends it. */
  faults: string[];
}

/** Compares the articles found on one page with the golden ones of it; an article counts where its heading begins on the very line. */
export function scoreArticles(golden: readonly GoldenArticle[], articles: readonly Article[]): ArticleScore {
  const score: ArticleScore = { wanted: golden.length, found: articles.length, borders: 0, titles: 0, titlesWanted: 0, dates: 0, kinds: 0, ends: 0, faults: [] };
  const starts = new Set(golden.map(({ line }) => line));
  for (const { lines, title } of articles) if (!starts.has(lines[0]?.line ?? 0)) score.faults.push(`${golden[0]?.page ?? ''}:${lines[0]?.line ?? 0} is no border (${title})`);
  for (const wanted of golden) {
    const found = articles.find(({ lines }) => lines[0]?.line === wanted.line);
    const at = `${wanted.page}:${wanted.line}`;
    const count = (isRight: boolean, what: string): number => {
      if (!isRight) score.faults.push(`${at} ${what}`);
      return isRight ? 1 : 0;
    };
    score.borders += count(found !== undefined, 'is a border that was not found');
    if (wanted.title !== null) score.titlesWanted++;
    if (found === undefined) continue;
    if (wanted.title !== null) score.titles += count(isTitle(wanted, found.title), `has the title ${found.title}`);
    score.dates += count(found.date === wanted.date, `has the date ${found.date ?? '-'} instead of ${wanted.date ?? '-'}`);
    score.kinds += count(found.kind === wanted.kind, `is a ${found.kind} instead of a ${wanted.kind}`);
    score.ends += count(hasEnds(wanted, found.text), `ends with ${found.text.slice(-12)}`);
  }
  return score;
}

export function addScores(scores: readonly ArticleScore[]): ArticleScore {
  const sum: ArticleScore = { wanted: 0, found: 0, borders: 0, titles: 0, titlesWanted: 0, dates: 0, kinds: 0, ends: 0, faults: [] };
  for (const score of scores) {
    for (const key of ['wanted', 'found', 'borders', 'titles', 'titlesWanted', 'dates', 'kinds', 'ends'] as const) sum[key] += score[key];
    sum.faults.push(...score.faults);
  }
  return sum;
}

function isTitle({ title, titleDigest }: GoldenArticle, found: string): boolean {
  return titleDigest === undefined ? bare(title ?? '') === bare(found) : titleDigest === digestOf(found);
}

function hasEnds({ last, firstDigest, lastDigest }: GoldenArticle, text: string): boolean {
  if (last !== undefined) return bare(text).endsWith(bare(last));
  return firstDigest === digestOf(bare(text).slice(0, 8)) && lastDigest === digestOf(bare(text).slice(-8));
}

/** Letters and digits alone: recognition and repair differ in marks and spaces. */
function bare(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}

function digestOf(text: string): string {
  return sha256(bare(text)).slice(0, 12);
}
