import OpenAI from 'openai';
import { ModelFault, type ChatModel } from '../../ports/chat-model.js';
import { EmbedderFault } from '../../ports/embedder.js';
import type { ModelCheck } from '../../ports/model-check.js';
import { boundedFetch } from './bounded-fetch.js';
import { createChatModel, type ModelAddress } from './chat-model.js';
import { faultOf } from './fault-of.js';
import { readEmbeddings } from './read-embeddings.js';

const SCHEMA = { name: 'answer', schema: { type: 'object', additionalProperties: false, required: ['sum'], properties: { sum: { type: 'integer' } } } };
const QUESTION = { system: 'You give JSON and nothing else.', user: 'Give {"sum": N} where N is 2 + 3.', schema: SCHEMA, temperature: 0, maxOutputTokens: 50 };

/** Tries a configured address: its list of models, a reply of a given shape, and streaming. Sends three short requests and nothing of the record. */
export async function checkModel(name: string, address: ModelAddress, timeoutMs: number): Promise<ModelCheck[]> {
  const client = new OpenAI({ baseURL: address.baseUrl, apiKey: address.apiKey ?? 'none', timeout: timeoutMs, maxRetries: 0, logLevel: 'off', fetch: boundedFetch().fetch });
  const model = createChatModel(name, address, timeoutMs);
  return [
    await tried('models', async () => {
      const names = (await client.models.list()).data.map(({ id }) => id);
      return names.includes(name) ? `The server lists ${name} among ${names.length} models.` : `The server answers, but lists ${names.length} models without ${name}: ${names.slice(0, 5).join(', ')}.`;
    }),
    await tried('reply', async () => await askForShape(model, timeoutMs)),
    await tried('streaming', async () => {
      let pieces = 0;
      for await (const chunk of await client.chat.completions.create({ model: name, messages: [{ role: 'user', content: 'Say only: one two three' }], stream: true })) if ((chunk.choices[0]?.delta.content ?? '') !== '') pieces++;
      if (pieces === 0) throw new ModelFault('no_text', 'the stream held no text');
      return `A reply came in ${pieces} pieces.`;
    }),
  ];
}

/** Asks a configured embedding model for the vectors of three short texts. */
export async function checkEmbeddings(name: string, dimension: number, address: ModelAddress, timeoutMs: number): Promise<ModelCheck> {
  const client = new OpenAI({ baseURL: address.baseUrl, apiKey: address.apiKey ?? 'none', timeout: timeoutMs, maxRetries: 0, logLevel: 'off', fetch: boundedFetch().fetch });
  return await tried('embeddings', async () => {
    const texts = ['会议', '提案', 'budget'];
    const reply = await client.embeddings.create({ model: name, input: texts, encoding_format: 'float' });
    readEmbeddings(reply, texts, dimension);
    return `Vectors of ${dimension} components came for ${texts.length} texts.`;
  });
}

async function askForShape(model: ChatModel & { mode(): string }, timeoutMs: number): Promise<string> {
  const { text, inputTokens, calls } = await model.complete({ ...QUESTION, signal: AbortSignal.timeout(timeoutMs) });
  const isRight = /"sum"\s*:\s*5\b/.test(text);
  const mode = { json_schema: 'the server holds replies to a schema', json_object: 'the server gives JSON of any shape', text: 'the server gives plain text, which is read as far as it is JSON' }[model.mode() as 'text'];
  return `${isRight ? 'The model gave what it was asked for' : 'The model answers, but gave something else than it was asked for'}; ${mode}; ${calls} calls; ${inputTokens === null ? 'tokens are not counted by the server' : 'tokens are counted'}.`;
}

async function tried(name: string, work: () => Promise<string>): Promise<ModelCheck> {
  const startedMs = performance.now();
  const took = (): number => Math.round(performance.now() - startedMs);
  try {
    return { name, outcome: 'works', detail: await work(), latencyMs: took() };
  } catch (error) {
    const { kind, message } = faultOf(error);
    return { name, outcome: 'fails', detail: error instanceof EmbedderFault ? `${error.message}.` : `${kind}: ${message}.`, latencyMs: took() };
  }
}
