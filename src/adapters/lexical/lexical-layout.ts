/**
 * `lexical.bin`, little-endian: a head of sixteen 32-bit words, then six arrays, each padded to eight bytes.
 *
 * | array | type | entries | meaning |
 * |---|---|---|---|
 * | lengths | u32 | rows | number of terms of each passage, repetitions counted |
 * | termOffsets | u32 | terms + 1 | where each term starts in `units` |
 * | postingOffsets | u32 | terms + 1 | where each term's postings start |
 * | slots | u32 | slots | open addressing: term number + 1, 0 for empty |
 * | postings | u32 | postings | row · 256 + frequency (at most 255), by rising row |
 * | units | u16 | units | the terms as UTF-16, in code-unit order |
 *
 * UTF-16 rather than UTF-8: a Chinese bigram takes four bytes instead of six, and a look-up needs no encoding.
 * Row and frequency share a word: one memory stream a posting, sortable as plain numbers; at most 16,777,216 passages.
 */
export interface LexicalArrays {
  lengths: Uint32Array;
  termOffsets: Uint32Array;
  postingOffsets: Uint32Array;
  slots: Uint32Array;
  postings: Uint32Array;
  units: Uint16Array;
}

export interface LexicalCounts {
  rows: number;
  terms: number;
  slots: number;
  postings: number;
  units: number;
}

export const formatVersion = 1;
export const headWords = 16;
/** "huidaLEX" as two words. */
export const magic = [0x64697568, 0x58454c61] as const;
/** Reads back as another number on a machine of the other byte order. */
export const byteOrderMark = 0x01020304;
export const largestRow = (1 << 24) - 1;
export const largestFrequency = 255;

/** Byte offset of each array and of the end of the file. */
export function layoutOf(counts: LexicalCounts): Record<keyof LexicalArrays | 'end', number> {
  const lengths = headWords * 4;
  const termOffsets = lengths + padded(counts.rows * 4);
  const postingOffsets = termOffsets + padded((counts.terms + 1) * 4);
  const slots = postingOffsets + padded((counts.terms + 1) * 4);
  const postings = slots + padded(counts.slots * 4);
  const units = postings + padded(counts.postings * 4);
  return { lengths, termOffsets, postingOffsets, slots, postings, units, end: units + padded(counts.units * 2) };
}

/** `bytes` rounded up to a multiple of eight. */
export function padded(bytes: number): number {
  return Math.ceil(bytes / 8) * 8;
}
