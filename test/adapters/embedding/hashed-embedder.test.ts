import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createHashedEmbedder } from '../../../src/adapters/embedding/hashed-embedder.js';
import { termsOf } from '../sample-documents.js';

const embedder = createHashedEmbedder(termsOf);
const cosine = (left: Float32Array, right: Float32Array): number => left.reduce((sum, value, index) => sum + value * right[index]!, 0);

test('every text gets a vector of length 1 and 512 components, always the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string({ unit: 'binary' }), { maxLength: 5 }), async (texts) => {
      const vectors = await embedder.embed(texts);
      expect(vectors).toEqual(await createHashedEmbedder(termsOf).embed(texts));
      expect(vectors).toHaveLength(texts.length);
      for (const vector of vectors) {
        expect(vector).toHaveLength(512);
        expect(cosine(vector, vector)).toBeCloseTo(1, 5);
      }
    }),
    { numRuns: 30 },
  );
});

test('shared wording brings texts near, other wording does not', async () => {
  const [question, near, far] = await embedder.embed(['会议决定拨款修建学校', '会议决定拨款三百万元修建学校', '天气晴朗适合出游']);
  expect(cosine(question!, near!)).toBeGreaterThan(0.6);
  expect(Math.abs(cosine(question!, far!))).toBeLessThan(0.2);
});

test('a text without features gets the first axis', async () => {
  const [vector] = await embedder.embed(['']);
  expect(Array.from(vector!.subarray(0, 2))).toEqual([1, 0]);
});

test('the name and the values of a text are pinned: another value needs another name', async () => {
  const [vector] = await embedder.embed(['会议2']);
  const filled = [...vector!.entries()].filter(([, value]) => value !== 0).map(([component, value]) => `${component} ${value.toFixed(3)}`);
  expect([embedder.model, ...filled].join(', ')).toMatchInlineSnapshot(`"hashed-512-v1, 94 -0.302, 110 -0.302, 177 -0.603, 351 0.603, 381 -0.302"`);
});
