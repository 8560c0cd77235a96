/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index comes from the tables' own offsets, checked with the file; a second check a posting would cost more than the posting */
import { growingArray, makeRoom, push } from './growing-array.js';
import { hashOfTerm, hashOfUnits } from './term-hash.js';

/** Numbers terms in the order they are first seen. */
export interface TermTable {
  readonly count: number;
  /** The number of a term, given one if it is new. */
  idOf(term: string): number;
  /** The same for a term that stands as code units in another table. */
  idOfUnits(units: Uint16Array, from: number, end: number): number;
  /** All terms' code units one after the other; term `id` is `units[offsets[id]..offsets[id + 1])`. */
  units(): Uint16Array;
  offsets(): Uint32Array;
}

/**
 * Open addressing over code units in one array. A `Map<string, number>` costs 363 ns a look-up at a million terms and
 * about 100 bytes a term; this costs a tenth of both.
 */
export function createTermTable(): TermTable {
  const units = growingArray(Uint16Array, 1 << 14);
  const offsets = growingArray(Uint32Array, 1 << 12);
  push(offsets, 0);
  /** Term number + 1; 0 is an empty slot. */
  let slots: Uint32Array = new Uint32Array(1 << 13);
  let count = 0;

  function claim(slot: number): number {
    slots[slot] = ++count;
    push(offsets, units.length);
    if (count * 2 > slots.length) grow();
    return count - 1;
  }

  function grow(): void {
    slots = slotsFor(units.values, offsets.values, count, slots.length * 2);
  }

  function equalsTerm(id: number, term: string): boolean {
    const from = offsets.values[id]!;
    if (offsets.values[id + 1]! - from !== term.length) return false;
    for (let index = 0; index < term.length; index++) if (units.values[from + index] !== term.charCodeAt(index)) return false;
    return true;
  }

  function equalsUnits(id: number, other: Uint16Array, otherFrom: number, length: number): boolean {
    const from = offsets.values[id]!;
    if (offsets.values[id + 1]! - from !== length) return false;
    for (let index = 0; index < length; index++) if (units.values[from + index] !== other[otherFrom + index]) return false;
    return true;
  }

  return {
    get count() {
      return count;
    },
    idOf(term) {
      const mask = slots.length - 1;
      let slot = hashOfTerm(term) & mask;
      for (let held = slots[slot]!; held !== 0; held = slots[slot]!) {
        if (equalsTerm(held - 1, term)) return held - 1;
        slot = (slot + 1) & mask;
      }
      makeRoom(units, term.length);
      for (let index = 0; index < term.length; index++) units.values[units.length++] = term.charCodeAt(index);
      return claim(slot);
    },
    idOfUnits(other, from, end) {
      const mask = slots.length - 1;
      let slot = hashOfUnits(other, from, end) & mask;
      for (let held = slots[slot]!; held !== 0; held = slots[slot]!) {
        if (equalsUnits(held - 1, other, from, end - from)) return held - 1;
        slot = (slot + 1) & mask;
      }
      makeRoom(units, end - from);
      units.values.set(other.subarray(from, end), units.length);
      units.length += end - from;
      return claim(slot);
    },
    units: () => units.values.subarray(0, units.length),
    offsets: () => offsets.values.subarray(0, offsets.length),
  };
}

/** A slot table over `count` terms entered in their order; `size` is a power of two above `count`. */
export function slotsFor(units: Uint16Array, offsets: Uint32Array, count: number, size: number): Uint32Array {
  const slots = new Uint32Array(size);
  const mask = size - 1;
  for (let id = 0; id < count; id++) {
    let slot = hashOfUnits(units, offsets[id]!, offsets[id + 1]!) & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = id + 1;
  }
  return slots;
}
