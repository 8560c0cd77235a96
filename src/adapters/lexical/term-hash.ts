/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index comes from the tables' own offsets, checked with the file; a second check a posting would cost more than the posting */
/**
 * 32-bit hash of UTF-16 code units (FNV-1a with the finaliser of MurmurHash3, which spreads the low bits that a table mask keeps).
 * Part of the file format: a change needs a new `formatVersion`.
 */
export function hashOfTerm(term: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < term.length; index++) hash = Math.imul(hash ^ term.charCodeAt(index), 0x01000193);
  return finalised(hash);
}

/** The same hash of `units[from..end)`. */
export function hashOfUnits(units: Uint16Array, from: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let index = from; index < end; index++) hash = Math.imul(hash ^ units[index]!, 0x01000193);
  return finalised(hash);
}

function finalised(value: number): number {
  let hash = value ^ (value >>> 16);
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
