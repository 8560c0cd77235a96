import type { VectorIndex } from '../../ports/generation.js';
import { createNativeHnsw } from './native-module.js';
import { unitVector } from './unit-vector.js';

/**
 * Breadth of a search (`ef`; at least the number of rows wanted). Hashed vectors are crowded: at 10,000 of them 100 finds
 * 79 % of the ten nearest and 400 finds 95 %, in well under a millisecond more.
 */
const searchBreadth = 400;

/**
 * Opens `vectors.hnsw`. The caller has checked its SHA-256: the format has no checksum and damage can end the process.
 * Throws when the file does not hold `rowCount` vectors of `dimension`, or the native module is missing.
 */
export function openHnswIndex(file: string, dimension: number, rowCount: number): VectorIndex {
  const index = createNativeHnsw(dimension);
  if (index === null) throw new Error('hnswlib-node cannot be loaded here');
  index.readIndexSync(file);
  if (index.getCurrentCount() !== rowCount) throw new Error(`${file} holds ${index.getCurrentCount()} vectors instead of ${rowCount}`);
  return {
    kind: 'hnsw',
    search(vector, limit) {
      const unit = unitVector(vector, dimension);
      const count = Math.min(Math.trunc(limit), rowCount);
      if (!(count >= 1)) return [];
      index.setEf(Math.max(searchBreadth, count));
      const { neighbors, distances } = index.searchKnn(Array.from(unit), count);
      // The only place where a distance becomes a score: hnswlib's cosine distance is 1 - cosine.
      return neighbors.map((row, place) => ({ row, score: 1 - distances[place]! })).sort((left, right) => right.score - left.score || left.row - right.row);
    },
  };
}
