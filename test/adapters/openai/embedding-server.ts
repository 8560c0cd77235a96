import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { z } from 'zod';

const request = z.strictObject({ model: z.string().min(1), input: z.array(z.string().min(1)).min(1).max(2048), encoding_format: z.literal('float') });

/** The vector that the invented model `seed` gives a text: four numbers from its characters. */
export function vectorOf(text: string, seed = 1): number[] {
  const sums = [1, 1, 1, 1];
  for (const [index, character] of [...text].entries()) sums[(index + seed) % 4] = (sums[(index + seed) % 4] ?? 0) + (((character.codePointAt(0) ?? 0) * seed * 31) % 97);
  return sums;
}

export interface EmbeddingServer {
  url: string;
  /** Texts of each request. */
  seen: string[][];
  /** What it does; may be replaced while it runs. */
  behave: (texts: string[], response: ServerResponse) => void;
  stop(): Promise<void>;
}

export function sendVectors(response: ServerResponse, vectors: readonly unknown[], index: (at: number) => number = (at) => at): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ object: 'list', model: 'e', data: vectors.map((embedding, at) => ({ object: 'embedding', index: index(at), embedding })), usage: { prompt_tokens: 1, total_tokens: 1 } }));
}

/** An embedding server that takes exactly the documented requests. Gone when the test is over. */
export async function embeddingServer(): Promise<EmbeddingServer> {
  const seen: string[][] = [];
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => { chunks.push(chunk); });
    incoming.on('end', () => {
      const read = incoming.url === '/v1/embeddings' ? request.safeParse(JSON.parse(Buffer.concat(chunks).toString('utf8'))) : null;
      if (read?.success !== true) {
        response.writeHead(418).end();
        return;
      }
      seen.push(read.data.input);
      running.behave(read.data.input, response);
    });
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => { server.close(() => { resolve(); }); });
  };
  const running: EmbeddingServer = {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/v1`,
    seen,
    behave: (texts, response) => { sendVectors(response, texts.map((text) => vectorOf(text))); },
    stop,
  };
  onTestFinished(async () => { if (server.listening) await stop(); });
  return running;
}
