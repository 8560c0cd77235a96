import { ClearError } from '../../domain/errors.js';
import type { GenerationStore } from '../../ports/generation.js';

/** What was taken out of the index. */
export interface WithdrawnDocument {
  documentId: string;
  passages: number;
}

/**
 * Builds a generation without some documents and swaps it in; nothing is read. Their words leave the index and the past passages.
 * `onLocked` runs once the build can go on, before anything is built, with the file of each: what keeps them out from now on
 * belongs there. Throws ClearError for an id that is not in the index.
 */
export async function withdrawDocuments(documentIds: readonly string[], store: GenerationStore, settings: Parameters<GenerationStore['startBuild']>[0], onLocked: (files: Map<string, { path: string; sha256: string | null }>) => void): Promise<WithdrawnDocument[]> {
  const builder = store.startBuild(settings);
  try {
    const { documents, files } = builder.known();
    const withdrawn = documentIds.map((documentId) => {
      const document = documents.get(documentId);
      if (document === undefined) throw new ClearError(`There is no document ${JSON.stringify(documentId)} in the index; "huida corpus list" names them.`);
      return document;
    });
    const gone = new Set(documentIds);
    const holders = new Map(withdrawn.map(({ documentId }) => [documentId, [...files.values()].find((file) => file.documentIds.includes(documentId))]));
    onLocked(new Map(withdrawn.map(({ documentId, file }) => {
      const holder = holders.get(documentId);
      return [documentId, { path: holder?.path ?? file, sha256: holder?.documentIds.length === 1 && /^[0-9a-f]{64}$/u.test(holder.sha256) ? holder.sha256 : null }];
    })));
    for (const id of documents.keys()) if (!gone.has(id)) builder.carryOver(id);
    // Their files have to be read again whenever a document may come back.
    const reread = new Set(holders.values());
    for (const file of files.values()) builder.addFile(reread.has(file) ? { ...file, isComplete: false } : file);
    for (const id of gone) builder.forget(id);
    await builder.finish();
    return withdrawn.map(({ documentId, passages }) => ({ documentId, passages }));
  } catch (error) {
    builder.abort();
    throw error;
  }
}
