import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildHnsw } from '../../../src/adapters/hnswlib/build-hnsw.js';
import { createExactIndex } from '../../../src/adapters/hnswlib/exact-index.js';
import { openHnswIndex } from '../../../src/adapters/hnswlib/hnsw-index.js';
import { DELETED, type Labels } from '../../../src/adapters/hnswlib/labels.js';
import { isHnswlibUsable } from '../../../src/adapters/hnswlib/native-module.js';
import { createVectorWriter, openVectorReader, readVectors } from '../../../src/adapters/hnswlib/vector-file.js';
import { ClearError } from '../../../src/domain/errors.js';
import type { VectorIndex } from '../../../src/ports/generation.js';
import { dimension, sampleVector } from '../sample-documents.js';
import { temporaryFolder } from '../temporary-folder.js';

const texts = Array.from({ length: 300 }, (_, row) => `第${row}段`);
const withNative = describe.skipIf(!isHnswlibUsable());

function writeVectors(file: string, wanted: readonly string[]): void {
  const writer = createVectorWriter(file, dimension);
  for (const text of wanted) writer.append(sampleVector(text));
  writer.finish();
}

interface Built {
  file: string;
  labels: Labels;
  exact: VectorIndex;
  graph: VectorIndex;
}

async function built(folder: string, name: string, wanted: readonly string[], earlier: { from: Built; newRows: Uint32Array } | null = null): Promise<Built> {
  const [vectorFile, file] = [join(folder, `${name}.f32`), join(folder, `${name}.hnsw`)];
  writeVectors(vectorFile, wanted);
  const old = earlier === null ? null : { file: earlier.from.file, labels: earlier.from.labels, newRows: earlier.newRows };
  const labels = (await buildHnsw({ vectorFile, file, dimension, rowCount: wanted.length, earlier: old }))!;
  return { file, labels, exact: createExactIndex(readVectors(vectorFile), dimension), graph: openHnswIndex(file, dimension, wanted.length, labels) };
}

function expectSame(left: VectorIndex, right: VectorIndex, questions: readonly string[]): void {
  for (const question of questions) {
    const [one, other] = [left, right].map((index) => index.search(sampleVector(question), 10));
    expect(one!.map(({ row }) => row)).toEqual(other!.map(({ row }) => row));
    one!.forEach(({ score }, place) => { expect(score).toBeCloseTo(other![place]!.score, 4); });
  }
}

test('the vector file gives back every vector, all at once and one by one', () => {
  const file = join(temporaryFolder(), 'vectors.f32');
  writeVectors(file, texts);
  expect(statSync(file).size).toBe(texts.length * dimension * 4);
  const [all, reader] = [readVectors(file), openVectorReader(file, dimension)];
  for (const [row, text] of texts.entries()) {
    expect(reader.vector(row)).toEqual(sampleVector(text));
    expect(all.subarray(row * dimension, (row + 1) * dimension)).toEqual(sampleVector(text));
  }
  expect(() => reader.vector(texts.length)).toThrow(RangeError);
  reader.close();
});

test('the exact scan agrees with a scan written plainly', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { maxLength: 40 }), fc.string(), fc.integer({ min: 0, max: 50 }), (rows, question, limit) => {
      const index = createExactIndex(Float32Array.from(rows.flatMap((text) => [...sampleVector(text)])), dimension);
      const wanted = sampleVector(question);
      const expected = rows.map((text, row) => ({ row, score: sampleVector(text).reduce((sum, value, place) => sum + value * wanted[place]!, 0) }));
      const found = index.search(wanted, limit);
      expect(found).toHaveLength(Math.min(limit, rows.length));
      found.forEach(({ row, score }, place) => {
        expect(score).toBeCloseTo(expected[row]!.score, 5);
        if (place > 0) expect(score).toBeLessThanOrEqual(found[place - 1]!.score);
      });
    }),
  );
});

withNative('graph (skipped where the native module was not built)', () => {
  test('finds what the exact scan finds; the passage itself first with a score of 1', async () => {
    const { exact, graph } = await built(temporaryFolder(), 'one', texts);
    expect([exact.kind, graph.kind]).toEqual(['exact', 'hnsw']);
    expectSame(graph, exact, texts.slice(0, 50));
    expect(graph.search(sampleVector(texts[7]!), 1)[0]).toMatchObject({ row: 7, score: expect.closeTo(1, 5) as number });
    expect(graph.search(sampleVector('x'), 10_000)).toHaveLength(texts.length);
    for (const limit of [0, -1, Number.NaN]) expect(graph.search(sampleVector('x'), limit)).toEqual([]);
  });

  test('a small change adds and marks; results equal a graph built from the start', async () => {
    const folder = temporaryFolder();
    const first = await built(folder, 'first', texts);
    // Rows 0 to 9 go, ten new ones stand in front, the others move.
    const wanted = [...Array.from({ length: 10 }, (_, row) => `新${row}`), ...texts.slice(10)];
    const newRows = Uint32Array.from(texts, (_, row) => (row < 10 ? 0 : row + 1));
    const second = await built(folder, 'second', wanted, { from: first, newRows });
    expect(second.labels).toHaveLength(310);
    expect([...second.labels.subarray(0, 11)]).toEqual([...Array<number>(10).fill(DELETED), 10]);
    expectSame(second.graph, second.exact, wanted.slice(0, 50));
    // A third generation on top: what was marked stays marked.
    const third = await built(folder, 'third', wanted.slice(1), { from: second, newRows: Uint32Array.from(wanted, (_, row) => row) });
    expect(third.labels).toHaveLength(310);
    expectSame(third.graph, third.exact, wanted.slice(1, 50));
  });

  test('a large change builds anew, without deleted vectors', async () => {
    const folder = temporaryFolder();
    const first = await built(folder, 'first', texts);
    const second = await built(folder, 'second', texts.slice(100), { from: first, newRows: Uint32Array.from(texts, (_, row) => (row < 100 ? 0 : row - 99)) });
    expect(second.labels).toHaveLength(200);
    expectSame(second.graph, second.exact, texts.slice(100, 120));
  });

  test('no vectors, no graph; labels that do not fit are refused', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'none.f32'), '');
    expect(await buildHnsw({ vectorFile: join(folder, 'none.f32'), file: join(folder, 'none.hnsw'), dimension, rowCount: 0, earlier: null })).toBeNull();
    const { file, labels } = await built(folder, 'one', texts);
    for (const wrong of [dimension / 2, dimension * 2]) {
      expect(() => openHnswIndex(file, wrong, texts.length, labels)).toThrow(`its graph holds vectors of 64 bytes instead of ${wrong * 4}`);
    }
    const doubled = labels.slice();
    doubled[0] = 1;
    for (const wrong of [labels.subarray(1), doubled, labels.map(() => DELETED), labels.map((row) => row + 1)]) {
      expect(() => openHnswIndex(file, dimension, texts.length, wrong)).toThrow('does not fit');
    }
  });
});

describe('vectors that would harm the native module', () => {
  const good = sampleVector('x');
  const bad: [string, unknown][] = [
    ['too short', good.slice(1)],
    ['too long', new Float32Array(dimension + 1).fill(1)],
    ['empty', new Float32Array(0)],
    ['zero', new Float32Array(dimension)],
    ['NaN', good.map((value, index) => (index === 3 ? Number.NaN : value))],
    ['infinite', good.map((value, index) => (index === 3 ? Infinity : value))],
    ['strings', [...good].map(String)],
    ['nulls', Array(dimension).fill(null)],
    ['no vector', undefined],
  ];
  test.each(bad)('%s: refused by every door', async (_, vector) => {
    const folder = temporaryFolder();
    const writer = createVectorWriter(join(folder, 'v.f32'), dimension);
    expect(() => { writer.append(vector as Float32Array); }).toThrow(ClearError);
    writer.abort();
    expect(() => createExactIndex(good, dimension).search(vector as Float32Array, 1)).toThrow(ClearError);
    if (isHnswlibUsable()) {
      const { graph } = await built(folder, 'one', ['x']);
      expect(() => graph.search(vector as Float32Array, 1)).toThrow(ClearError);
    }
  });

  test('a vector of another length than 1 is brought to 1', () => {
    const index = createExactIndex(good, dimension);
    expect(index.search(good.map((value) => value * 40), 1)[0]!.score).toBeCloseTo(1, 5);
  });
});
