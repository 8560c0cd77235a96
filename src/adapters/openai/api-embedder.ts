import { createHash } from 'node:crypto';
import OpenAI, { APIError } from 'openai';
import { EmbedderFault, type Embedder } from '../../ports/embedder.js';
import type { VectorCache } from '../../ports/vector-cache.js';
import { boundedFetch } from './bounded-fetch.js';
import type { ModelAddress } from './chat-model.js';
import { faultOf } from './fault-of.js';
import { readEmbeddings } from './read-embeddings.js';

/** How an embedding model elsewhere is asked. */
export interface ApiEmbedderSettings {
  /** As the server lists it. */
  name: string;
  dimension: number;
  address: ModelAddress;
  /** What its vectors are called in the manifest of an index. */
  model: string;
  timeoutMs: number;
  /** Times that a request is made again; a question waits for none, a build does. */
  retries: number;
}

/** Texts of one request. */
const BATCH = 64;
/** A text that the server calls too long is halved down to this, in UTF-16 units. */
const SHORTEST_TEXT = 200;
/** What shows whether the server still has the same model: five texts whose vectors are kept. */
const PROBES = ['会议通过了关于政府工作报告的决议', '提案委员会审查立案', 'The committee approved the annual budget', '2025年2月20日', '主持会议'];
/** Cosine below which a vector is another one; servers round differently from day to day. */
const SAME = 0.999;

/**
 * An embedder behind an OpenAI-compatible address. Vectors are checked (count, order, dimension, finite, length) and kept, so that a
 * stopped build goes on where it was. Throws EmbedderFault.
 */
export function createApiEmbedder(settings: ApiEmbedderSettings, cache: VectorCache): Embedder & { hasChanged(): Promise<boolean> } {
  const { name, dimension, address, model, timeoutMs, retries } = settings;
  const client = new OpenAI({ baseURL: address.baseUrl, apiKey: address.apiKey ?? 'none', timeout: timeoutMs, maxRetries: retries, logLevel: 'off', fetch: boundedFetch(MOST_BYTES, retries > 0 ? MOST_PAUSE_MS : undefined).fetch });
  const keyOf = (text: string): string => `${name}\n${dimension}\n${createHash('sha256').update(text).digest('hex')}`;

  async function ask(texts: readonly string[]): Promise<Float32Array[]> {
    try {
      return readEmbeddings(await client.embeddings.create({ model: name, input: [...texts], encoding_format: 'float' }), texts, dimension);
    } catch (error) {
      if (!isTooLong(error)) throw error instanceof EmbedderFault ? error : new EmbedderFault(faultOf(error).message, { cause: error });
      return await askShorter(texts, error);
    }
  }

  /** Half of the texts at a time, then half of the text. */
  async function askShorter(texts: readonly string[], error: unknown): Promise<Float32Array[]> {
    const middle = Math.ceil(texts.length / 2);
    if (texts.length > 1) return [...(await ask(texts.slice(0, middle))), ...(await ask(texts.slice(middle)))];
    const [text = ''] = texts;
    if (text.length <= SHORTEST_TEXT) throw new EmbedderFault(faultOf(error).message, { cause: error });
    return await ask([text.slice(0, Math.ceil(text.length / 2)).toWellFormed()]);
  }

  async function embed(texts: readonly string[]): Promise<Float32Array[]> {
    // Servers refuse an empty text.
    const asked = texts.map((text) => (text.trim() === '' ? '。' : text));
    const keys = asked.map(keyOf);
    const found = new Map(cache.get(keys).flatMap((vector, index) => (vector?.length === dimension ? [[keys[index] ?? '', vector] as const] : [])));
    const missing = [...new Map(keys.map((key, index) => [key, asked[index] ?? ''])).entries()].filter(([key]) => !found.has(key));
    for (let start = 0; start < missing.length; start += BATCH) {
      const batch = missing.slice(start, start + BATCH);
      const vectors = await ask(batch.map(([, text]) => text));
      const entries = batch.map(([key], index) => ({ key, vector: vectors[index] ?? new Float32Array() }));
      cache.put(entries);
      for (const { key, vector } of entries) found.set(key, vector);
    }
    return keys.map((key) => found.get(key) ?? new Float32Array());
  }

  return {
    model,
    dimension,
    embed,
    async hasChanged() {
      const kept = cache.get(PROBES.map(keyOf));
      const now = await ask(PROBES);
      if (kept.some((vector) => vector === null)) {
        cache.put(PROBES.map((text, index) => ({ key: keyOf(text), vector: now[index] ?? new Float32Array() })));
        return false;
      }
      return kept.some((vector, index) => cosine(vector, now[index]) < SAME);
    },
  };
}

/** 64 vectors of 4,096 components in decimal digits. */
const MOST_BYTES = 16_000_000;
/** How long a build waits when a server asks for it. */
const MOST_PAUSE_MS = 60_000;

function isTooLong(error: unknown): boolean {
  return error instanceof APIError && (error.status === 400 || error.status === 413 || error.status === 422);
}

function cosine(a: Float32Array | null | undefined, b: Float32Array | undefined): number {
  return a?.length === b?.length ? (a?.reduce((sum, value, index) => sum + value * (b?.[index] ?? 0), 0) ?? 0) : 0;
}
