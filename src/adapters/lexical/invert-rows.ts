/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index comes from the tables' own offsets, checked with the file; a second check a posting would cost more than the posting */
import type { GrowingArray } from './growing-array.js';
import type { LexicalArrays } from './lexical-layout.js';
import { slotsFor, type TermTable } from './term-table.js';

/** Passages by row: the terms of row r are the entries from `ends[r - 1]` (0 for the first) to `ends[r]`. */
export interface RowTerms {
  lengths: GrowingArray<Uint32Array>;
  ends: GrowingArray<Uint32Array>;
  termIds: GrowingArray<Uint32Array>;
  frequencies: GrowingArray<Uint8Array>;
}

/** Passages taken over: `newRows` maps a row of `arrays` to its row here plus 1, 0 for rows that stay behind. */
export interface CarriedRows {
  arrays: LexicalArrays;
  newRows: Uint32Array;
}

/**
 * Turns passages with their terms into terms with their passages: count, place, sort where needed.
 * Carried passages are moved posting by posting, so that their term lists never need to be stored twice.
 */
export function invertRows(rows: RowTerms, table: TermTable, carried: CarriedRows | null): LexicalArrays {
  const idsOfCarried = carried === null ? new Uint32Array(0) : internCarriedTerms(carried, table);
  const termCount = table.count;
  const ranks = ranksOfTerms(table);
  const postingOffsets = new Uint32Array(termCount + 1);
  eachPosting((rank) => postingOffsets[rank + 1]!++);
  for (let rank = 0; rank < termCount; rank++) postingOffsets[rank + 1]! += postingOffsets[rank]!;
  const postings = new Uint32Array(postingOffsets[termCount]!);
  const next = postingOffsets.slice(0, termCount);
  eachPosting((rank, posting) => (postings[next[rank]!++] = posting));
  if (carried !== null) sortPostings(postings, postingOffsets);
  const { units, termOffsets } = termsInOrder(table, ranks);
  let size = 2;
  while (size < termCount * 2) size *= 2;
  return {
    lengths: rows.lengths.values.slice(0, rows.lengths.length),
    termOffsets,
    postingOffsets,
    slots: slotsFor(units, termOffsets, termCount, size),
    postings,
    units,
  };

  function eachPosting(take: (rank: number, posting: number) => void): void {
    for (let old = 0; old < idsOfCarried.length; old++) {
      if (idsOfCarried[old] === 0) continue;
      const rank = ranks[idsOfCarried[old]! - 1]!;
      for (let index = carried!.arrays.postingOffsets[old]!; index < carried!.arrays.postingOffsets[old + 1]!; index++) {
        const posting = carried!.arrays.postings[index]!;
        const newRow = carried!.newRows[posting >>> 8]!;
        if (newRow !== 0) take(rank, (((newRow - 1) << 8) | (posting & 255)) >>> 0);
      }
    }
    for (let row = 0, entry = 0; row < rows.ends.length; row++) {
      for (const end = rows.ends.values[row]!; entry < end; entry++) {
        take(ranks[rows.termIds.values[entry]!]!, ((row << 8) | rows.frequencies.values[entry]!) >>> 0);
      }
    }
  }
}

/** Term number here plus 1 for each term of the carried index that a carried passage holds, else 0. */
function internCarriedTerms({ arrays, newRows }: CarriedRows, table: TermTable): Uint32Array {
  const { termOffsets, postingOffsets, postings, units } = arrays;
  const ids = new Uint32Array(termOffsets.length - 1);
  for (let old = 0; old < ids.length; old++) {
    for (let index = postingOffsets[old]!; index < postingOffsets[old + 1]!; index++) {
      if (newRows[postings[index]! >>> 8] === 0) continue;
      ids[old] = table.idOfUnits(units, termOffsets[old]!, termOffsets[old + 1]!) + 1;
      break;
    }
  }
  return ids;
}

/** Place of each term in code-unit order: the file does not depend on the order in which terms were met. */
function ranksOfTerms(table: TermTable): Uint32Array {
  const units = table.units();
  const offsets = table.offsets();
  const order = Uint32Array.from({ length: table.count }, (_, id) => id);
  order.sort((left, right) => {
    const leftFrom = offsets[left]!;
    const rightFrom = offsets[right]!;
    const leftLength = offsets[left + 1]! - leftFrom;
    const rightLength = offsets[right + 1]! - rightFrom;
    const shared = Math.min(leftLength, rightLength);
    for (let index = 0; index < shared; index++) {
      const difference = units[leftFrom + index]! - units[rightFrom + index]!;
      if (difference !== 0) return difference;
    }
    return leftLength - rightLength;
  });
  const ranks = new Uint32Array(table.count);
  for (let rank = 0; rank < order.length; rank++) ranks[order[rank]!] = rank;
  return ranks;
}

function termsInOrder(table: TermTable, ranks: Uint32Array): { units: Uint16Array; termOffsets: Uint32Array } {
  const from = table.units();
  const offsets = table.offsets();
  const termOffsets = new Uint32Array(ranks.length + 1);
  for (let id = 0; id < ranks.length; id++) termOffsets[ranks[id]! + 1] = offsets[id + 1]! - offsets[id]!;
  for (let rank = 0; rank < ranks.length; rank++) termOffsets[rank + 1]! += termOffsets[rank]!;
  const units = new Uint16Array(from.length);
  for (let id = 0; id < ranks.length; id++) units.set(from.subarray(offsets[id], offsets[id + 1]), termOffsets[ranks[id]!]);
  return { units, termOffsets };
}

/** Carried postings come first and may belong to later rows: mostly two rising runs, which are merged. */
function sortPostings(postings: Uint32Array, offsets: Uint32Array): void {
  for (let rank = 0; rank + 1 < offsets.length; rank++) {
    const list = postings.subarray(offsets[rank], offsets[rank + 1]);
    const second = endOfRise(list, 0);
    if (second >= list.length) continue;
    if (endOfRise(list, second) === list.length) mergeRuns(list, second);
    else list.sort();
  }
}

/** One past the last of the numbers that rise from `start` on. */
function endOfRise(list: Uint32Array, start: number): number {
  let end = start + 1;
  while (end < list.length && list[end]! >= list[end - 1]!) end++;
  return end;
}

/** Both runs rise, and the second, from `start` on, is the short one. */
function mergeRuns(list: Uint32Array, start: number): void {
  const short = list.slice(start);
  for (let place = list.length - 1, left = start - 1, right = short.length - 1; right >= 0; place--) {
    list[place] = left >= 0 && list[left]! > short[right]! ? list[left--]! : short[right--]!;
  }
}
