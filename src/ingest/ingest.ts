import type { RawDocument } from '../domain/corpus.js';
import type { Embedder } from '../ports/embedder.js';
import type { GenerationInfo, GenerationStore } from '../ports/generation.js';
import type { DocumentSource } from '../ports/document-source.js';

/** What ingest needs from outside. */
export interface IngestPorts {
  source: DocumentSource;
  store: GenerationStore;
  embedder: Embedder;
  /** Called after each document; `total` counts documents found, or null while unknown. */
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

/** Reads what `paths` names into a new generation and swaps it in. Throws ClearError when nothing can be read or written. */
export async function ingest(paths: readonly string[], ports: IngestPorts): Promise<IngestSummary> {
  void ports;
  throw new Error(`not built yet: ${paths.join(' ')} ${'' satisfies RawDocument['file']}`);
}
