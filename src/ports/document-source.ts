import type { RawDocument } from '../domain/corpus.js';

/** A file that could not be taken, with one clear sentence why. */
export interface UnreadFile {
  file: string;
  reason: string;
}

export type SourceItem = { kind: 'document'; document: RawDocument } | { kind: 'skipped'; skipped: UnreadFile };

/** Reads files and folders into decoded documents, in a stable order. */
export interface DocumentSource {
  /**
   * Every document under `paths`, one at a time.
   * Throws ClearError (exit code 1) when a path does not exist or cannot be read.
   */
  read(paths: readonly string[]): AsyncIterable<SourceItem>;
}
