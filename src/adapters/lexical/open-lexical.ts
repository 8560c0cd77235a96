/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index comes from the tables' own offsets, checked with the file; a second check a posting would cost more than the posting */
import type { LexicalIndex } from '../../ports/generation.js';
import { createTopRows } from '../ranking/top-rows.js';
import { bm25, inverseFrequency, lengthNorms } from './bm25.js';
import { findTerm } from './find-term.js';
import { lexicalArrays } from './lexical-arrays.js';
import type { LexicalArrays } from './lexical-layout.js';

/** A lexical index in memory, with the arrays it stands on (a build takes passages over from them). */
export interface OpenLexicalIndex extends LexicalIndex {
  readonly arrays: LexicalArrays;
  readonly rowCount: number;
}

/** Weights below this are treated as 0: their contributions could vanish in 32 bits, and 0 marks an untouched row. */
const leastWeight = 1e-9;

/**
 * Opens the bytes of `lexical.bin`; the buffer must not change afterwards. Throws ClearError when they are not a usable index.
 * A search costs about 3 ns a posting of its terms. Not re-entrant: `isAllowed` must not search the same index.
 */
export function openLexical(buffer: ArrayBuffer): OpenLexicalIndex {
  const arrays = lexicalArrays(buffer);
  const { postings, postingOffsets, lengths } = arrays;
  const rowCount = lengths.length;
  const norms = lengthNorms(lengths);
  // One score a row, kept between searches: clearing only the touched rows is far cheaper than a fresh array.
  const scores = new Float32Array(rowCount);
  const touched = new Uint32Array(rowCount);

  return {
    arrays,
    rowCount,
    search(terms, limit, isAllowed) {
      let touchedCount = 0;
      for (const { term, weight } of terms) {
        const id = weight >= leastWeight ? findTerm(arrays, term) : -1;
        if (id < 0) continue;
        const end = postingOffsets[id + 1]!;
        const start = postingOffsets[id]!;
        const factor = weight * inverseFrequency(rowCount, end - start) * (bm25.k1 + 1);
        for (let index = start; index < end; index++) {
          const posting = postings[index]!;
          const row = posting >>> 8;
          const frequency = posting & 255;
          const before = scores[row]!;
          if (before === 0) touched[touchedCount++] = row;
          scores[row] = before + (factor * frequency) / (frequency + norms[row]!);
        }
      }
      const top = createTopRows(limit);
      for (let index = 0; index < touchedCount; index++) {
        const row = touched[index]!;
        const score = scores[row]!;
        scores[row] = 0;
        if (score >= top.threshold && (isAllowed === undefined || isAllowed(row))) top.offer(row, score);
      }
      return top.sorted();
    },
    passageFrequency(term) {
      const id = findTerm(arrays, term);
      return id < 0 ? 0 : postingOffsets[id + 1]! - postingOffsets[id]!;
    },
  };
}
