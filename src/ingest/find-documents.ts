import { basename, resolve } from 'node:path';
import type { RawDocument } from '../domain/corpus.js';
import type { DocumentSource } from '../ports/document-source.js';
import type { KnownDocument } from '../ports/generation.js';
import { isUnder, originOf } from './document-origin.js';
import { fingerprint } from './prepare-document.js';

/** A document under an id that no other document of the new generation has. */
export interface FoundDocument {
  document: RawDocument;
  /** Absolute path of its file. */
  origin: string;
}

/**
 * The documents under `paths`, each once however often it is named. Files of two folders may have the same name: the
 * second gets its folder's name in front. The id of a row is a promise to whoever wrote it: a second row of that id is skipped.
 */
export async function* findDocuments(
  paths: readonly string[],
  source: DocumentSource,
  known: ReadonlyMap<string, KnownDocument>,
  skip: (file: string, reason: string) => void,
): AsyncGenerator<FoundDocument> {
  const places = new Set<string>();
  const taken = new Map<string, string>();
  const isFree = (id: string, document: RawDocument, origin: string): boolean => {
    const holder = known.get(id);
    return !taken.has(id) && (holder === undefined || document.format === 'jsonl' || holder.file === origin || paths.some((path) => isUnder(holder.file, path)) || holder.digest === fingerprint({ ...document, documentId: id }));
  };
  for (const path of paths) {
    for await (const item of source.read([path])) {
      if (item.kind === 'skipped') {
        skip(item.skipped.file, item.skipped.reason);
        continue;
      }
      const { document } = item;
      const origin = originOf(path, document.file);
      const place = `${origin}:${String(document.firstLine)}`;
      if (places.has(place)) continue;
      places.add(place);
      const names = document.format === 'jsonl' ? [document.documentId] : [document.documentId, `${basename(resolve(path))}/${document.documentId}`, origin];
      const documentId = names.find((name) => isFree(name, document, origin));
      if (documentId === undefined) {
        skip(`${document.file}:${String(document.firstLine)}`, `The id ${JSON.stringify(document.documentId)} is already that of ${taken.get(document.documentId) ?? 'another document'}; the first one counts, give this one an id of its own.`);
        continue;
      }
      taken.set(documentId, document.format === 'jsonl' ? `line ${String(document.firstLine)} of ${document.file}` : document.file);
      yield { document: { ...document, documentId }, origin };
    }
  }
}
