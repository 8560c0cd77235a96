import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { z } from 'zod';

/** A chat completion request as the API documents it; anything else is answered with 400. */
const request = z.strictObject({
  model: z.string().min(1),
  messages: z.array(z.strictObject({ role: z.enum(['system', 'user']), content: z.string().min(1) })).min(1),
  temperature: z.number().min(0).max(2).optional(),
  max_tokens: z.number().int().positive().optional(),
  max_completion_tokens: z.number().int().positive().optional(),
  stream: z.boolean().optional(),
  stream_options: z.strictObject({ include_usage: z.boolean() }).optional(),
  response_format: z.union([
    z.strictObject({ type: z.literal('json_object') }),
    z.strictObject({ type: z.literal('json_schema'), json_schema: z.strictObject({ name: z.string().regex(/^[\w-]{1,64}$/u), strict: z.boolean(), schema: z.record(z.string(), z.unknown()) }) }),
  ]).optional(),
});
export type ModelRequestBody = z.infer<typeof request>;

/** Answers one request; what it does not answer hangs. */
export type Behaviour = (body: ModelRequestBody, response: ServerResponse, call: number) => void;

export interface StrictModelServer {
  url: string;
  /** Bodies of the requests that were as they must be. */
  seen: ModelRequestBody[];
  /** What was wrong with the others. */
  refused: string[];
}

/** A model server that takes exactly the documented requests, with a key, and answers as told. Gone when the test is over. */
export async function strictModelServer(behave: Behaviour, key = 'k-1'): Promise<StrictModelServer> {
  const seen: ModelRequestBody[] = [];
  const refused: string[] = [];
  const server = createServer((incoming, response) => { void answer(incoming, response); });
  async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const refuse = (status: number, message: string): void => {
      refused.push(message);
      sendJson(response, status, { error: { message } });
    };
    if (incoming.headers.authorization !== `Bearer ${key}`) { refuse(401, 'no key'); return; }
    if (incoming.method !== 'POST' || incoming.url !== '/v1/chat/completions') { refuse(404, `${String(incoming.method)} ${String(incoming.url)}`); return; }
    const read = request.safeParse(JSON.parse(Buffer.concat(chunks).toString('utf8')));
    if (!read.success) { refuse(400, read.error.message); return; }
    seen.push(read.data);
    behave(read.data, response, seen.length);
  }
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => { server.close(() => { resolve(); }); });
  });
  return { url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/v1`, seen, refused };
}

export function sendJson(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

/** One event of a streamed completion. */
export function streamEvent(content: string | null, finishReason: string | null = null, rest: object = {}): string {
  return `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', created: 1, model: 'm', choices: [{ index: 0, delta: content === null ? {} : { content }, finish_reason: finishReason }], ...rest })}\n\n`;
}

/** A completion with this text, and whatever else the message or the reply is to hold. */
export function completion(content: unknown, { choice = {}, ...rest }: { choice?: object; usage?: unknown } = {}): object {
  return { id: 'c', object: 'chat.completion', created: 1, model: 'm', choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop', ...choice }], usage: { prompt_tokens: 12, completion_tokens: 3, total_tokens: 15 }, ...rest };
}
