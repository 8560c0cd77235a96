import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileSource } from '../../../src/adapters/files/file-source.js';
import { articlesOf } from '../../../src/ingest/prepare-document.js';
import { readAll } from '../../../src/ports/document-source.js';
import { PROJECT } from '../../house/project.js';
import { addScores, goldenArticle, scoreArticles, type ArticleScore, type GoldenArticle } from './score-articles.js';

/** Pages whose articles are listed one by one, with the least share of borders, titles and dates that must be right. */
export const PAGE_SETS = [
  { name: 'seeds', pages: join(PROJECT, '../shared/seeds'), golden: join(PROJECT, 'test/golden/seed-articles.jsonl'), least: 0.95 },
  { name: 'layouts', pages: join(PROJECT, 'test/golden/layouts'), golden: join(PROJECT, 'test/golden/layouts.jsonl'), least: 0.9 },
] as const;

export function isThere({ pages }: (typeof PAGE_SETS)[number]): boolean {
  return existsSync(pages);
}

export async function scoreSet({ pages, golden }: (typeof PAGE_SETS)[number]): Promise<{ pages: number; score: ArticleScore }> {
  const rows = readFileSync(golden, 'utf8').split('\n').filter((line) => line !== '').map((line) => goldenArticle.parse(JSON.parse(line)));
  const byPage = new Map<string, GoldenArticle[]>();
  for (const row of rows) byPage.set(row.page, [...(byPage.get(row.page) ?? []), row]);
  const scores: ArticleScore[] = [];
  for await (const item of readAll(fileSource(), [pages])) {
    const own = item.kind === 'document' ? byPage.get(item.document.file) : undefined;
    if (item.kind === 'document' && own !== undefined) scores.push(scoreArticles(own, articlesOf(item.document)));
  }
  if (scores.length !== byPage.size) throw new Error(`${golden} speaks of ${byPage.size} pages and ${scores.length} were read`);
  return { pages: scores.length, score: addScores(scores) };
}
