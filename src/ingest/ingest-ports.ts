import type { DocumentSource } from '../ports/document-source.js';
import type { Embedder } from '../ports/embedder.js';
import type { GenerationInfo, GenerationStore } from '../ports/generation.js';
import type { Corrections } from './corrections.js';
import type { SplitLongText } from './prepare-document.js';

/** What ingest needs from outside. */
export interface IngestPorts {
  source: DocumentSource;
  store: GenerationStore;
  embedder: Embedder;
  /** Documents that staff took out, by id, with the time (ISO): they stay out. Default: none. */
  withdrawn?: ReadonlyMap<string, string>;
  /** SHA-256 of whole files that were withdrawn, with the id of their document: under another name they stay out too. */
  withdrawnContents?: ReadonlyMap<string, string>;
  /** What staff say of documents and articles. Default: nothing. */
  corrections?: Corrections;
  /** Cuts sentences longer than a passage; without it they are cut at a fixed length. */
  splitLongText?: SplitLongText;
  /** Called after each document, then while the vector index is built. */
  onProgress?: (progress: IngestProgress) => void;
}

export interface IngestProgress {
  stage: 'reading' | 'indexing';
  /** Bytes of changed files while reading; vectors while indexing. */
  done: number;
  total: number;
  /** File that was read last, empty while indexing. */
  file: string;
}

export interface SkippedFile {
  file: string;
  /** One clear sentence. */
  reason: string;
}

export interface IngestSummary {
  generation: GenerationInfo;
  documents: number;
  articles: number;
  passages: number;
  /** Documents whose id is new. */
  added: number;
  /** Documents that were read again under the id they had. */
  changed: number;
  /** Documents taken over as they were, those of other folders among them. */
  unchanged: number;
  /** Documents that were in the index and are not any more: deleted, renamed or withdrawn. */
  removed: number;
  skipped: SkippedFile[];
  durationMs: number;
}
