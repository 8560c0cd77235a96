import type { ArticleHeader, LineMark } from '../../domain/corpus.js';
import { NO_FACTS, type ArticleFacts } from '../../domain/facts.js';
import { ClearError } from '../../domain/errors.js';
import { findRepairs, type Repair } from '../../language/recognition-repairs.js';
import type { CorpusReader } from '../../ports/generation.js';
import type { OpenedPassage } from '../../ports/past-passages.js';

/** An article, or one passage of it, as printed. */
export interface ShownArticle {
  header: ArticleHeader;
  /** As printed; of a passage that is cited its own words. */
  text: string;
  /** Set when a passage was asked for: whether it stands as it was cited, or when it left the index. */
  passage: { passageId: string; startLine: number; endLine: number; page: number | null; leftAtUtc: string | null } | null;
  passages: number;
  /** The people and figures that were drawn out of the article, corrections included; none of a passage alone. */
  facts: ArticleFacts;
  /** What is searched as something else than what is printed, with the line it stands on. */
  repairs: (Repair & { line: number | null })[];
}

/** Throws ClearError for an id that names nothing, or nothing that may be shown. */
export function showArticle(id: string, corpus: CorpusReader, open: (passageId: string) => OpenedPassage): ShownArticle {
  const ordinal = corpus.headers.findIndex(({ articleId }) => articleId === id);
  const header = corpus.headers[ordinal];
  if (header !== undefined) {
    const { text, lines } = corpus.article(ordinal);
    const { first, end } = corpus.rowsOfArticle(ordinal);
    return { header, text, passage: null, passages: end - first, facts: corpus.facts(ordinal), repairs: repairsOf(text, lines) };
  }
  const opened = open(id);
  if (opened.kind === 'withdrawn') throw new ClearError(`The document ${JSON.stringify(opened.documentId)} was withdrawn on ${opened.withdrawnAtUtc.slice(0, 10)}; its words are not shown. "huida corpus restore" takes it in again.`);
  if (opened.kind === 'unknown') throw new ClearError(`${JSON.stringify(id)} is no article and no passage of this index; "huida corpus show DOCUMENT" names the articles of a document.`);
  const { passage, header: own } = opened;
  const { startLine, endLine, page } = passage.place;
  return {
    header: own,
    text: passage.text,
    passage: { passageId: passage.passageId, startLine, endLine, page, leftAtUtc: opened.kind === 'past' ? opened.leftAtUtc : null },
    passages: 1,
    facts: NO_FACTS,
    repairs: repairsOf(passage.text, [{ offset: 0, line: startLine, page }]),
  };
}

function repairsOf(text: string, lines: readonly LineMark[]): ShownArticle['repairs'] {
  return findRepairs(text).map((repair) => ({ ...repair, line: lines.findLast(({ offset }) => offset <= repair.start)?.line ?? null }));
}
