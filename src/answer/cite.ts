import type { Citation, PassageView } from '../domain/answer.js';
import type { CorpusReader, StoredPassage } from '../ports/generation.js';
import type { Cut } from './compose/draft.js';

/** A cut with the passage it stands in; a cut over a passage border becomes two. */
export interface CitedCut {
  text: string;
  passage: StoredPassage;
  /** Words of ours before the quoted ones. */
  label?: string;
}

/** Finds the passages of each cut; what stands between passages (white space) is dropped. */
export function locate(cuts: readonly Cut[], corpus: CorpusReader): CitedCut[] {
  return cuts.flatMap((cut) => {
    const { first, end } = corpus.rowsOfArticle(cut.article);
    const rows: number[] = [];
    for (let row = first; row < end; row++) rows.push(row);
    let label = cut.label;
    return corpus.passages(rows).flatMap((stored) => {
      const passage = onItsPage(stored, cut, corpus);
      const start = Math.max(cut.start, passage.start);
      const stop = Math.min(cut.end, passage.end);
      const text = passage.text.slice(start - passage.start, stop - passage.start).trim();
      if (stop <= start || text === '') return [];
      const cited: CitedCut = label === undefined ? { text, passage } : { text, passage, label };
      label = undefined;
      return [cited];
    });
  });
}

/** A passage may run over the turn of a page: the page that is cited is the one on which the quoted words begin. */
function onItsPage(passage: StoredPassage, cut: Cut, corpus: CorpusReader): StoredPassage {
  if (passage.place.page === null) return passage;
  const start = Math.max(cut.start, passage.start);
  const page = corpus.article(cut.article).lines.findLast(({ offset }) => offset <= start)?.page ?? passage.place.page;
  return page === passage.place.page ? passage : { ...passage, place: { ...passage.place, page } };
}

/** Joins cited cuts into the answer's text and its numbered citations; one marker a passage, however often it speaks. */
export function cite(cuts: readonly CitedCut[]): { answer: string; citations: Citation[] } {
  const citations: Citation[] = [];
  const parts: string[] = [];
  for (const [index, { text, passage, label }] of cuts.entries()) {
    let citation = citations.find(({ passageId }) => passageId === passage.passageId);
    if (citation === undefined) {
      citation = { ...viewOf(passage), marker: citations.length + 1, quote: text };
      citations.push(citation);
    }
    const isLastOfPassage = label !== undefined || cuts[index + 1]?.passage.passageId !== passage.passageId;
    parts.push((label ?? '') + (isLastOfPassage ? `${text} [${String(citation.marker)}]` : text));
  }
  return { answer: parts.join('\n'), citations };
}

/** A stored passage as shown to a reader. */
export function viewOf(passage: StoredPassage): PassageView {
  const { header } = passage;
  return {
    passageId: passage.passageId,
    articleId: passage.articleId,
    documentId: header.documentId,
    title: header.title,
    body: header.body,
    meeting: header.meeting,
    date: header.date,
    source: passage.place,
    text: passage.text,
  };
}
