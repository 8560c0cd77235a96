import { createHash, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Update } from 'grammy/types';
import { z } from 'zod';

export interface Webhook {
  /** Where Telegram posts to: https, as a proxy with TLS before us answers to it. */
  url: string;
  /** Telegram shows it with every post; 32 to 256 of A-Z, a-z, 0-9, "_" and "-". */
  secret: string;
  /** Where we listen. 0 takes any free port. */
  port: number;
  host: string;
}

/** An update is a few kilobytes. */
const MOST_BYTES = 1_048_576;
/** Telegram opens at most 100 connections; a proxy may keep some more. */
const MOST_CONNECTIONS = 512;
const SLOWEST_REQUEST_MS = 10_000;

/** Only what can be told apart later is taken; what else an update holds its handler reads. */
const updateShape = z.looseObject({ update_id: z.number().int().nonnegative() });

/**
 * Listens for what Telegram posts, and answers 200 only once `accept` has resolved: until then Telegram keeps the update and posts
 * it again. Rejects when the port cannot be had. `accept` rejects when the update cannot be kept now.
 */
export async function listenForUpdates({ url, secret, port, host }: Webhook, accept: (update: Update) => Promise<void>): Promise<{ port: number; close: () => Promise<void> }> {
  const { pathname } = new URL(url);
  const expected = digestOf(secret);
  const statusOf = async (request: IncomingMessage): Promise<number> => {
    if (request.url !== pathname) return 404;
    if (request.method !== 'POST') return 405;
    const shown = request.headers['x-telegram-bot-api-secret-token'];
    // Of two headers Node makes one text, which is no secret of ours.
    if (typeof shown !== 'string' || !timingSafeEqual(digestOf(shown), expected)) return 401;
    const body = await readBody(request);
    if (body === null) return 413;
    const update = parseUpdate(body);
    if (update === null) return 400;
    return await accept(update).then(() => 200, () => 503);
  };
  const server = createServer({ requestTimeout: SLOWEST_REQUEST_MS, headersTimeout: SLOWEST_REQUEST_MS }, (request, response) => {
    void statusOf(request)
      .catch(() => 400)
      .then((status) => {
        // The rest of a body nobody reads would keep the connection busy.
        if (!request.complete) response.setHeader('connection', 'close');
        response.writeHead(status).end();
      });
  });
  server.maxConnections = MOST_CONNECTIONS;
  server.listen(port, host);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      await closed;
    },
  };
}

/** Of one length whatever was shown, so that the time of the comparison tells nothing. */
function digestOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** Null for one that is too large; rejects when it breaks off. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES) return null;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MOST_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseUpdate(body: string): Update | null {
  try {
    const read = updateShape.safeParse(JSON.parse(body));
    return read.success ? (read.data) : null;
  } catch {
    return null;
  }
}
