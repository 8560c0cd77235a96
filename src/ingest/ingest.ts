import { ClearError } from '../domain/errors.js';
import { TEXT_VERSION } from '../language/tokens.js';
import type { GenerationBuilder, KnownCorpus } from '../ports/generation.js';
import { addDocuments } from './add-documents.js';
import { strayCorrections } from './corrections.js';
import { isUnder } from './is-under.js';
import { followReading } from './follow-reading.js';
import { findDocuments } from './find-documents.js';
import type { IngestPorts, IngestSummary, SkippedFile } from './ingest-ports.js';
import { surveyFiles, type SurveyedFile } from './survey-files.js';

export type { IngestPorts, IngestSummary } from './ingest-ports.js';

/**
 * Reads what changed under `paths` into a new generation and swaps it in. Documents of other folders stay; documents that were
 * read from these paths before and are gone leave; where nothing changed, no generation is built. Throws ClearError when nothing
 * can be read or written; the live generation then stays as it was.
 */
export async function ingest(paths: readonly string[], ports: IngestPorts): Promise<IngestSummary> {
  const startedAt = performance.now();
  const builder = ports.store.startBuild({ embeddingModel: ports.embedder.model, dimension: ports.embedder.dimension, textVersion: TEXT_VERSION });
  try {
    const known = builder.known();
    const skipped: SkippedFile[] = [];
    const files = await surveyFiles(paths, ports, known.files, skipped);
    if (known.info !== null && isAllUnchanged(paths, files, known)) {
      builder.abort();
      for (const { unchanged } of files) skipped.push(...(unchanged?.skipped ?? []));
      skipped.push(...straysOf(ports, (documentId) => known.documents.get(documentId)?.articles));
      return { generation: known.info, ...known.info.counts, added: 0, changed: 0, unchanged: known.documents.size, removed: 0, skipped, durationMs: performance.now() - startedAt };
    }
    // What was withdrawn must not come back as a past passage.
    for (const documentId of ports.withdrawn?.keys() ?? []) builder.forget(documentId);
    const progress = followReading(files, ports.onProgress);
    const { ids, articles, ...sum } = await addDocuments(findDocuments(paths, files, ports, known), known.documents, builder, ports, {
      onDocument: progress.read,
      onFile: (record) => {
        skipped.push(...record.skipped);
        progress.finish(record);
      },
    });
    if (ids.size === 0) throw nothingFound(paths, skipped);
    const others = keepOthers(paths, known, ids, builder, ports.withdrawn);
    skipped.push(...straysOf(ports, (documentId) => articles.get(documentId) ?? known.documents.get(documentId)?.articles));
    const generation = await builder.finish((done, total) => ports.onProgress?.({ stage: 'indexing', done, total, file: '' }));
    const removed = [...known.documents.keys()].filter((id) => !ids.has(id)).length - others;
    return { generation, ...generation.counts, ...sum, unchanged: sum.unchanged + others, removed, skipped, durationMs: performance.now() - startedAt };
  } catch (error) {
    builder.abort();
    throw error;
  }
}

/** Corrections that correct nothing. */
function straysOf({ corrections }: IngestPorts, articlesOf: (documentId: string) => number | undefined): SkippedFile[] {
  return strayCorrections(corrections, articlesOf).map((id) => ({ file: CORRECTIONS, reason: `It describes ${JSON.stringify(id)}, which is no document and no article of the index; correct the id or remove it.` }));
}

/** Where corrections are written, as staff know it. */
const CORRECTIONS = 'descriptions.yaml';

/** Every file is as it was, and none is gone. */
function isAllUnchanged(paths: readonly string[], files: readonly SurveyedFile[], known: KnownCorpus): boolean {
  const found = new Set(files.map(({ file }) => file.path));
  return files.length > 0 && files.every(({ unchanged }) => unchanged !== null) && [...known.files.keys()].every((path) => found.has(path) || !paths.some((root) => isUnder(path, root)));
}

/** Takes over the documents and files that these paths say nothing about; gives the number of documents. */
function keepOthers(paths: readonly string[], known: KnownCorpus, ids: ReadonlySet<string>, builder: GenerationBuilder, withdrawn: IngestPorts['withdrawn']): number {
  const others = [...known.documents.values()].filter(({ documentId, file }) => !ids.has(documentId) && withdrawn?.has(documentId) !== true && !paths.some((path) => isUnder(file, path)));
  for (const { documentId } of others) builder.carryOver(documentId);
  const kept = new Set(others.map(({ documentId }) => documentId));
  for (const file of known.files.values()) {
    if (!paths.some((path) => isUnder(file.path, path)) && file.documentIds.every((id) => kept.has(id) || withdrawn?.has(id))) builder.addFile(file);
  }
  return kept.size;
}

function nothingFound(paths: readonly string[], skipped: readonly SkippedFile[]): ClearError {
  const first = skipped[0];
  const why = first === undefined ? 'it holds no file that is read' : `${String(skipped.length)} skipped, the first: ${first.file}: ${first.reason}`;
  return new ClearError(`No document found in ${paths.map((path) => JSON.stringify(path)).join(', ')} (${why}). The index stays as it was.`);
}
