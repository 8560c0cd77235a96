import { LLMock } from '@copilotkit/aimock';
import type { ServerResponse } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createChatModel } from '../../../src/adapters/openai/chat-model.js';
import { checkEmbeddings, checkModel } from '../../../src/adapters/openai/check-model.js';
import { ModelFault, type ChatRequest } from '../../../src/ports/chat-model.js';
import { completion, sendJson, streamEvent, strictModelServer, type Behaviour } from './strict-model-server.js';

const KEY = 'k-1';
const asked = (timeoutMs = 5000): ChatRequest => ({ system: 'you word answers', user: '{"question": "几件？"}', schema: { name: 'statements', schema: { type: 'object' } }, temperature: 0, maxOutputTokens: 100, signal: AbortSignal.timeout(timeoutMs) });
const faultOf = async (work: Promise<unknown>): Promise<ModelFault> => await work.then(() => { throw new Error('nothing failed'); }, (error: unknown) => { if (error instanceof ModelFault) return error; throw error; });
const raw = (response: ServerResponse, status: number, text: string, type = 'text/html'): void => { response.writeHead(status, { 'content-type': type }).end(text); };

describe('the chat model', () => {
  it('sends what the API documents, and gives text and tokens', async () => {
    const server = await strictModelServer((_, response) => { sendJson(response, 200, completion('{"statements": []}')); });
    expect(await createChatModel('m', { baseUrl: server.url, apiKey: KEY }, 2000).complete(asked())).toEqual({ text: '{"statements": []}', inputTokens: 12, outputTokens: 3, calls: 1 });
    expect(server.refused).toEqual([]);
    expect(server.seen[0]).toMatchObject({ model: 'm', response_format: { type: 'json_schema' }, max_tokens: 100, temperature: 0 });
  });

  it('asks in a simpler mode where the server refuses a schema, and remembers', async () => {
    const server = await strictModelServer((body, response) => { if (body.response_format?.type === 'json_schema') sendJson(response, 400, { error: { message: 'response_format is not supported' } }); else sendJson(response, 200, completion('{}')); });
    const model = createChatModel('m', { baseUrl: server.url, apiKey: KEY }, 2000);
    expect((await model.complete(asked())).calls).toBe(2);
    expect((await model.complete(asked())).calls).toBe(1);
    expect(model.mode()).toBe('json_object');
  });

  it('asks reasoning models under the names that they know', async () => {
    const server = await strictModelServer((body, response) => { if (body.max_tokens === undefined) sendJson(response, 200, completion('{}')); else sendJson(response, 400, { error: { message: "Unsupported parameter: 'max_tokens'", param: 'max_tokens' } }); });
    const model = createChatModel('m', { baseUrl: server.url, apiKey: KEY }, 2000);
    expect((await model.complete(asked())).calls).toBe(2);
    expect((await model.complete(asked())).calls).toBe(1);
    expect(server.seen.at(-1)).toMatchObject({ max_completion_tokens: 100, response_format: { type: 'json_schema' } });
  });

  const FAULTS: readonly (readonly [string, ModelFault['kind'], number, Behaviour])[] = [
    ['93 a reply that was cut off', 'cut_off', 1, (_, response) => { sendJson(response, 200, completion('{"sta', { choice: { finish_reason: 'length' } })); }],
    ['93 a reply that was filtered', 'filtered', 1, (_, response) => { sendJson(response, 200, completion('', { choice: { finish_reason: 'content_filter' } })); }],
    ['93 a call of a tool instead of text', 'no_text', 1, (_, response) => { sendJson(response, 200, completion(null, { choice: { finish_reason: 'tool_calls', message: { role: 'assistant', content: null, tool_calls: [] } } })); }],
    ['93 thoughts and no text', 'no_text', 1, (_, response) => { sendJson(response, 200, completion(null, { choice: { message: { role: 'assistant', content: null, reasoning_content: 'hm' } } })); }],
    ['95 a page to log in', 'no_text', 1, (_, response) => { raw(response, 200, '<html>log in</html>'); }],
    ['95 nothing at all', 'no_text', 1, (_, response) => { response.writeHead(204).end(); }],
    ['95 a broken length', 'unreachable', 2, (_, response) => { response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' }).write('{'); response.destroy(); }],
    ['95 another address', 'unreachable', 2, (_, response) => { response.writeHead(301, { location: 'http://127.0.0.1:9/elsewhere' }).end(); }],
    ['87 five megabytes', 'no_text', 1, (_, response) => { sendJson(response, 200, completion('x'.repeat(5_000_000))); }],
    ['96 a context that is too long', 'bad_request', 2, (_, response) => { sendJson(response, 400, { error: { message: 'context too long' } }); }],
    ['96 a key that is refused', 'refused_key', 1, (_, response) => { sendJson(response, 401, { error: { message: `bad key ${KEY}` } }); }],
    ['95 bytes that are no gzip', 'no_text', 1, (_, response) => { response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end('{"choices": []}'); }],
    ['95 chunks that break off', 'no_text', 1, (_, response) => { response.writeHead(200, { 'content-type': 'application/json', 'transfer-encoding': 'chunked' }).write('{"choices": ['); setTimeout(() => { response.destroy(); }, 20); }],
    ['93 no reason why it ended, and no text', 'no_text', 1, (_, response) => { sendJson(response, 200, { choices: [{ message: {} }] }); }],
    ['96 a place that is forbidden', 'refused_key', 1, (_, response) => { sendJson(response, 403, {}); }],
    ['96 a request that took too long', 'timeout', 2, (_, response) => { sendJson(response, 408, {}); }],
    ['96 a conflict', 'bad_request', 2, (_, response) => { sendJson(response, 409, {}); }],
    ['96 a request that is too large', 'bad_request', 1, (_, response) => { sendJson(response, 413, {}); }],
    ['96 not there for a while', 'server_error', 2, (_, response) => { sendJson(response, 503, {}); }],
    ['96 no credit', 'refused_key', 1, (_, response) => { sendJson(response, 402, {}); }],
    ['96 a model that is not there', 'bad_request', 1, (_, response) => { sendJson(response, 404, {}); }],
    ['96 too many requests, come back at once', 'rate_limited', 2, (_, response) => { sendJson(response, 429, {}, { 'retry-after': '0.05' }); }],
    ['96 broken inside', 'server_error', 2, (_, response) => { sendJson(response, 500, {}); }],
    ['96 a gateway with a page', 'server_error', 2, (_, response) => { raw(response, 502, '<html>bad gateway</html>'); }],
    ['96 overloaded', 'server_error', 2, (_, response) => { sendJson(response, 529, {}); }],
    ['97 a connection that is cut', 'unreachable', 2, (_, response) => { response.destroy(); }],
  ];
  it.each(FAULTS)('%s is a fault of the kind %s after %i calls', { timeout: 20_000 }, async (_, kind, calls, behave) => {
    const server = await strictModelServer(behave);
    const fault = await faultOf(createChatModel('m', { baseUrl: server.url, apiKey: KEY }, 2000).complete(asked()));
    expect({ kind: fault.kind, calls: fault.calls, seen: server.seen.length }).toEqual({ kind, calls, seen: calls });
    expect(fault.message).not.toContain(KEY);
  });

  it.each([['1e9'], ['3600'], [new Date(Date.now() + 3_600_000).toUTCString()]])('96 too many requests, come back in a while (%s): nobody waits for that', async (after) => {
    const server = await strictModelServer((_, response) => { sendJson(response, 429, {}, { 'retry-after': after }); });
    const fault = await faultOf(createChatModel('m', { baseUrl: server.url, apiKey: KEY }, 2000).complete(asked()));
    expect({ kind: fault.kind, calls: server.seen.length }).toEqual({ kind: 'rate_limited', calls: 1 });
  });

  it('97 a server that hangs, and one that is not there', async () => {
    const hanging = await strictModelServer(() => undefined);
    expect((await faultOf(createChatModel('m', { baseUrl: hanging.url, apiKey: KEY }, 60_000).complete(asked(200)))).kind).toBe('timeout');
    expect((await faultOf(createChatModel('m', { baseUrl: 'http://127.0.0.1:9/v1', apiKey: null }, 2000).complete(asked()))).kind).toBe('unreachable');
    expect((await faultOf(createChatModel('m', { baseUrl: hanging.url.replace('http:', 'https:'), apiKey: KEY }, 2000).complete(asked()))).kind).toBe('unreachable');
    expect((await faultOf(createChatModel('m', { baseUrl: 'http://no-such-host.invalid/v1', apiKey: null }, 2000).complete(asked()))).kind).toBe('unreachable');
  });

  it('is left alone after three faults in a row, so that nobody waits for it', { timeout: 20_000 }, async () => {
    const server = await strictModelServer((_, response) => { sendJson(response, 401, {}); });
    const model = createChatModel('m', { baseUrl: server.url, apiKey: KEY }, 2000);
    const kinds = [];
    for (let question = 0; question < 5; question++) kinds.push((await faultOf(model.complete(asked()))).kind);
    expect(kinds).toEqual(['refused_key', 'refused_key', 'refused_key', 'resting', 'resting']);
    expect(server.seen.length).toBe(3);
  });

  it.each([[undefined], [null], [{ prompt_tokens: -4, completion_tokens: 2 }], [{ prompt_tokens: 1e15, completion_tokens: 'many' }]])('99 a use of %j is one that nobody knows', async (usage) => {
    const server = await strictModelServer((_, response) => { sendJson(response, 200, { ...completion('{}'), usage }); });
    const reply = await createChatModel('m', { baseUrl: server.url, apiKey: KEY }, 2000).complete(asked());
    expect(reply.inputTokens).toBeNull();
  });
});

describe('a reply that is streamed', () => {
  const DONE = 'data: [DONE]\n\n';
  const streamed = async (...pieces: (string | Uint8Array)[]) => {
    const server = await strictModelServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      for (const piece of pieces) response.write(piece);
      response.end();
    });
    const heard: string[] = [];
    const reply = createChatModel('m', { baseUrl: server.url, apiKey: KEY }, 2000).complete({ ...asked(), onText: (soFar) => { heard.push(soFar); } });
    return { reply, heard, server };
  };

  it('is heard as it comes, with what it took', async () => {
    const { reply, heard, server } = await streamed(streamEvent('{"a"'), streamEvent(': 1}'), streamEvent(null, 'stop'), `data: ${JSON.stringify({ choices: [], usage: { prompt_tokens: 7, completion_tokens: 2 } })}\n\n`, DONE);
    expect(await reply).toEqual({ text: '{"a": 1}', inputTokens: 7, outputTokens: 2, calls: 1 });
    expect(heard).toEqual(['{"a"', '{"a": 1}']);
    expect(server.seen[0]).toMatchObject({ stream: true, stream_options: { include_usage: true } });
  });

  const cut = Buffer.from(streamEvent('收到提案', 'stop'));
  it.each<[string, (string | Uint8Array)[], string]>([
    ['94 with comment lines and CRLF', [': still here\r\n\r\n', streamEvent('好').replaceAll('\n', '\r\n'), streamEvent(null, 'stop'), DONE], '好'],
    ['94 without [DONE]', [streamEvent('好'), streamEvent(null, 'stop')], '好'],
    ['94 cut inside a character of UTF-8', [cut.subarray(0, cut.indexOf('收') + 1), cut.subarray(cut.indexOf('收') + 1), DONE], '收到提案'],
  ])('%s is read', async (_, pieces, text) => {
    expect((await (await streamed(...pieces)).reply).text).toBe(text);
  });

  it.each<[string, ModelFault['kind'], string[]]>([
    ['94 an empty stream', 'no_text', []],
    ['94 nothing but the end', 'no_text', [DONE]],
    ['94 a stream that breaks off', 'cut_off', [streamEvent('{"statem')]],
    ['94 an error in the stream', 'no_text', [streamEvent('{"st'), 'data: {"error": {"message": "overloaded", "code": 529}}\n\n']],
    ['94 what is no JSON', 'no_text', ['data: <html>\n\n', DONE]],
    ['93 cut off at its length', 'cut_off', [streamEvent('{"st'), streamEvent(null, 'length'), DONE]],
    ['93 filtered', 'filtered', [streamEvent('一'), streamEvent(null, 'content_filter'), DONE]],
  ])('%s is a fault', async (_, kind, pieces) => {
    expect((await faultOf((await streamed(...pieces)).reply)).kind).toBe(kind);
  });

  it('94 one byte at a time for ever ends with the time of the question', async () => {
    const server = await strictModelServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      const timer = setInterval(() => { response.write(' '); }, 20);
      response.on('close', () => { clearInterval(timer); });
    });
    const fault = await faultOf(createChatModel('m', { baseUrl: server.url, apiKey: KEY }, 60_000).complete({ ...asked(300), onText: () => undefined }));
    expect(fault.kind).toBe('timeout');
  });
});

describe('a server that others wrote', () => {
  const mocked = async (): Promise<LLMock> => {
    const mock = new LLMock({ port: 0 });
    mock.onMessage(/.*/u, { content: '{"sum": 5}' });
    await mock.start();
    onTestFinished(async () => { await mock.stop(); });
    return mock;
  };

  it('understands what we send and is understood', async () => {
    const mock = await mocked();
    const reply = await createChatModel('gpt-4o', { baseUrl: `${mock.url}/v1`, apiKey: 'mock' }, 2000).complete(asked());
    expect(reply).toMatchObject({ text: '{"sum": 5}', calls: 1 });
  });

  it('streams what we hear', async () => {
    const mock = await mocked();
    const heard: string[] = [];
    expect((await createChatModel('gpt-4o', { baseUrl: `${mock.url}/v1`, apiKey: 'mock' }, 2000).complete({ ...asked(), onText: (soFar) => { heard.push(soFar); } })).text).toBe('{"sum": 5}');
    expect(heard.at(-1)).toBe('{"sum": 5}');
  });

  it('has its passing faults retried once', async () => {
    const mock = await mocked();
    mock.nextRequestError(503);
    expect(await createChatModel('gpt-4o', { baseUrl: `${mock.url}/v1`, apiKey: 'mock' }, 2000).complete(asked())).toMatchObject({ calls: 2 });
  });

  it('passes the checks of huida doctor', async () => {
    const mock = await mocked();
    const checks = await checkModel('gpt-4o', { baseUrl: `${mock.url}/v1`, apiKey: 'mock' }, 2000);
    expect(checks.map(({ name, outcome }) => `${name} ${outcome}`)).toEqual(['models works', 'reply works', 'streaming works']);
    expect(checks[1]?.detail).toContain('The model gave what it was asked for');
  });

  it('gives vectors that are taken, and one of another length is named', async () => {
    const mock = await mocked();
    const address = { baseUrl: `${mock.url}/v1`, apiKey: 'mock' };
    expect(await checkEmbeddings('text-embedding-3-small', 1536, address, 2000)).toMatchObject({ outcome: 'works' });
    expect(await checkEmbeddings('text-embedding-3-small', 8, address, 2000)).toMatchObject({ outcome: 'fails', detail: 'the server gave a vector of 1536 components, and EMBEDDING_DIMENSION is 8.' });
  });
});
