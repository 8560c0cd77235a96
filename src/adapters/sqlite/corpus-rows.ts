import { placeWithPage, type Article, type ArticleHeader, type ArticleKind, type LineMark, type Passage } from '../../domain/corpus.js';
import type { ArticleFacts, PersonInOffice, StatedFigure } from '../../domain/facts.js';
import type { KnownDocument, KnownFile } from '../../ports/generation.js';
import type { SqlRow, SqlValue } from './driver.js';

// Between the tables of `corpus-schema.ts` and the types of the domain.

export function headerOfRow(row: SqlRow): ArticleHeader {
  return {
    articleId: row.article_id as string,
    documentId: row.document_id as string,
    ordinal: row.ordinal_in_document as number,
    title: row.title as string,
    body: row.body as string,
    meeting: row.meeting as string,
    date: row.date_iso as string | null,
    kind: row.kind as ArticleKind,
    source: row.source as string,
    file: row.file as string,
  };
}

/** Values for `INSERT INTO articles`, in the order of its columns. */
export function articleValues(article: ArticleHeader, articleOrdinal: number, firstRow: number, endRow: number): SqlValue[] {
  const { articleId, documentId, ordinal, title, body, meeting, date, kind, source, file } = article;
  return [articleOrdinal, articleId, documentId, ordinal, title, body, meeting, date, kind, source, file, firstRow, endRow];
}

export function passageOfRow(row: SqlRow, articleId: string): Passage {
  return {
    passageId: row.passage_id as string,
    articleId,
    ordinal: row.ordinal_in_article as number,
    start: row.start_offset as number,
    end: row.end_offset as number,
    text: row.text as string,
    heading: row.heading as string,
    place: placeWithPage(row.place_file as string, row.place_page as number | null, row.place_start_line as number, row.place_end_line as number),
  };
}

/** Values for `INSERT INTO passages`, in the order of its columns. */
export function passageValues(passage: Passage, row: number, articleOrdinal: number): SqlValue[] {
  const { passageId, ordinal, start, end, heading, text, place } = passage;
  return [row, passageId, articleOrdinal, ordinal, start, end, heading, text, place.file, place.page, place.startLine, place.endLine];
}

/** Line marks as one flat list of numbers, a missing page as 0: a third of the size of objects. */
export function linesJson(article: Article): string {
  return JSON.stringify(article.lines.flatMap(({ offset, line, page }) => [offset, line, page ?? 0]));
}

export function linesOfJson(json: string): LineMark[] {
  const numbers = JSON.parse(json) as number[];
  return Array.from({ length: numbers.length / 3 }, (_, place) => {
    const [offset = 0, line = 0, page = 0] = numbers.slice(place * 3, place * 3 + 3);
    return { offset, line, page: page === 0 ? null : page };
  });
}

/** What was drawn out of an article, as lists without the names of their fields: a third of the size. Null where it is nothing. */
export function factsValues(facts: ArticleFacts | undefined): [string, string] | null {
  if (facts === undefined || facts.people.length + facts.figures.length === 0) return null;
  const people = facts.people.map(({ name, office, state, asOf, line }) => [name, office, state, asOf, line]);
  const figures = facts.figures.map(({ printed, value, upTo, unit, bound, subject, change, kind, period, line }) => [printed, value, upTo, unit, bound, subject, change, kind, period, line]);
  return [JSON.stringify(people), JSON.stringify(figures)];
}

export function factsOfRow(row: SqlRow): ArticleFacts {
  const people = JSON.parse(row.people_json as string) as [string, string, PersonInOffice['state'], string | null, number | null][];
  const figures = JSON.parse(row.figures_json as string) as [string, number, number, string, StatedFigure['bound'], string, StatedFigure['change'], StatedFigure['kind'], string, number | null][];
  return {
    people: people.map(([name, office, state, asOf, line]) => ({ name, office, state, asOf, line })),
    figures: figures.map(([printed, value, upTo, unit, bound, subject, change, kind, period, line]) => ({ printed, value, upTo, unit, bound, subject, change, kind, period, line })),
  };
}

export function knownDocumentOf(row: SqlRow): KnownDocument {
  return {
    documentId: row.document_id as string,
    file: row.file as string,
    digest: row.digest_sha256 as string,
    articles: (row.end_article as number) - (row.first_article as number),
    passages: row.passages as number,
  };
}

export function knownFileOf(row: SqlRow, documentIds: string[]): KnownFile {
  const skipped = JSON.parse(row.skipped_json as string) as [string, string][];
  return {
    path: row.path as string,
    file: row.file as string,
    bytes: row.bytes as number,
    sha256: row.sha256 as string,
    reader: row.reader as string,
    isComplete: row.is_complete === 1,
    skipped: skipped.map(([file, reason]) => ({ file, reason })),
    documentIds,
  };
}
