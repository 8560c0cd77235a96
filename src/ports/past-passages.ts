import type { ArticleHeader, Passage } from '../domain/corpus.js';

/** A passage that stood in the index once: what was cited can still be read. */
export interface PastPassage {
  passage: Passage;
  /** Of its article as it stood then. */
  header: ArticleHeader;
  /** When it left the index, ISO. */
  leftAtUtc: string;
}

/** What became of a passage that somebody cites. */
export type OpenedPassage =
  | { kind: 'current'; passage: Passage; header: ArticleHeader }
  /** Its document changed or is gone. */
  | ({ kind: 'past' } & PastPassage)
  /** Staff withdrew its document: its words are not shown any more. */
  | { kind: 'withdrawn'; documentId: string; withdrawnAtUtc: string }
  | { kind: 'unknown' };

/** The passage alone, without what its generation knows of it. */
export function passageOf({ passageId, articleId, ordinal, start, end, text, heading, place }: Passage): Passage {
  return { passageId, articleId, ordinal, start, end, text, heading, place };
}
