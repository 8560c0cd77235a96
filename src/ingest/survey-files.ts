import { setImmediate as nextTurn } from 'node:timers/promises';
import type { DocumentSource, SourceFile } from '../ports/document-source.js';
import type { KnownFile } from '../ports/generation.js';
import { correctionsDigest, type Corrections } from './corrections.js';
import { CUTTER_VERSION } from './cut-passages.js';
import type { IngestPorts, SkippedFile } from './ingest-ports.js';

/** A file under the ingested paths, and what the live generation remembers of it. */
export interface SurveyedFile {
  /** Under the name that readers saw before, if it was read before: ids of documents hang on it. */
  file: SourceFile;
  /** Name of the folder that was ingested. */
  folderName: string;
  /** Set when the same bytes were read the same way before: then nothing of it is read again. */
  unchanged: KnownFile | null;
}

/** Between two chances for signals and other work of the process. */
const FILES_A_TURN = 64;

/** Every file under `paths` once, in order. What is unchanged is told by path, size and SHA-256, never by a time stamp. */
export async function surveyFiles(paths: readonly string[], { source, withdrawn, corrections }: Pick<IngestPorts, 'source' | 'withdrawn' | 'corrections'>, known: ReadonlyMap<string, KnownFile>, skipped: SkippedFile[]): Promise<SurveyedFile[]> {
  const surveyed = new Map<string, SurveyedFile>();
  let count = 0;
  for await (const listed of source.list(paths)) {
    if (listed.kind === 'skipped') {
      skipped.push(listed.skipped);
      continue;
    }
    const { file } = listed;
    if (surveyed.has(file.path)) continue;
    const before = known.get(file.path);
    const isSame = before?.isComplete === true && !before.documentIds.some((id) => withdrawn?.has(id)) && before.reader === readerOf(source, before.documentIds, corrections) && before.bytes === file.bytes && before.sha256 === source.digest(file);
    const root = file.path.slice(0, -file.file.length - 1);
    surveyed.set(file.path, { file: { ...file, file: before?.file ?? file.file }, folderName: root.slice(root.lastIndexOf('/') + 1), unchanged: isSame ? before : null });
    if (++count % FILES_A_TURN === 0) await nextTurn();
  }
  return [...surveyed.values()];
}

/** Everything but its bytes that decides what becomes of a file with these documents. */
export function readerOf({ version }: Pick<DocumentSource, 'version'>, documentIds: readonly string[], corrections: Corrections | undefined): string {
  return [version, CUTTER_VERSION, correctionsDigest(documentIds, corrections)].filter((part) => part !== '').join(' ');
}
