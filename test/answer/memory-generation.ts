import { NO_FACTS } from '../../src/domain/facts.js';
import type { Article, Passage } from '../../src/domain/corpus.js';
import type { Generation, QueryTerm, RowRange, ScoredRow, StoredPassage } from '../../src/ports/generation.js';
import { indexTerms } from '../../src/language/tokens.js';

/** A whole generation in memory: naive BM25, no vectors. For tests of the answer pipeline, and an oracle for the real index. */
export function memoryGeneration(articles: readonly Article[], passages: readonly Passage[]): Generation {
  const ordinalOf = new Map(articles.map((article, ordinal) => [article.articleId, ordinal]));
  const stored: StoredPassage[] = passages.map((passage, row) => ({ ...passage, row, header: articles[ordinalOf.get(passage.articleId) ?? -1] as Article }));
  const frequencies = stored.map(({ header, heading, text }) => countTerms(indexTerms(`${header.title} ${header.body} ${header.meeting} ${header.date ?? ''} ${heading}\n${text}`)));
  const postings = new Map<string, { row: number; count: number }[]>();
  const lengths = frequencies.map((counts) => [...counts.values()].reduce((sum, count) => sum + count, 0));
  for (const [row, counts] of frequencies.entries()) {
    for (const [term, count] of counts) {
      const list = postings.get(term) ?? [];
      list.push({ row, count });
      postings.set(term, list);
    }
  }
  const meanLength = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  const articleOfRow = (row: number): number => ordinalOf.get(stored[row]?.articleId ?? '') ?? -1;
  const search = (terms: readonly QueryTerm[], limit: number, also: { ranges: readonly RowRange[]; limit: number } = { ranges: [], limit: 0 }): ScoredRow[] => {
    const scores = new Map<number, number>();
    for (const { term, weight } of terms) {
      const list = postings.get(term) ?? [];
      const idf = Math.log(1 + (stored.length - list.length + 0.5) / (list.length + 0.5));
      for (const { row, count } of list) {
        scores.set(row, (scores.get(row) ?? 0) + (weight * idf * count * 1.8) / (count + 0.8 * (0.6 + (0.4 * (lengths[row] ?? 0)) / meanLength)));
      }
    }
    const all = [...scores].map(([row, score]) => ({ row, score })).sort((a, b) => b.score - a.score || a.row - b.row);
    const best = new Set([...all.slice(0, limit), ...all.filter(({ row }) => also.ranges.some(({ first, end }) => row >= first && row < end)).slice(0, also.limit)]);
    return all.filter((scored) => best.has(scored));
  };
  return {
    info: { id: 'gmemory', createdAtUtc: '2025-01-01T00:00:00.000Z', embeddingModel: 'none', dimension: 1, metric: 'cosine', textVersion: 'test', counts: { documents: 1, articles: articles.length, passages: passages.length } },
    corpus: {
      passageCount: stored.length,
      headers: articles,
      articleOfRow,
      rowsOfArticle: (ordinal) => {
        const rows = stored.filter(({ articleId }) => ordinalOf.get(articleId) === ordinal).map(({ row }) => row);
        return { first: rows[0] ?? 0, end: (rows.at(-1) ?? -1) + 1 };
      },
      passages: (rows) => rows.map((row) => stored[row] as StoredPassage),
      passageById: (id) => stored.find(({ passageId }) => passageId === id) ?? null,
      article: (ordinal) => articles[ordinal] as Article,
      facts: () => NO_FACTS,
    },
    lexical: { search, passageFrequency: (term) => postings.get(term)?.length ?? 0 },
    vectors: { kind: 'exact', search: () => [] },
    close: () => undefined,
  };
}

function countTerms(terms: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}
