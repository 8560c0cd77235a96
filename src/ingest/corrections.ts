import type { Article, ArticleKind } from '../domain/corpus.js';
import type { FigureCorrection, PersonCorrection } from '../domain/facts.js';
import { sha256 } from '../domain/ids.js';

/** What staff say of a document or an article; what is left out stays as it was found. An empty word or null: nothing is known. */
export interface Correction {
  title?: string | undefined;
  body?: string | undefined;
  meeting?: string | undefined;
  /** ISO date. */
  date?: string | null | undefined;
  kind?: ArticleKind | undefined;
  people?: readonly PersonCorrection[] | undefined;
  figures?: readonly FigureCorrection[] | undefined;
}

/** Corrections by document; each with the id it was written for, of the document or of one of its articles. */
export type Corrections = ReadonlyMap<string, ReadonlyMap<string, Correction>>;

/** Groups what staff wrote, by id of a document or an article, by document. A number sign may also belong to the id of a document. */
export function groupCorrections(written: ReadonlyMap<string, Correction>): Corrections {
  const grouped = new Map<string, Map<string, Correction>>();
  for (const [id, correction] of written) {
    for (const documentId of new Set([id, id.replace(/#\d+$/u, '')])) {
      const own = grouped.get(documentId) ?? new Map<string, Correction>();
      grouped.set(documentId, own.set(id, correction));
    }
  }
  return grouped;
}

/** The article as staff say it is: first what holds for its document, then what holds for it alone. */
export function corrected(article: Article, corrections: Corrections | undefined): Article {
  const own = corrections?.get(article.documentId);
  if (own === undefined) return article;
  const { title, body, meeting, date, kind } = { ...stated(own.get(article.documentId)), ...stated(own.get(article.articleId)) };
  return { ...article, title: title ?? article.title, body: body ?? article.body, meeting: meeting ?? article.meeting, date: date === undefined ? article.date : date, kind: kind ?? article.kind };
}

/** What was written that concerns an article: for its document first, then for itself. */
export function statedBy(article: Article, corrections: Corrections | undefined): { correction: Correction; isOfArticle: boolean }[] {
  const own = corrections?.get(article.documentId);
  return [{ id: article.documentId, isOfArticle: false }, { id: article.articleId, isOfArticle: true }].flatMap(({ id, isOfArticle }) => {
    const correction = own?.get(id);
    return correction === undefined ? [] : [{ correction, isOfArticle }];
  });
}

function stated(correction: Correction | undefined): Correction {
  return Object.fromEntries(Object.entries(correction ?? {}).filter(([, value]) => value !== undefined));
}

/** Differs when other corrections hold for these documents; empty when none do. */
export function correctionsDigest(documentIds: readonly string[], corrections: Corrections | undefined): string {
  if (corrections === undefined || corrections.size === 0) return '';
  const own = documentIds.flatMap((id) => [...(corrections.get(id) ?? [])]);
  return own.length === 0 ? '' : sha256(JSON.stringify(own.map(([id, correction]) => [id, Object.entries(correction).sort()]).sort())).slice(0, 16);
}

/** Ids that no document and no article has; `articlesOf` gives the number of articles of a document, or undefined when it is unknown. */
export function strayCorrections(corrections: Corrections | undefined, articlesOf: (documentId: string) => number | undefined): string[] {
  const ids = new Set([...(corrections?.values() ?? [])].flatMap((own) => [...own.keys()]));
  return [...ids].sort().filter((id) => {
    const [, documentId = '', ordinal = ''] = /^(.*)#(\d+)$/su.exec(id) ?? [];
    return articlesOf(id) === undefined && !(Number(ordinal) >= 1 && Number(ordinal) <= (articlesOf(documentId) ?? 0));
  });
}
