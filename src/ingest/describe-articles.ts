import type { Article, RawDocument } from '../domain/corpus.js';
import { articleIdOf } from '../domain/ids.js';
import { countedDate, datelineDate, headDate, mastheadDate, signatureDate, yearOfPage } from './article-date.js';
import { articleKind } from './article-kind.js';
import { articleTitle, reportTitle } from './article-title.js';
import { findMeetingOf } from './article-meeting.js';
import { nameInFull, placesOfPage } from './place-of-page.js';
import type { ArticleDraft } from './split-articles.js';

/** Title, body, meeting, date and kind of every article of a document, from what is given and what is printed. */
export function describeArticles(drafts: readonly ArticleDraft[], document: RawDocument): Article[] {
  const { given, format } = document;
  const isWhole = drafts.length === 1;
  const published = format === 'txt' ? mastheadDate(document.text) : null;
  const year = format !== 'txt' ? null : published !== null ? Number(published.slice(0, 4)) : yearOfPage(document.text);
  const places = format === 'txt' ? placesOfPage(document.text) : new Map<string, string>();
  return drafts.map((draft, ordinal) => {
    const printed = (isWhole ? given.title : undefined) ?? articleTitle(draft.heading, given.title ?? document.file);
    const kind = given.kind ?? articleKind(printed, draft.text, format);
    const found = findMeetingOf({ title: printed, heading: draft.heading, text: draft.text, kind });
    const date = dateOf(draft, printed, document, year) ?? published ?? countedDate(draft.text, year);
    const title = given.title === undefined ? reportTitle(printed, found.body, date) : printed;
    return {
      articleId: articleIdOf(document.documentId, ordinal),
      documentId: document.documentId,
      ordinal,
      title,
      body: given.body ?? nameInFull(found.body, places),
      meeting: given.meeting ?? nameInFull(found.meeting, places),
      date,
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
