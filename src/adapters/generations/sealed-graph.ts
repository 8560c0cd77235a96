import { join } from 'node:path';
import type { Labels } from '../hnswlib/labels.js';
import { checkSeal, readSealed, type SealCheck } from './check-seal.js';
import { HNSW_FILE, LABEL_FILE } from './generation-files.js';
import type { Manifest } from './manifest.js';

/** The checked graph file of a generation and its labels; null when it was built without one. Throws Refusal when damaged. */
export function openSealedGraph(folder: string, files: Manifest['files'], check: SealCheck = 'digest'): { file: string; labels: Labels } | null {
  const graph = files[HNSW_FILE];
  const labels = files[LABEL_FILE];
  if (graph === undefined || labels === undefined) return null;
  checkSeal(folder, HNSW_FILE, graph, check);
  return { file: join(folder, HNSW_FILE), labels: new Uint32Array(readSealed(folder, LABEL_FILE, labels, check)) };
}
