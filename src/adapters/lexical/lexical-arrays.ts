/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index comes from the tables' own offsets, checked with the file; a second check a posting would cost more than the posting */
import { ClearError } from '../../domain/errors.js';
import { byteOrderMark, formatVersion, headWords, layoutOf, magic, type LexicalArrays } from './lexical-layout.js';

/**
 * Lays views on the bytes of `lexical.bin`; nothing is copied.
 * Throws ClearError when the bytes are not a lexical index of this version, or not all of one.
 */
export function lexicalArrays(buffer: ArrayBuffer): LexicalArrays {
  if (buffer.byteLength < headWords * 4) throw refusal(`it has ${buffer.byteLength} bytes and its head alone takes ${headWords * 4}`);
  const head = new Uint32Array(buffer, 0, headWords);
  if (head[0] !== magic[0] || head[1] !== magic[1]) throw refusal('it does not begin like one');
  if (head[2] !== formatVersion) throw refusal(`it has format version ${head[2]} and this program reads version ${formatVersion}`);
  if (head[3] !== byteOrderMark) throw refusal('it was written on a machine of the other byte order');
  const counts = { rows: head[4]!, terms: head[5]!, slots: head[6]!, postings: head[7]!, units: head[8]! };
  const at = layoutOf(counts);
  if (at.end !== buffer.byteLength) throw refusal(`it has ${buffer.byteLength} bytes and its head announces ${at.end}`);
  const arrays: LexicalArrays = {
    lengths: new Uint32Array(buffer, at.lengths, counts.rows),
    termOffsets: new Uint32Array(buffer, at.termOffsets, counts.terms + 1),
    postingOffsets: new Uint32Array(buffer, at.postingOffsets, counts.terms + 1),
    slots: new Uint32Array(buffer, at.slots, counts.slots),
    postings: new Uint32Array(buffer, at.postings, counts.postings),
    units: new Uint16Array(buffer, at.units, counts.units),
  };
  const hasRoom = counts.slots > counts.terms && (counts.slots & (counts.slots - 1)) === 0;
  if (!hasRoom || arrays.termOffsets[counts.terms] !== counts.units || arrays.postingOffsets[counts.terms] !== counts.postings) {
    throw refusal('its tables contradict its head');
  }
  return arrays;
}

function refusal(reason: string): ClearError {
  return new ClearError(`This is not a usable lexical index because ${reason}; build the index again with "huida ingest".`);
}
