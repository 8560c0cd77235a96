import type { Article, ArticleHeader, Passage } from '../domain/corpus.js';
import type { ArticleFacts } from '../domain/facts.js';
import type { PastPassage } from './past-passages.js';

/** What one index generation says of itself; also the head of its manifest. */
export interface GenerationInfo {
  /** Sortable by time: `g` + UTC stamp + suffix. */
  id: string;
  createdAtUtc: string;
  /** Name of the embedder that made the vectors. */
  embeddingModel: string;
  dimension: number;
  metric: 'cosine';
  /** Version of the tokeniser and passage cutter; another version means rebuild. */
  textVersion: string;
  counts: { documents: number; articles: number; passages: number };
}

/** A row is the dense ordinal of a passage in its generation: the same in the store, the lexical and the vector index. */
export interface ScoredRow {
  row: number;
  /** Higher is better. */
  score: number;
}

export interface QueryTerm {
  term: string;
  /** Factor on the term's BM25 contribution. */
  weight: number;
}

export interface StoredPassage extends Passage {
  row: number;
  header: ArticleHeader;
}

/** Text and headers of a generation. All reads are synchronous and local. */
export interface CorpusReader {
  readonly passageCount: number;
  /** Every article's header, in dense article order; held in memory. */
  readonly headers: readonly ArticleHeader[];
  /** Dense article ordinal (index into `headers`) of a passage row. */
  articleOfRow(row: number): number;
  /** First row and one past the last row of the article at this dense ordinal. */
  rowsOfArticle(articleOrdinal: number): RowRange;
  /** In the order asked. They are shared between questions, so nobody may change them. */
  passages(rows: readonly number[]): StoredPassage[];
  passageById(passageId: string): StoredPassage | null;
  /** The whole article; undefined ordinal throws. */
  article(articleOrdinal: number): Article;
  /** The people with their offices and the figures that were drawn out of it; undefined ordinal throws. */
  facts(articleOrdinal: number): ArticleFacts;
}

/** Rows from `first` to before `end`. */
export interface RowRange {
  first: number;
  end: number;
}

/** BM25 over terms. */
export interface LexicalIndex {
  /** The best rows of all by falling score, and the best `also.limit` of the rows in `also.ranges` with them, each row once. */
  search(terms: readonly QueryTerm[], limit: number, also?: { ranges: readonly RowRange[]; limit: number }): ScoredRow[];
  /** Number of passages that hold the term; 0 when unknown. */
  passageFrequency(term: string): number;
}

export interface VectorIndex {
  /** `hnsw` where the native module is there, else `exact`. */
  readonly kind: 'hnsw' | 'exact';
  /** Rows by falling cosine. Refuses a vector of another dimension or with a non-finite component. */
  search(vector: Float32Array, limit: number): ScoredRow[];
}

/** An opened generation: checked against its manifest, ready to be asked. */
export interface Generation {
  readonly info: GenerationInfo;
  readonly corpus: CorpusReader;
  readonly lexical: LexicalIndex;
  readonly vectors: VectorIndex;
  close(): void;
}

/** What ingest hands over for one document. Passages of all articles in order; `terms` and `vectors` run parallel to them. */
export interface IndexedDocument {
  documentId: string;
  /** Absolute path; of a member of an archive with the member's path behind that of the archive. */
  file: string;
  /** Absolute path of the file that was read. */
  sourceFile: string;
  digest: string;
  articles: Article[];
  /** What was drawn out of each article; runs parallel to them. */
  facts: ArticleFacts[];
  passages: Passage[];
  /** Index terms of each passage (header and text), repeated as often as they occur. */
  terms: string[][];
  /** One unit vector of `dimension` a passage. */
  vectors: Float32Array[];
}

/** What a generation remembers of a document, to tell what changed. */
export interface KnownDocument {
  documentId: string;
  file: string;
  digest: string;
  articles: number;
  passages: number;
}

/** What a generation remembers of a file that was read, so that it need not be read again. */
export interface KnownFile {
  /** Absolute. */
  path: string;
  /** As readers see it. */
  file: string;
  bytes: number;
  sha256: string;
  /** Versions of everything that decides what becomes of the bytes. */
  reader: string;
  /** False when the same bytes may give other documents next time. */
  isComplete: boolean;
  /** What of it was left out, with the reasons. */
  skipped: { file: string; reason: string }[];
  /** In the order of the generation. */
  documentIds: string[];
}

/** What a generation knows of what was read into it; empty when there is none usable. */
export interface KnownCorpus {
  info: GenerationInfo | null;
  /** By id. */
  documents: ReadonlyMap<string, KnownDocument>;
  /** By path. */
  files: ReadonlyMap<string, KnownFile>;
}

/** Builds one generation beside the live one. Nothing is visible before `finish`. */
export interface GenerationBuilder {
  /** Of the generation that was live when the build began. */
  known(): KnownCorpus;
  /** Remembers a file that was read; each once. */
  addFile(file: Omit<KnownFile, 'documentIds'>): void;
  add(document: IndexedDocument): void;
  /** Takes a document over unchanged from the generation that was live when the build began. */
  carryOver(documentId: string): void;
  /** Its passages will not open any more: they are not kept as past ones, and those that were kept are erased. */
  forget(documentId: string): void;
  /**
   * Writes, syncs, re-reads, checks and swaps by rename; returns the new generation's head. Passages of the live generation that
   * are not in this one are kept as past passages before the swap.
   * `onIndexed` hears how many of the vectors are in the vector index, the slowest part.
   */
  finish(onIndexed?: (done: number, total: number) => void): Promise<GenerationInfo>;
  /** Removes every trace of the build. */
  abort(): void;
}

/** The folder of generations of one data folder. */
export interface GenerationStore {
  /**
   * Opens the live generation. `absent`: none was built yet. `refused`: it is damaged, foreign or half-written;
   * `reason` is one clear sentence.
   */
  openLive(expected: { embeddingModel: string; dimension: number; textVersion: string }): OpenOutcome;
  /** What the live generation knows, empty when there is none usable. */
  known(expected: { embeddingModel: string; dimension: number; textVersion: string }): KnownCorpus;
  /** A passage that left the index. */
  pastPassage(passageId: string): PastPassage | null;
  /** Takes the build lock of the data folder; throws ClearError when another process holds it. */
  startBuild(settings: { embeddingModel: string; dimension: number; textVersion: string }): GenerationBuilder;
}

export type OpenOutcome =
  | { kind: 'open'; generation: Generation }
  | { kind: 'absent' }
  | { kind: 'refused'; reason: string };
