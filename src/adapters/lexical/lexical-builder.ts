/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index comes from the tables' own offsets, checked with the file; a second check a posting would cost more than the posting */
import { ClearError } from '../../domain/errors.js';
import { growingArray, push } from './growing-array.js';
import { largestFrequency, largestRow, type LexicalArrays } from './lexical-layout.js';
import { invertRows, type RowTerms } from './invert-rows.js';
import { createTermTable } from './term-table.js';

/** Collects passages in row order; `finish` turns them into an index. */
export interface LexicalBuilder {
  readonly rowCount: number;
  /** Adds a passage by its terms, each as often as it occurs. Throws ClearError past 16,777,216 passages. */
  add(terms: readonly string[]): void;
  /** Adds a passage as it stands in the index given to the builder. */
  carryOver(previousRow: number): void;
  /** The arrays of the index, the same bytes for the same passages however they came in. */
  finish(): LexicalArrays;
}

/** `previous` is the index that `carryOver` takes passages from. */
export function createLexicalBuilder(previous?: () => LexicalArrays): LexicalBuilder {
  const table = createTermTable();
  const rows: RowTerms = {
    lengths: growingArray(Uint32Array),
    ends: growingArray(Uint32Array),
    termIds: growingArray(Uint32Array, 1 << 14),
    frequencies: growingArray(Uint8Array, 1 << 14),
  };
  /** For each term the place in `rows.frequencies` of its latest occurrence, plus 1: tells a repetition from a first mention. */
  const latest = growingArray(Uint32Array, 1 << 12);
  /** Row of `previous` → row here, plus 1; 0 is not carried over. */
  let carried: Uint32Array | null = null;

  function startRow(length: number): void {
    if (rows.lengths.length > largestRow) {
      throw new ClearError(`This index has ${rows.lengths.length} passages, which is the most it can hold; ingest the corpus into two data folders.`);
    }
    push(rows.lengths, length);
  }

  return {
    get rowCount() {
      return rows.lengths.length;
    },
    add(terms) {
      startRow(terms.length);
      const firstEntry = rows.termIds.length;
      for (const term of terms) {
        const id = table.idOf(term);
        while (latest.length <= id) push(latest, 0);
        const entry = latest.values[id]! - 1;
        if (entry >= firstEntry) {
          if (rows.frequencies.values[entry]! < largestFrequency) rows.frequencies.values[entry]!++;
        } else {
          push(rows.termIds, id);
          push(rows.frequencies, 1);
          latest.values[id] = rows.termIds.length;
        }
      }
      push(rows.ends, rows.termIds.length);
    },
    carryOver(previousRow) {
      const { lengths } = previous!();
      carried ??= new Uint32Array(lengths.length);
      startRow(lengths[previousRow]!);
      push(rows.ends, rows.termIds.length);
      carried[previousRow] = rows.lengths.length;
    },
    finish: () => invertRows(rows, table, carried === null ? null : { arrays: previous!(), newRows: carried }),
  };
}
