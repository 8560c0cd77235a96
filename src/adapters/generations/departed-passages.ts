import { join } from 'node:path';
import type { CorpusReader } from '../../ports/generation.js';
import { passageOf, type PastPassage } from '../../ports/past-passages.js';
import { openCorpusFile, type CorpusFile } from '../sqlite/corpus-file.js';
import type { SqlEngine } from '../sqlite/driver.js';
import { checkSeal } from './check-seal.js';
import { CORPUS_FILE } from './generation-files.js';
import { readLivePointer, readManifest } from './read-manifest.js';

/** Passages that are looked at before they are handed on: memory stays small where everything changed. */
const BATCH = 1024;

/**
 * The text of the live generation, also of one that was built with another model or tokeniser: its passages were cited all the
 * same. Null when there is none, or it is damaged.
 */
export function openLiveCorpus(dataFolder: string, engine?: SqlEngine): CorpusFile | null {
  try {
    const pointer = readLivePointer(dataFolder);
    if (pointer === null) return null;
    const { folder, manifest } = readManifest(dataFolder, pointer);
    checkSeal(folder, CORPUS_FILE, manifest.files[CORPUS_FILE]);
    return openCorpusFile(join(folder, CORPUS_FILE), engine);
  } catch {
    return null;
  }
}

/** The passages of `before` that `after` does not hold, in batches. Documents in `isSkipped` were taken over, or are to be forgotten. */
export function* departedPassages(before: CorpusFile, after: CorpusReader, isSkipped: (documentId: string) => boolean, leftAtUtc: string): Generator<PastPassage[]> {
  let batch: PastPassage[] = [];
  for (const { documentId } of before.knownDocuments()) {
    const run = isSkipped(documentId) ? null : before.runOf(documentId);
    if (run === null) continue;
    const rows = Array.from({ length: run.endRow - run.firstRow }, (_, index) => run.firstRow + index);
    for (const stored of before.passages(rows)) if (after.passageById(stored.passageId) === null) batch.push({ passage: passageOf(stored), header: stored.header, leftAtUtc });
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}
