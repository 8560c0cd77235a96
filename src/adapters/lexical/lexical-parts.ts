import { byteOrderMark, formatVersion, headWords, magic, padded, type LexicalArrays } from './lexical-layout.js';

/** The bytes of `lexical.bin`, in pieces that can be written one after the other. */
export function lexicalParts(arrays: LexicalArrays): Uint8Array[] {
  const head = new Uint32Array(headWords);
  head.set([
    ...magic,
    formatVersion,
    byteOrderMark,
    arrays.lengths.length,
    arrays.termOffsets.length - 1,
    arrays.slots.length,
    arrays.postings.length,
    arrays.units.length,
  ]);
  const { lengths, termOffsets, postingOffsets, slots, postings, units } = arrays;
  return [head, lengths, termOffsets, postingOffsets, slots, postings, units].flatMap(bytesWithPadding);
}

function bytesWithPadding(array: Uint32Array | Uint16Array): Uint8Array[] {
  const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
  return [bytes, new Uint8Array(padded(bytes.length) - bytes.length)];
}
