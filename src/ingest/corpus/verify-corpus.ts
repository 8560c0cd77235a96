import type { KnownCorpus } from '../../ports/generation.js';

export interface CorpusCheck {
  files: number;
  documents: number;
  /** One sentence each; empty when all is well. */
  problems: string[];
}

/**
 * Compares what the index remembers with the files as they stand and with the list of withdrawn documents.
 * `digestOf` gives the SHA-256 of a file of that size, or null when it is not there or has another size.
 */
export function verifyCorpus({ documents, files }: KnownCorpus, withdrawn: ReadonlyMap<string, string>, digestOf: (file: { path: string; bytes: number }) => string | null): CorpusCheck {
  const problems: string[] = [];
  const owned = new Set([...files.values()].flatMap(({ documentIds }) => documentIds));
  for (const { path, bytes, sha256, documentIds } of files.values()) {
    if (documentIds.length > 0 && digestOf({ path, bytes }) !== sha256) problems.push(`${path} is gone or changed since it was read; run "huida ingest" for its folder.`);
  }
  for (const { documentId } of documents.values()) {
    if (!owned.has(documentId)) problems.push(`Document ${documentId} belongs to no file that was read; run "huida ingest" for its folder.`);
    if (withdrawn.has(documentId)) problems.push(`Document ${documentId} was withdrawn and is still in the index; run "huida corpus withdraw" for it again.`);
  }
  return { files: files.size, documents: documents.size, problems };
}
