import type { ArticleHeader, LineMark } from '../domain/corpus.js';
import { readAll, type DocumentSource } from '../ports/document-source.js';
import type { PersonalDataKind } from '../language/personal-data.js';
import { articlesOf } from './prepare-document.js';
import { personalSpans } from './screen-personal-data.js';

/** One run of characters that would be masked. */
export interface ScreenedSpan {
  file: string;
  articleId: string;
  title: string;
  /** Line and page in the file; null for a span of the title. */
  line: number | null;
  page: number | null;
  kind: PersonalDataKind;
  /** As printed: for the eyes of staff only. */
  found: string;
  /** Up to 20 characters on both sides, all that would be masked in them masked. */
  context: string;
}

export interface ScreeningReport {
  documents: number;
  articles: number;
  /** The articles that were found, in order. */
  listed: Pick<ArticleHeader, 'title' | 'body' | 'meeting' | 'date'>[];
  spans: ScreenedSpan[];
  skipped: { file: string; reason: string }[];
}

const CONTEXT_CHARS = 20;

/** Reads what `paths` names and says what would be masked; nothing is indexed or kept. Throws ClearError when a path cannot be read. */
export async function screenDocuments(paths: readonly string[], source: DocumentSource): Promise<ScreeningReport> {
  const report: ScreeningReport = { documents: 0, articles: 0, listed: [], spans: [], skipped: [] };
  for await (const item of readAll(source, paths)) {
    if (item.kind === 'skipped') {
      report.skipped.push(item.skipped);
      continue;
    }
    report.documents++;
    for (const article of articlesOf(item.document)) {
      report.articles++;
      const masked = personalSpans(article);
      const about = { file: article.file, articleId: article.articleId };
      const title = maskedWith(article.title, masked.title);
      report.listed.push({ title, body: article.body, meeting: article.meeting, date: article.date });
      for (const { kind, start, end } of merged(masked.title)) report.spans.push({ ...about, title, line: null, page: null, kind, found: article.title.slice(start, end), context: title });
      const text = maskedWith(article.text, masked.text);
      for (const { kind, start, end } of merged(masked.text)) {
        const { line, page } = markAt(article.lines, start);
        const context = text.slice(Math.max(0, start - CONTEXT_CHARS), end + CONTEXT_CHARS).replace(/\s+/g, ' ');
        report.spans.push({ ...about, title, line, page, kind, found: article.text.slice(start, end), context });
      }
    }
  }
  return report;
}

interface Span {
  kind: PersonalDataKind;
  start: number;
  end: number;
}

/** Overlapping runs are one; the first tells the kind. */
function merged(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last !== undefined && span.start < last.end) last.end = Math.max(last.end, span.end);
    else joined.push({ ...span });
  }
  return joined;
}

function maskedWith(text: string, spans: readonly Span[]): string {
  let masked = text;
  for (const { start, end } of spans) masked = masked.slice(0, start) + masked.slice(start, end).replace(/\S/g, '＊') + masked.slice(end);
  return masked;
}

function markAt(lines: readonly LineMark[], offset: number): { line: number | null; page: number | null } {
  const mark = lines.findLast((each) => each.offset <= offset);
  return { line: mark?.line ?? null, page: mark?.page ?? null };
}
