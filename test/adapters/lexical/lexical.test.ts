import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bm25 } from '../../../src/adapters/lexical/bm25.js';
import { createLexicalBuilder } from '../../../src/adapters/lexical/lexical-builder.js';
import type { LexicalArrays } from '../../../src/adapters/lexical/lexical-layout.js';
import { lexicalParts } from '../../../src/adapters/lexical/lexical-parts.js';
import { openLexical, type OpenLexicalIndex } from '../../../src/adapters/lexical/open-lexical.js';
import { ClearError } from '../../../src/domain/errors.js';
import type { QueryTerm, ScoredRow } from '../../../src/ports/generation.js';

const words = ['会', '会议', '预算', '2025-02-20', 'n:3', 'covid', '𠮷', '', '\0', '\uD800', '教育局'];
const anyTerm = fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 3 }));
const anyPassages = fc.array(fc.array(anyTerm, { maxLength: 12 }), { maxLength: 25 });
const anyQuestion = fc.array(fc.record({ term: anyTerm, weight: fc.constantFrom(0.35, 0.5, 1, 2) }), { maxLength: 8 });

function build(passages: readonly (readonly string[])[]): LexicalArrays {
  const builder = createLexicalBuilder();
  for (const terms of passages) builder.add(terms);
  return builder.finish();
}

function bytesOf(arrays: LexicalArrays): ArrayBuffer {
  const bytes = Buffer.concat(lexicalParts(arrays));
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
}

function open(passages: readonly (readonly string[])[]): OpenLexicalIndex {
  return openLexical(bytesOf(build(passages)));
}

/** BM25 as the textbook writes it. */
function naiveSearch(passages: readonly (readonly string[])[], question: readonly QueryTerm[], limit: number): ScoredRow[] {
  const mean = passages.reduce((sum, terms) => sum + terms.length, 0) / passages.length || 1;
  const found = passages.map((terms, row) => {
    const norm = bm25.k1 * (1 - bm25.b + (bm25.b * terms.length) / mean);
    let score = 0;
    for (const { term, weight } of question) {
      const frequency = terms.filter((each) => each === term).length;
      const holders = passages.filter((each) => each.includes(term)).length;
      const inverse = Math.log(1 + (passages.length - holders + 0.5) / (holders + 0.5));
      if (frequency > 0) score += (weight * inverse * (bm25.k1 + 1) * frequency) / (frequency + norm);
    }
    return { row, score };
  });
  return found.filter(({ score }) => score > 0).sort((left, right) => right.score - left.score || left.row - right.row).slice(0, limit);
}

test('finds what the naive oracle finds, with the same scores in the same order', () => {
  fc.assert(
    fc.property(anyPassages, fc.array(anyQuestion, { minLength: 1, maxLength: 4 }), fc.integer({ min: 0, max: 30 }), (passages, questions, limit) => {
      const index = open(passages);
      // Several questions of one index: nothing of the first may be left when the second is asked.
      for (const question of questions) expect(index.search(question, limit)).toEqual(naiveSearch(passages, question, limit));
    }),
    { numRuns: 500 },
  );
});

test('the best of some ranges come with the best of all, each once', () => {
  fc.assert(
    fc.property(anyPassages, anyQuestion, fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }), fc.array(fc.boolean(), { minLength: 25, maxLength: 25 }), (passages, question, limit, more, isWanted) => {
      const index = open(passages);
      const all = naiveSearch(passages, question, passages.length);
      const best = [...all.slice(0, limit), ...all.filter(({ row }) => isWanted[row]).slice(0, more)];
      const ranges = passages.flatMap((_, row) => (isWanted[row] ? [{ first: row, end: row + 1 }] : []));
      expect(index.search(question, limit, { ranges, limit: more })).toEqual(all.filter((scored) => best.includes(scored)));
      expect(index.search(question, limit)).toEqual(all.slice(0, limit));
    }),
    { numRuns: 300 },
  );
});

test('a range is taken whole, from its first row to the one before its end', () => {
  const index = open([['会议', '预算'], ['会议'], ['会议', '教育'], ['会议', '教育', '预算', '预算']]);
  expect(index.search([{ term: '会议', weight: 1 }], 1, { ranges: [{ first: 2, end: 4 }], limit: 5 }).map(({ row }) => row)).toEqual([1, 2, 3]);
});

test('rarer, more frequent and shorter come first', () => {
  const index = open([['预算', '会议', '会议'], ['预算', '会议', '会议', '会议', '会议', '会议'], ['会议', '会议', '教育'], ['会议', '会议', '会议']]);
  expect(index.search([{ term: '预算', weight: 1 }, { term: '会议', weight: 1 }], 10).map(({ row }) => row)).toEqual([
    0, // holds the rare word and is short
    1, // holds the rare word
    3, // the common word three times
    2, // the common word twice
  ]);
  expect(index.passageFrequency('会议')).toBe(4);
  expect(index.passageFrequency('预算')).toBe(2);
  expect(index.passageFrequency('不在')).toBe(0);
});

test('weights that are nothing, negative or no number are passed over', () => {
  const index = open([['会议'], ['预算']]);
  const question = [0, -1, Number.NaN].map((weight) => ({ term: '会议', weight }));
  expect(index.search(question, 5)).toEqual([]);
  expect(index.search([...question, { term: '预算', weight: 1 }], 5).map(({ row }) => row)).toEqual([1]);
});

test('a term more than 255 times in one passage counts 255 times', () => {
  const index = open([Array<string>(300).fill('会'), ['议']]);
  const [found] = index.search([{ term: '会', weight: 1 }], 1);
  expect(found!.score).toBeGreaterThan(0);
  expect(build([Array<string>(300).fill('会')]).postings).toEqual(Uint32Array.of(255));
});

test('an index of nothing answers nothing', () => {
  expect(open([]).search([{ term: '会', weight: 1 }], 5)).toEqual([]);
  expect(open([[], []]).search([{ term: '会', weight: 1 }], 5)).toEqual([]);
});

test('passages taken over in any order give the bytes of a build from the start', () => {
  const rowsOf = fc.tuple(anyPassages, anyPassages).chain(([before, added]) =>
    fc.tuple(fc.constant(before), fc.shuffledSubarray([...before.map((_, row) => row), ...added.map((terms) => terms)])),
  );
  fc.assert(
    fc.property(rowsOf, ([before, order]) => {
      const previous = openLexical(bytesOf(build(before))).arrays;
      const builder = createLexicalBuilder(() => previous);
      for (const each of order) {
        if (typeof each === 'number') builder.carryOver(each);
        else builder.add(each);
      }
      const expected = build(order.map((each) => (typeof each === 'number' ? before[each]! : each)));
      expect(Buffer.from(bytesOf(builder.finish())).equals(Buffer.from(bytesOf(expected)))).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('refuses bytes that are cut short, foreign, of another version or contradict themselves', () => {
  const bytes = bytesOf(build([['会议', '预算'], ['会议']]));
  for (let length = 0; length < bytes.byteLength; length++) expect(() => openLexical(bytes.slice(0, length)), `${length} bytes`).toThrow(ClearError);
  const changed = (word: number, value: number): ArrayBuffer => {
    const copy = bytes.slice(0);
    new Uint32Array(copy, 0, 16)[word] = value;
    return copy;
  };
  expect(() => openLexical(changed(0, 1))).toThrow('does not begin like one; build the index again with "huida ingest"');
  expect(() => openLexical(changed(2, 2))).toThrow('format version 2 and this program reads version 1');
  expect(() => openLexical(changed(3, 0x04030201))).toThrow('other byte order');
  for (const word of [4, 5, 6, 7, 8]) expect(() => openLexical(changed(word, 0xffffffff))).toThrow(/announces|contradict/u);
});
