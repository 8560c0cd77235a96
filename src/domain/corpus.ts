/** What a document is about: chosen by the writer of a record or recognised from a page. */
export const ARTICLE_KINDS = ['resolution', 'report', 'speech', 'minutes', 'news', 'notice', 'announcement', 'record', 'other'] as const;
export type ArticleKind = (typeof ARTICLE_KINDS)[number];

/** Where a passage stands in its source file; lines count from 1, pages from 1 or null where the format has none. */
export interface SourcePlace {
  file: string;
  page: number | null;
  /** Present where the page is that of the last layout by a word processor, and another one may lay it out otherwise. */
  pageIsApproximate?: true;
  startLine: number;
  endLine: number;
}

/** A place with its page marked as approximate where the format of the file has no fixed pages. */
export function placeWithPage(file: string, page: number | null, startLine: number, endLine: number): SourcePlace {
  return page !== null && /\.docx$/i.test(file) ? { file, page, pageIsApproximate: true, startLine, endLine } : { file, page, startLine, endLine };
}

/** What is known of an article besides its text; empty string or null where the source does not say. */
export interface ArticleHeader {
  articleId: string;
  documentId: string;
  /** Position of the article in its document, from 0. */
  ordinal: number;
  title: string;
  /** The organ that met, in the wording of the record. */
  body: string;
  /** The session, in the wording of the record. */
  meeting: string;
  /** ISO date (YYYY-MM-DD) of the decision or event, else of publication; null when unknown. */
  date: string | null;
  kind: ArticleKind;
  /** Where it was published, free text. */
  source: string;
  /** Path of the source file as given, relative to the ingested folder. */
  file: string;
}

/** One citable piece of writing. `text` is the printed text, broken lines joined. */
export interface Article extends ArticleHeader {
  text: string;
  /** For each printed line of `text`: offset in `text` where it starts, and its line number and page in the file. */
  lines: LineMark[];
}

export interface LineMark {
  /** Offset in UTF-16 units into the article's text. */
  offset: number;
  line: number;
  page: number | null;
}

/** What is embedded and cited: `text` is `article.text.slice(start, end)`. */
export interface Passage {
  passageId: string;
  articleId: string;
  /** Position in the article, from 0. */
  ordinal: number;
  start: number;
  end: number;
  text: string;
  /** Headings above the passage inside the article, outermost first, joined by " / ". */
  heading: string;
  place: SourcePlace;
}

/** A source file or a row of one, read and decoded, before articles are found in it. */
export interface RawDocument {
  documentId: string;
  format: 'md' | 'txt' | 'jsonl';
  file: string;
  /** SHA-256 of the bytes it was read from, hex. */
  digest: string;
  text: string;
  /** Line of `file` on which `text` starts (a `.jsonl` row: its line). */
  firstLine: number;
  /** True when every line of `text` stands on the one line `firstLine` of the file (a `.jsonl` row). */
  isSingleLine: boolean;
  /** From front matter or row fields. */
  given: GivenHeader;
}

/** Header fields that the source itself states. */
export interface GivenHeader {
  title?: string;
  body?: string;
  meeting?: string;
  date?: string;
  kind?: ArticleKind;
  source?: string;
}
