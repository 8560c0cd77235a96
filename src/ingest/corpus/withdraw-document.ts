import { ClearError } from '../../domain/errors.js';
import type { GenerationStore } from '../../ports/generation.js';

/**
 * Builds a generation without one document and swaps it in; nothing is read. Its words leave the index and the past passages.
 * `onLocked` runs once the build can go on, before anything is built: what keeps the document out from now on belongs there.
 * Gives the number of passages that went. Throws ClearError for an id that is not in the index.
 */
export async function withdrawDocument(documentId: string, store: GenerationStore, settings: Parameters<GenerationStore['startBuild']>[0], onLocked: (file: { path: string; sha256: string | null }) => void): Promise<number> {
  const builder = store.startBuild(settings);
  try {
    const { documents, files } = builder.known();
    const document = documents.get(documentId);
    if (document === undefined) throw new ClearError(`There is no document ${JSON.stringify(documentId)} in the index; "huida corpus list" names them.`);
    const holder = [...files.values()].find(({ documentIds }) => documentIds.includes(documentId));
    onLocked({ path: holder?.path ?? document.file, sha256: holder?.documentIds.length === 1 && /^[0-9a-f]{64}$/u.test(holder.sha256) ? holder.sha256 : null });
    for (const id of documents.keys()) if (id !== documentId) builder.carryOver(id);
    // Its file has to be read again whenever the document may come back.
    for (const file of files.values()) builder.addFile(file === holder ? { ...file, isComplete: false } : file);
    builder.forget(documentId);
    await builder.finish();
    return document.passages;
  } catch (error) {
    builder.abort();
    throw error;
  }
}
