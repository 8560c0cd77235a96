import { join } from 'node:path';
import type { Generation, VectorIndex } from '../../ports/generation.js';
import { createExactIndex } from '../hnswlib/exact-index.js';
import { openHnswIndex } from '../hnswlib/hnsw-index.js';
import { isHnswlibUsable } from '../hnswlib/native-module.js';
import { openLexical } from '../lexical/open-lexical.js';
import { openCorpusFile } from '../sqlite/corpus-file.js';
import type { SqlEngine } from '../sqlite/driver.js';
import { checkSeal, readSealed, type SealCheck } from './check-seal.js';
import { CORPUS_FILE, LEXICAL_FILE, VECTOR_FILE } from './generation-files.js';
import type { Manifest } from './manifest.js';
import { openSealedGraph } from './sealed-graph.js';
import { Refusal } from './refusal.js';

/** Which implementations to use; without a word the fastest that this machine can load. Naming one is for tests. */
export interface Engines {
  sqlEngine?: SqlEngine;
  vectorIndex?: 'exact';
  /** Where searching is done elsewhere: the graph (2 KB a passage) is checked, but read into memory by the first search only. */
  isGraphReadLate?: boolean;
}

/**
 * Checks every file against the manifest and the counts of all parts against each other, then opens them.
 * Throws Refusal (or the error of a part) when anything differs.
 */
export function openGeneration(folder: string, manifest: Manifest, engines: Engines, check: SealCheck = 'digest'): Generation {
  const { info, files } = manifest;
  const { passages } = info.counts;
  checkSeal(folder, CORPUS_FILE, files[CORPUS_FILE], check);
  const lexical = openLexical(readSealed(folder, LEXICAL_FILE, files[LEXICAL_FILE], check));
  if (lexical.rowCount !== passages) throw new Refusal(`its lexical index holds ${lexical.rowCount} passages instead of ${passages}`);
  const vectors = openVectors(folder, manifest, engines, check);
  const corpus = openCorpusFile(join(folder, CORPUS_FILE), engines.sqlEngine);
  if (corpus.passageCount !== passages || corpus.headers.length !== info.counts.articles) {
    corpus.close();
    throw new Refusal(`its corpus holds ${corpus.headers.length} articles and ${corpus.passageCount} passages instead of ${info.counts.articles} and ${passages}`);
  }
  return { info, corpus, lexical, vectors, close: () => { corpus.close(); } };
}

function openVectors(folder: string, { info, files }: Manifest, engines: Engines, check: SealCheck): VectorIndex {
  const { dimension, counts } = info;
  if (files[VECTOR_FILE].bytes !== counts.passages * dimension * 4) {
    throw new Refusal(`its vectors take ${files[VECTOR_FILE].bytes} bytes instead of ${counts.passages} times ${dimension} times 4`);
  }
  const graph = openSealedGraph(folder, files, check);
  if (graph === null || engines.vectorIndex === 'exact' || !isHnswlibUsable()) {
    return createExactIndex(new Float32Array(readSealed(folder, VECTOR_FILE, files[VECTOR_FILE], check)), dimension);
  }
  checkSeal(folder, VECTOR_FILE, files[VECTOR_FILE], check);
  const open = (): VectorIndex => openHnswIndex(graph.file, dimension, counts.passages, graph.labels);
  return engines.isGraphReadLate === true ? openedLate(open) : open();
}

function openedLate(open: () => VectorIndex): VectorIndex {
  let opened: VectorIndex | null = null;
  return { kind: 'hnsw', search: (vector, limit) => (opened ??= open()).search(vector, limit) };
}
