/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index is below the dimension or count that was checked before */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { DELETED, type Labels } from './labels.js';
import { createNativeHnsw, type NativeHnsw } from './native-module.js';
import { openVectorReader } from './vector-file.js';

/** Links of a vector (`M`) and breadth of the search for them (`efConstruction`): the library's customary values. */
const links = 16;
const buildBreadth = 200;
/** Fixed, so that the same vectors give the same graph. */
const randomSeed = 100;
/** About 30 ms of work between two chances for signals and other work of the process. */
const batch = 64;
/** A graph with more than this share of deleted vectors is built anew: they cost time and recall in every search. */
const largestDeletedShare = 0.2;

/** The graph of an earlier generation, and where its passages stand now. */
interface EarlierGraph {
  file: string;
  labels: Labels;
  /** Row of the earlier generation → row now plus 1; 0 for a row that is not taken over. */
  newRows: Uint32Array;
}

export interface HnswBuild {
  vectorFile: string;
  /** Where to write `vectors.hnsw`. */
  file: string;
  dimension: number;
  rowCount: number;
  earlier: EarlierGraph | null;
  onIndexed?: ((done: number, total: number) => void) | undefined;
}

/**
 * Builds the graph over a finished vector file, 0.3 to 1 ms a vector, or only adds and marks what changed since an earlier one.
 * Returns the labels, or null when the native module is missing or there is no vector.
 * The library reports no error on a full disk: the caller re-reads what was written.
 */
export async function buildHnsw(build: HnswBuild): Promise<Labels | null> {
  const { rowCount } = build;
  const index = rowCount === 0 ? null : createNativeHnsw(build.dimension);
  if (index === null) return null;
  const labels = startGraph(index, build);
  const rows = rowsWithout(labels, rowCount);
  const all = new Uint32Array(labels.length + rows.length);
  all.set(labels);
  all.set(rows, labels.length);
  const vectors = openVectorReader(build.vectorFile, build.dimension);
  try {
    for (let place = 0; place < rows.length; place++) {
      index.addPoint(Array.from(vectors.vector(rows[place]!)), labels.length + place);
      if ((place + 1) % batch !== 0) continue;
      build.onIndexed?.(rowCount - rows.length + place + 1, rowCount);
      await nextTurn();
    }
  } finally {
    vectors.close();
  }
  index.writeIndexSync(build.file);
  build.onIndexed?.(rowCount, rowCount);
  return all;
}

/** Begins with the earlier graph where that is worth it, else with an empty one; returns the labels it holds. */
function startGraph(index: NativeHnsw, { earlier, rowCount }: HnswBuild): Labels {
  const labels = earlier === null ? null : movedLabels(earlier);
  const kept = labels === null ? 0 : labels.reduce((sum, row) => sum + (row === DELETED ? 0 : 1), 0);
  const size = labels === null ? 0 : labels.length + rowCount - kept;
  // With less than half of the rows to gain, a fresh graph costs little more and starts without deleted vectors.
  if (labels === null || kept * 2 < rowCount || labels.length - kept > size * largestDeletedShare) {
    index.initIndex(rowCount, links, buildBreadth, randomSeed);
    return new Uint32Array(0);
  }
  index.readIndexSync(earlier!.file);
  index.resizeIndex(size);
  for (let label = 0; label < labels.length; label++) {
    if (labels[label] === DELETED && earlier!.labels[label] !== DELETED) index.markDelete(label);
  }
  return labels;
}

function movedLabels({ labels, newRows }: EarlierGraph): Labels {
  return labels.map((row) => (row === DELETED || newRows[row] === 0 ? DELETED : newRows[row]! - 1));
}

/** Rows below `rowCount` that no label stands for, rising. */
function rowsWithout(labels: Labels, rowCount: number): Uint32Array {
  const isLabelled = new Uint8Array(rowCount);
  for (const row of labels) if (row !== DELETED) isLabelled[row] = 1;
  const rows = new Uint32Array(isLabelled.reduce((sum, is) => sum + 1 - is, 0));
  for (let row = 0, place = 0; row < rowCount; row++) if (isLabelled[row] === 0) rows[place++] = row;
  return rows;
}
