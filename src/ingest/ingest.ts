import { ClearError } from '../domain/errors.js';
import { TEXT_VERSION } from '../language/tokens.js';
import { addDocuments } from './add-documents.js';
import { keepOthers } from './document-origin.js';
import { findDocuments } from './find-documents.js';
import type { IngestPorts, IngestSummary, SkippedFile } from './ingest-ports.js';

export type { IngestPorts, IngestSummary } from './ingest-ports.js';

/**
 * Reads what `paths` names into a new generation and swaps it in. Documents of other folders stay; documents that were
 * read from these paths before and are gone leave. Throws ClearError when nothing can be read or written; the live
 * generation then stays as it was.
 */
export async function ingest(paths: readonly string[], ports: IngestPorts): Promise<IngestSummary> {
  const startedAt = performance.now();
  const settings = { embeddingModel: ports.embedder.model, dimension: ports.embedder.dimension, textVersion: TEXT_VERSION };
  const builder = ports.store.startBuild(settings);
  try {
    const known = ports.store.knownDocuments(settings);
    const skipped: SkippedFile[] = [];
    const found = findDocuments(paths, ports.source, known, (file, reason) => skipped.push({ file, reason }));
    const { ids, unchanged } = await addDocuments(found, known, builder, ports, skipped);
    if (ids.size === 0) throw nothingFound(paths, skipped);
    const kept = keepOthers(paths, known, ids);
    for (const documentId of kept) builder.carryOver(documentId);
    const generation = await builder.finish((done, total) => ports.onProgress?.(done, total, 'vector index'));
    return { generation, ...generation.counts, unchanged: unchanged + kept.length, skipped, durationMs: performance.now() - startedAt };
  } catch (error) {
    builder.abort();
    throw error;
  }
}

function nothingFound(paths: readonly string[], skipped: readonly SkippedFile[]): ClearError {
  const first = skipped[0];
  const why = first === undefined ? 'it holds no file that is read' : `${String(skipped.length)} skipped, the first: ${first.file}: ${first.reason}`;
  return new ClearError(`No document found in ${paths.map((path) => JSON.stringify(path)).join(', ')} (${why}). The index stays as it was.`);
}
