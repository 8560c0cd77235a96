/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index comes from the tables' own offsets, checked with the file; a second check a posting would cost more than the posting */
import type { LexicalArrays } from './lexical-layout.js';
import { hashOfTerm } from './term-hash.js';

/** The number of a term, or -1 when no passage holds it. */
export function findTerm({ slots, termOffsets, units }: LexicalArrays, term: string): number {
  const mask = slots.length - 1;
  let slot = hashOfTerm(term) & mask;
  for (let held = slots[slot]!; held !== 0; held = slots[slot]!) {
    const from = termOffsets[held - 1]!;
    if (termOffsets[held]! - from === term.length && isTermAt(units, from, term)) return held - 1;
    slot = (slot + 1) & mask;
  }
  return -1;
}

function isTermAt(units: Uint16Array, from: number, term: string): boolean {
  for (let index = 0; index < term.length; index++) if (units[from + index] !== term.charCodeAt(index)) return false;
  return true;
}
