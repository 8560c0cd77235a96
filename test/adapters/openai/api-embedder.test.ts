import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createApiEmbedder } from '../../../src/adapters/openai/api-embedder.js';
import { openVectorCache } from '../../../src/adapters/sqlite/vector-cache.js';
import { EmbedderFault } from '../../../src/ports/embedder.js';
import { temporaryFolder } from '../temporary-folder.js';
import { engines } from '../sqlite/engines.js';
import { embeddingServer, sendVectors, vectorOf, type EmbeddingServer } from './embedding-server.js';

const TEXTS = ['收到提案', '审查立案', '政协委员', '会议通过'];
const cacheIn = (folder = temporaryFolder()) => {
  const cache = openVectorCache(join(folder, 'embeddings.sqlite'));
  onTestFinished(() => { cache.close(); });
  return cache;
};
const embedderAt = (url: string, cache = cacheIn(), retries = 0) => createApiEmbedder({ name: 'e', dimension: 4, address: { baseUrl: url, apiKey: 'k-1' }, model: 'api:e#1', timeoutMs: 2000, retries }, cache);
const unit = (values: readonly number[]): number[] => {
  const length = Math.hypot(...values);
  return [...Float32Array.from(values, (value) => value / length)];
};

describe('an embedder behind an address', () => {
  it('gives unit vectors in the order of the texts, and asks for none twice', async () => {
    const server = await embeddingServer();
    const embedder = embedderAt(server.url);
    expect((await embedder.embed([...TEXTS, TEXTS[0] ?? ''])).map((vector) => [...vector])).toEqual([...TEXTS, TEXTS[0] ?? ''].map((text) => unit(vectorOf(text))));
    await embedder.embed([...TEXTS].reverse());
    expect(server.seen).toEqual([TEXTS]);
  });

  it('asks in batches, and goes on behind what a stopped build had', async () => {
    const server = await embeddingServer();
    const folder = temporaryFolder();
    const many = Array.from({ length: 150 }, (_, index) => `第${String(index)}件提案`);
    let left = 2;
    const whole = server.behave;
    server.behave = (texts, response) => { if (left-- > 0) whole(texts, response); else response.destroy(); };
    await expect(embedderAt(server.url, cacheIn(folder)).embed(many)).rejects.toThrow(EmbedderFault);
    server.behave = whole;
    const vectors = await embedderAt(server.url, cacheIn(folder)).embed(many);
    expect(vectors).toHaveLength(150);
    expect(server.seen.map((texts) => texts.length)).toEqual([64, 64, 22, 22]);
  });

  it('takes vectors by their number, whatever order they come in', async () => {
    const server = await embeddingServer();
    server.behave = (texts, response) => { sendVectors(response, texts.map((text) => vectorOf(text)).reverse(), (at) => texts.length - 1 - at); };
    expect((await embedderAt(server.url).embed(TEXTS)).map((vector) => [...vector])).toEqual(TEXTS.map((text) => unit(vectorOf(text))));
  });

  const right = (text: string): number[] => vectorOf(text);
  it.each<[string, string, (server: EmbeddingServer) => void]>([
    ['100 another dimension', 'a vector of 3 components', (server) => { server.behave = (texts, response) => { sendVectors(response, texts.map(() => [1, 2, 3])); }; }],
    ['100 mixed dimensions', 'a vector of 5 components', (server) => { server.behave = (texts, response) => { sendVectors(response, texts.map((text, at) => (at === 2 ? [...right(text), 1] : right(text)))); }; }],
    ['100 nothing', '0 vectors for 4 texts', (server) => { server.behave = (_, response) => { sendVectors(response, []); }; }],
    ['100 one too few', '3 vectors for 4 texts', (server) => { server.behave = (texts, response) => { sendVectors(response, texts.slice(1).map(right)); }; }],
    ['100 one number twice', 'fits no order', (server) => { server.behave = (texts, response) => { sendVectors(response, texts.map(right), (at) => (at === 3 ? 0 : at)); }; }],
    ['101 null among the numbers', 'finite numbers', (server) => { server.behave = (texts, response) => { sendVectors(response, texts.map(() => [1, null, 2, 3])); }; }],
    ['101 text among the numbers', 'finite numbers', (server) => { server.behave = (texts, response) => { sendVectors(response, texts.map(() => [1, '2', 2, 3])); }; }],
    ['101 base64', 'finite numbers', (server) => { server.behave = (texts, response) => { sendVectors(response, texts.map(() => 'AACAPwAAAEA=')); }; }],
    ['101 numbers beyond all bounds', 'usable length', (server) => { server.behave = (texts, response) => { sendVectors(response, texts.map(() => [1e30, 1, 1, 1])); }; }],
    ['101 zeros', 'usable length', (server) => { server.behave = (texts, response) => { sendVectors(response, texts.map(() => [0, 0, 0, 0])); }; }],
    ['101 next to nothing', 'usable length', (server) => { server.behave = (texts, response) => { sendVectors(response, texts.map(() => [1e-310, 0, 0, 0])); }; }],
    ['105 one vector for every text', 'one and the same vector', (server) => { server.behave = (texts, response) => { sendVectors(response, texts.map(() => [1, 2, 3, 4])); }; }],
    ['95 a page to log in', 'list of vectors', (server) => { server.behave = (_, response) => { response.writeHead(200, { 'content-type': 'text/html' }).end('<html>'); }; }],
    ['96 a key that is refused', 'status 401', (server) => { server.behave = (_, response) => { response.writeHead(401).end('{}'); }; }],
  ])('%s: keeps nothing and says so', async (_, message, spoil) => {
    const server = await embeddingServer();
    const [cache, whole] = [cacheIn(), server.behave];
    spoil(server);
    await expect(embedderAt(server.url, cache).embed(TEXTS)).rejects.toThrow(message);
    server.behave = whole;
    expect(await embedderAt(server.url, cache).embed(TEXTS)).toHaveLength(4);
    expect(server.seen.at(-1)).toEqual(TEXTS);
  });

  it('103 waits and asks again while a build goes on', { timeout: 20_000 }, async () => {
    const server = await embeddingServer();
    let faults = 2;
    const whole = server.behave;
    server.behave = (texts, response) => { if (faults-- > 0) response.writeHead(faults === 1 ? 429 : 503, { 'retry-after': '0.05' }).end('{}'); else whole(texts, response); };
    expect(await embedderAt(server.url, cacheIn(), 5).embed(TEXTS)).toHaveLength(4);
    expect(server.seen).toHaveLength(3);
  });

  it('104 sends less where the server calls it too much, and something for an empty text', async () => {
    const server = await embeddingServer();
    const whole = server.behave;
    server.behave = (texts, response) => { if (texts.length > 2 || texts.some((text) => text.length > 1000)) response.writeHead(texts.length > 2 ? 413 : 400).end('{"error": {"message": "too long"}}'); else whole(texts, response); };
    const vectors = await embedderAt(server.url).embed([...TEXTS, '', '长'.repeat(5000)]);
    expect(vectors).toHaveLength(6);
    expect(vectors.every((vector) => vector.length === 4)).toBe(true);
  });

  it('102 notices that the server has another model under the same name', async () => {
    const server = await embeddingServer();
    const cache = cacheIn();
    expect(await embedderAt(server.url, cache).hasChanged()).toBe(false);
    expect(await embedderAt(server.url, cache).hasChanged()).toBe(false);
    server.behave = (texts, response) => { sendVectors(response, texts.map((text) => vectorOf(text, 3))); };
    expect(await embedderAt(server.url, cache).hasChanged()).toBe(true);
  });
});

it.each(engines)('vectors are kept, and all of a model go with its next revision (%s)', (engine) => {
  const cache = openVectorCache(join(temporaryFolder(), 'embeddings.sqlite'), engine);
  cache.put([{ key: 'm\n4\naa', vector: Float32Array.of(1, 2) }, { key: 'm2\n4\naa', vector: Float32Array.of(3) }]);
  expect(cache.get(['m\n4\naa', 'none', 'm2\n4\naa']).map((vector) => (vector === null ? null : [...vector]))).toEqual([[1, 2], null, [3]]);
  expect([cache.revision('m'), cache.nextRevision('m'), cache.revision('m'), cache.revision('m2')]).toEqual([1, 2, 2, 1]);
  expect(cache.get(['m\n4\naa', 'm2\n4\naa']).map((vector) => vector === null)).toEqual([true, false]);
  cache.close();
});
