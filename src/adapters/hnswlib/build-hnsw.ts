import { setImmediate as nextTurn } from 'node:timers/promises';
import { createNativeHnsw } from './native-module.js';
import { openVectorReader } from './vector-file.js';

/** Links of a vector (`M`) and breadth of the search for them (`efConstruction`): the library's customary values. */
const links = 16;
const buildBreadth = 200;
/** Fixed, so that the same vectors give the same graph. */
const randomSeed = 100;
/** About 50 ms of work between two chances for signals and other work of the process. */
const batch = 64;

export interface HnswBuild {
  vectorFile: string;
  /** Where to write `vectors.hnsw`. */
  file: string;
  dimension: number;
  rowCount: number;
  onIndexed?: (done: number, total: number) => void;
}

/**
 * Builds the graph over a finished vector file, about 1 ms a vector. False when the native module is missing or there is no vector.
 * The library reports no error on a full disk: the caller re-reads what was written.
 */
export async function buildHnsw({ vectorFile, file, dimension, rowCount, onIndexed }: HnswBuild): Promise<boolean> {
  const index = rowCount === 0 ? null : createNativeHnsw(dimension);
  if (index === null) return false;
  index.initIndex(rowCount, links, buildBreadth, randomSeed);
  const vectors = openVectorReader(vectorFile, dimension);
  try {
    for (let row = 0; row < rowCount; row++) {
      index.addPoint(Array.from(vectors.vector(row)), row);
      if ((row + 1) % batch !== 0) continue;
      onIndexed?.(row + 1, rowCount);
      await nextTurn();
    }
  } finally {
    vectors.close();
  }
  index.writeIndexSync(file);
  onIndexed?.(rowCount, rowCount);
  return true;
}
