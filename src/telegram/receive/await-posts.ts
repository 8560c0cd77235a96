import type { Api } from 'grammy';
import type { Clock } from '../clock.js';
import { ENDINGS, type Ending } from '../ending.js';
import { readFault } from '../send/read-fault.js';
import { asGrammySignal } from '../send/telegram-client.js';
import { listenForUpdates, type Webhook } from './webhook-server.js';

/** How often we ask whether the webhook is still ours: nothing that arrives would say so. */
export const LOOK_MS = 60_000;

export interface Posts {
  api: Api;
  webhook: Webhook;
  accept: Parameters<typeof listenForUpdates>[1];
  /** Tells Telegram where to post. Null when that worked or the signal aborted. */
  connect: () => Promise<Ending | null>;
  clock: Clock;
  signal: AbortSignal;
  log: (line: string) => void;
  /** Waits for what is in flight, once no more is taken. */
  drain: () => Promise<unknown>;
}

/**
 * Takes the updates that Telegram posts until the signal aborts or the bot cannot go on; gives how it ended. The webhook stays set:
 * Telegram keeps for a day what it could not post. Does not throw.
 */
export async function awaitPosts({ api, webhook, accept, connect, clock, signal, log, drain }: Posts): Promise<Ending> {
  let server: Awaited<ReturnType<typeof listenForUpdates>>;
  try {
    server = await listenForUpdates(webhook, accept);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return { exitCode: 1, reason: `The webhook cannot listen on ${webhook.host}:${webhook.port} (${code}); choose another WEBHOOK_PORT, or stop the program that uses it.` };
  }
  log(`telegram: waiting for posts on ${webhook.host}:${server.port}`);
  const ending = (await connect()) ?? (await untilLost(api, webhook.url, clock, signal));
  await Promise.all([server.close(), drain()]);
  return ending;
}

/** What is not reachable now is asked again: only Telegram's word ends the bot. */
async function untilLost(api: Api, url: string, clock: Clock, signal: AbortSignal): Promise<Ending> {
  for (;;) {
    await clock.pause(LOOK_MS, signal);
    if (signal.aborted) return ENDINGS.stopped;
    try {
      const info = await api.getWebhookInfo(asGrammySignal(signal));
      if (info.url !== url) return ENDINGS.conflict;
    } catch (error) {
      if (readFault(error).kind === 'unauthorised') return ENDINGS.unauthorised;
    }
  }
}
