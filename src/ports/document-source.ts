import type { RawDocument } from '../domain/corpus.js';

/** A file that could not be taken, with one clear sentence why. */
export interface UnreadFile {
  file: string;
  reason: string;
  /** Set where the same bytes may do better next time (a program is missing): the file is then tried again. */
  isRetried?: true;
}

export type SourceItem = { kind: 'document'; document: RawDocument } | { kind: 'skipped'; skipped: UnreadFile };

/** A file of a format that is read, before anything of it is read. */
export interface SourceFile {
  /** Absolute. */
  path: string;
  /** As readers see it: relative to the ingested folder, or the name of a file that was named itself. */
  file: string;
  bytes: number;
  /** True when somebody gave this very path: failing to open it is then an error and no line in the summary. */
  isNamed: boolean;
  /** Where it must lie once its folder's links are resolved; null for a path that was named itself, which may be a link. */
  realPath: string | null;
}

export type ListedFile = { kind: 'file'; file: SourceFile } | { kind: 'skipped'; skipped: UnreadFile };

/** A file that was read; its documents are found while `items` is walked. */
export interface OpenedFile {
  bytes: number;
  /** Of the bytes that were read; null when they were not (too large, no permission): another try may do better. */
  sha256: string | null;
  items: AsyncIterable<SourceItem> | Iterable<SourceItem>;
}

/** Reads files and folders into decoded documents, in a stable order. */
export interface DocumentSource {
  /** Another version may read other documents from the same bytes. */
  readonly version: string;
  /** The files under `paths`, in order. Throws ClearError (exit code 1) when a path does not exist or cannot be read. */
  list(paths: readonly string[]): AsyncIterable<ListedFile>;
  /** SHA-256 of the file as it stands; null when it is not there any more, or not as it was listed. */
  digest(file: SourceFile): string | null;
  /** Throws ClearError for a file that was named itself and cannot be read. */
  open(file: SourceFile): Promise<OpenedFile>;
}

/** Every document and every file left out under `paths`, whether it was read before or not. */
export async function* readAll(source: DocumentSource, paths: readonly string[]): AsyncGenerator<SourceItem> {
  for await (const listed of source.list(paths)) {
    if (listed.kind === 'skipped') yield listed;
    else yield* (await source.open(listed.file)).items;
  }
}
