import type { ArticleHeader, ArticleKind } from '../../domain/corpus.js';
import type { KnownCorpus } from '../../ports/generation.js';

/** One document as staff look at it. */
export interface ReportedDocument {
  documentId: string;
  /** Absolute path. */
  file: string;
  articles: number;
  passages: number;
  firstDate: string | null;
  lastDate: string | null;
  kinds: ArticleKind[];
  bodies: string[];
  /** Title of its first article. */
  title: string;
  /** What a person could mend, one sentence each. */
  problems: string[];
}

export interface CorpusReport {
  generationId: string;
  createdAtUtc: string;
  counts: { documents: number; articles: number; passages: number; undatedArticles: number };
  firstDate: string | null;
  lastDate: string | null;
  documents: ReportedDocument[];
  /** Files and parts of files that were left out, with the reasons. */
  skipped: { file: string; reason: string }[];
  withdrawn: { documentId: string; withdrawnAtUtc: string }[];
}

/** Everything on record, document by document, with what is missing. Null when nothing was ingested. */
export function reportCorpus({ info, documents, files }: KnownCorpus, headers: readonly ArticleHeader[], withdrawn: ReadonlyMap<string, string>): CorpusReport | null {
  if (info === null) return null;
  const articles = new Map<string, ArticleHeader[]>();
  for (const header of headers) {
    const own = articles.get(header.documentId);
    if (own === undefined) articles.set(header.documentId, [header]);
    else own.push(header);
  }
  const reported = [...documents.values()].map(({ documentId, file, articles: count, passages }) => {
    const own = articles.get(documentId) ?? [];
    return { documentId, file, articles: count, passages, ...spanOf(own), kinds: unique(own.map(({ kind }) => kind)), bodies: unique(own.map(({ body }) => body)).filter((body) => body !== ''), title: own[0]?.title ?? '', problems: problemsOf(own) };
  });
  return {
    generationId: info.id,
    createdAtUtc: info.createdAtUtc,
    counts: { ...info.counts, undatedArticles: headers.filter(({ date }) => date === null).length },
    ...spanOf(headers),
    documents: reported,
    skipped: [...files.values()].flatMap(({ skipped }) => skipped.map(({ file, reason }) => ({ file, reason }))),
    withdrawn: [...withdrawn].map(([documentId, withdrawnAtUtc]) => ({ documentId, withdrawnAtUtc })),
  };
}

function spanOf(headers: readonly ArticleHeader[]): { firstDate: string | null; lastDate: string | null } {
  const dates = headers.flatMap(({ date }) => (date === null ? [] : [date])).sort();
  return { firstDate: dates[0] ?? null, lastDate: dates.at(-1) ?? null };
}

function problemsOf(headers: readonly ArticleHeader[]): string[] {
  const say = (found: readonly ArticleHeader[], what: string): string[] => (found.length === 0 ? [] : [`${found.length === headers.length ? 'No article has a' : `${found.length} of ${headers.length} articles have no`} ${what}${found.length === headers.length ? '' : ` (the first: ${found[0]?.articleId ?? ''})`}.`]);
  return [
    ...say(headers.filter(({ date }) => date === null), 'date'),
    ...say(headers.filter(({ body }) => body === ''), 'body'),
    ...say(headers.filter(({ title, file }) => title === '' || file.replace(/\.\w+$/u, '').endsWith(title)), 'title'),
  ];
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
