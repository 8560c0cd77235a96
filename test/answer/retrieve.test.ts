import { expect, it } from 'vitest';
import { createHashedEmbedder } from '../../src/adapters/embedding/hashed-embedder.js';
import { retrieve } from '../../src/answer/retrieve.js';
import { understand } from '../../src/answer/understand.js';
import { indexTerms } from '../../src/language/tokens.js';
import { generationOf, thesaurus } from './ask-lanqiao.js';
import { inventedDocument } from './lanqiao-news.js';

it('passages of the record that a question names are candidates, however many others say more of it', async () => {
  const others = Array.from({ length: 60 }, (_, place) => `路灯维修经费由第${place + 1}村承担，路灯维修每年一次。`);
  const generation = await generationOf([...others, '本村今年种植果树，另有一盏路灯。'].map((text, place) => inventedDocument(`${place}.md`, text)));
  const named = generation.corpus.headers.findIndex(({ documentId }) => documentId === '60.md');
  const found = async (articles: ReadonlySet<number> | null): Promise<string[]> =>
    (await retrieve(understand('路灯维修经费由谁承担？', thesaurus), { named: [], body: null, articles, isMissing: false }, generation, createHashedEmbedder(indexTerms))).map(({ passage }) => passage.header.documentId);
  expect(await found(null)).not.toContain('60.md');
  const scoped = await found(new Set([named]));
  expect(scoped).toContain('60.md');
  expect(scoped).toHaveLength(51);
  expect(new Set(scoped).size).toBe(51);
});
