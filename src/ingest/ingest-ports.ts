import type { DocumentSource } from '../ports/document-source.js';
import type { Embedder } from '../ports/embedder.js';
import type { GenerationInfo, GenerationStore } from '../ports/generation.js';
import type { SplitLongText } from './prepare-document.js';

/** What ingest needs from outside. */
export interface IngestPorts {
  source: DocumentSource;
  store: GenerationStore;
  embedder: Embedder;
  /** Cuts sentences longer than a passage; without it they are cut at a fixed length. */
  splitLongText?: SplitLongText;
  /**
   * Called after each document; `total` is null because folders are read as they are walked. Then called while the vector
   * index is built, with vectors as the count and `vector index` as the file.
   */
  onProgress?: (done: number, total: number | null, file: string) => void;
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
  /** Documents taken over because their digest did not change. */
  unchanged: number;
  skipped: SkippedFile[];
  durationMs: number;
}
