import type { RawDocument } from '../domain/corpus.js';
import type { SourceItem } from '../ports/document-source.js';
import type { KnownCorpus, KnownDocument, KnownFile } from '../ports/generation.js';
import type { IngestPorts } from './ingest-ports.js';
import { isUnder } from './is-under.js';
import { fingerprint } from './prepare-document.js';
import { readerOf, type SurveyedFile } from './survey-files.js';

/** What the new generation will remember of a file; filled while its documents are read. */
export type FileRecord = Omit<KnownFile, 'documentIds'>;

/** A document under an id that no other document of the new generation has. */
export interface FoundDocument {
  kind: 'document';
  document: RawDocument;
  /** Absolute path of its file; of a member of an archive with the member's path behind it. */
  origin: string;
  record: FileRecord;
}

/** Next in order: a document to prepare, documents to take over, or a file that is done. */
export type Found = FoundDocument | { kind: 'carried'; documentIds: readonly string[]; file: string } | { kind: 'file'; record: FileRecord };

/**
 * The documents of the surveyed files, each under an id of its own: the one it had before, else its path. Files of two folders
 * may have the same name: the second gets its folder's name in front. The id of a row is a promise to whoever wrote it: a second
 * row of that id is skipped.
 */
export async function* findDocuments(paths: readonly string[], files: readonly SurveyedFile[], { source, withdrawn, withdrawnContents, corrections }: Pick<IngestPorts, 'source' | 'withdrawn' | 'withdrawnContents' | 'corrections'>, known: KnownCorpus): AsyncGenerator<Found> {
  const unchanged = new Set(files.flatMap(({ unchanged: before }) => before?.documentIds ?? []));
  const taken = new Map([...unchanged].map((id) => [id, known.documents.get(id)?.file ?? 'an unchanged file']));
  const idBefore = new Map([...known.documents.values()].map(({ documentId, file }) => [file, documentId]));

  for (const { file, folderName, unchanged: before } of files) {
    if (before !== null) {
      yield { kind: 'carried', documentIds: before.documentIds, file: file.file };
      yield { kind: 'file', record: before };
      continue;
    }
    const { bytes, sha256, items } = await source.open(file);
    const record: FileRecord = { path: file.path, file: file.file, bytes, sha256: sha256 ?? '', reader: '', isComplete: sha256 !== null, skipped: [] };
    const own: string[] = [];
    for await (const item of items as AsyncIterable<SourceItem>) {
      if (item.kind === 'skipped') {
        skip(record, item.skipped);
        continue;
      }
      const { document } = item;
      const origin = file.path + document.file.slice(file.file.length);
      const names = document.format === 'jsonl' ? [document.documentId] : [idBefore.get(origin), document.documentId, `${folderName}/${document.documentId}`, origin];
      const documentId = names.find((name) => name !== undefined && isFree(name, document, origin));
      if (documentId === undefined) {
        skip(record, { file: `${document.file}:${String(document.firstLine)}`, reason: `The id ${JSON.stringify(document.documentId)} is already that of ${taken.get(document.documentId) ?? 'another document'}; the first one counts, give this one an id of its own.`, isRetried: true });
        continue;
      }
      taken.set(documentId, document.format === 'jsonl' ? `line ${String(document.firstLine)} of ${document.file}` : document.file);
      const withdrawnId = withdrawn?.has(documentId) ? documentId : withdrawnContents?.get(document.digest);
      if (withdrawnId !== undefined) {
        const day = withdrawn?.get(withdrawnId)?.slice(0, 10) ?? '';
        skip(record, { file: document.file, reason: `Document ${JSON.stringify(withdrawnId)} was withdrawn on ${day}; "huida corpus restore" takes it in again.`, isRetried: true });
        continue;
      }
      own.push(documentId);
      yield { kind: 'document', document: { ...document, documentId }, origin, record };
    }
    yield { kind: 'file', record: { ...record, reader: readerOf(source, own, corrections) } };
  }

  function isFree(id: string, document: RawDocument, origin: string): boolean {
    if (taken.has(id)) return false;
    const holder: KnownDocument | undefined = known.documents.get(id);
    // A document under these paths that is not unchanged gives its id up, or asks for it again itself.
    return holder === undefined || document.format === 'jsonl' || holder.file === origin || paths.some((path) => isUnder(holder.file, path)) || holder.digest === fingerprint({ ...document, documentId: id }, corrections);
  }
}

/** `isRetried`: the same bytes may do better next time, so the file is read again then. */
export function skip(record: FileRecord, { file, reason, isRetried }: { file: string; reason: string; isRetried?: true }): void {
  record.skipped.push({ file, reason });
  if (isRetried) record.isComplete = false;
}
