import type { Article, RawDocument } from '../domain/corpus.js';
import { articleIdOf } from '../domain/ids.js';
import { datelineDate, headDate, mastheadDate, signatureDate, yearOfPage } from './article-date.js';
import { articleKind } from './article-kind.js';
import { articleTitle } from './article-title.js';
import { findMeetingOf } from './article-meeting.js';
import type { ArticleDraft } from './split-articles.js';

/** Title, body, meeting, date and kind of every article of a document, from what is given and what is printed. */
export function describeArticles(drafts: readonly ArticleDraft[], document: RawDocument): Article[] {
  const { given, format } = document;
  const isWhole = drafts.length === 1;
  const published = format === 'txt' ? mastheadDate(document.text) : null;
  const year = format !== 'txt' ? null : published !== null ? Number(published.slice(0, 4)) : yearOfPage(document.text);
  return drafts.map((draft, ordinal) => {
    const title = (isWhole ? given.title : undefined) ?? articleTitle(draft.heading, given.title ?? document.file);
    const kind = given.kind ?? articleKind(title, draft.text, format);
    const found = findMeetingOf({ title, heading: draft.heading, text: draft.text, kind });
    return {
      articleId: articleIdOf(document.documentId, ordinal),
      documentId: document.documentId,
      ordinal,
      title,
      body: given.body ?? found.body,
      meeting: given.meeting ?? found.meeting,
      date: dateOf(draft, title, document, year) ?? published,
      kind,
      source: given.source ?? '',
      file: document.file,
      text: draft.text,
      lines: draft.lines,
    };
  });
}

/**
 * Front matter is a person's word and stands. Otherwise the printed dateline is the day of the decision, a row's date
 * may be the day of publication, and a day named at the head of the text is the weakest witness.
 */
function dateOf(draft: ArticleDraft, title: string, document: RawDocument, year: number | null): string | null {
  const { given, format } = document;
  if (format === 'md' && given.date !== undefined) return given.date;
  const body = draft.text.split('\n').slice(draft.headingLines).join('\n');
  return datelineDate(draft.heading, draft.text) ?? given.date ?? signatureDate(draft.text) ?? headDate(body, year) ?? headDate(title, year);
}
