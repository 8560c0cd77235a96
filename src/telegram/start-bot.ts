import { setMaxListeners } from 'node:events';
import type { Update } from 'grammy/types';
import type { UpdateStore } from '../ports/update-store.js';
import { type Clock, systemClock } from './clock.js';
import { connectBot } from './receive/connect-bot.js';
import { createCourier } from './courier.js';
import { createTeamMenus } from './announce-bot.js';
import type { Backroom } from './backroom.js';
import { createDesk, describeError } from './desk.js';
import { ENDINGS, type Ending } from './ending.js';
import { watchCorrections } from './feedback/tell-corrections.js';
import { handleUpdate } from './handle-update.js';
import { createInbox, type Inbox } from './receive/inbox.js';
import { awaitPosts } from './receive/await-posts.js';
import { MOST_UNFINISHED, pollUpdates } from './receive/poll-updates.js';
import type { Webhook } from './receive/webhook-server.js';
import { createRedactor } from './redact.js';
import { createOutbox, type Outbox } from './send/outbox.js';
import { createSender } from './send/create-sender.js';
import { createDownload } from './send/download-file.js';
import { createTelegramClient } from './send/telegram-client.js';

export interface BotOptions extends Backroom {
  /** As @BotFather shows it; never logged. */
  token: string;
  /** Base address of the Bot API, default https://api.telegram.org. */
  apiRoot?: string;
  /** Address of the proxy that every call to Telegram goes through; may hold a password, so it is never logged. Default: none. */
  proxy?: string;
  /** Where Telegram posts the updates; default: none, they are polled for. */
  webhook?: Webhook;
  /** Questions answered at the same time, default 16. */
  maxConcurrent?: number;
  /** What arrived and is not answered yet; closed by whoever opened it, after `finished`. */
  updates: UpdateStore;
  /** One line of the service log, secrets withheld. */
  log(line: string): void;
}

export interface RunningBot {
  /** Takes no more updates, waits up to 10 s for the answers in flight, and resolves when all is over. */
  stop(): Promise<void>;
  /** How it ended; never rejects. */
  finished: Promise<Ending>;
}

/** What is in flight gets this long; with the last call to Telegram stop() stays under 10 s. */
const DRAIN_MS = 8_500;
const TOKEN_FORM = /^\d{1,20}:[A-Za-z0-9_-]{1,100}$/;

/** Starts the Telegram bot by long polling or by a webhook, and returns at once. `clock` is replaced in tests only. */
export function startBot(options: BotOptions, clock: Clock = systemClock): RunningBot {
  const redact = createRedactor(options.token);
  const log = (line: string) => {
    try {
      options.log(redact(line));
    } catch {
      // A full disk under the log must not silence the bot as well.
    }
  };
  const stopping = new AbortController();
  const finished = run(options, clock, log, stopping.signal).catch((error: unknown) => ({ exitCode: 1, reason: redact(describeError(error)) }));
  return {
    finished,
    async stop() {
      stopping.abort();
      await finished;
    },
  };
}

async function run(options: BotOptions, clock: Clock, log: (line: string) => void, stopping: AbortSignal): Promise<Ending> {
  if (!TOKEN_FORM.test(options.token)) return ENDINGS.noToken;
  const bot = createTelegramClient(options.token, options);
  const calls = new AbortController();
  // One listener for each call and wait in flight: Node warns of more than ten as of a leak.
  setMaxListeners(0, calls.signal, stopping);
  try {
    const { token, updates: store } = options;
    const outbox = createOutbox({ api: bot.api, store, clock, signal: calls.signal, token, log });
    const sending = { api: bot.api, outbox, signal: calls.signal, log };
    // Telegram's ids are positive: what has no update takes a number of its own, which no other start took.
    const download = createDownload({ api: bot.api, token, apiRoot: options.apiRoot?.replace(/\/+$/, '') ?? 'https://api.telegram.org', proxy: options.proxy, signal: calls.signal, log });
    const desk = createDesk({ ...options, download, maxConcurrent: Math.max(1, options.maxConcurrent ?? 16), sender: createSender(sending, -clock.utcMs()), courier: createCourier({ api: bot.api, signal: calls.signal, log }), clock, log });
    const showTeamMenu = createTeamMenus({ api: bot.api, signal: calls.signal, log, roles: () => desk.roles() });
    const inbox = createInbox({
      store,
      log,
      async handle(update) {
        void showTeamMenu(update);
        try {
          await handleUpdate(update, bot.botInfo, { ...desk, sender: createSender(sending, update.update_id) });
        } catch (error) {
          // One broken update must not end the bot, nor come again for ever: it counts as handled.
          log(`telegram: an update could not be handled: ${describeError(error)}`);
        }
        return !calls.signal.aborted;
      },
    });
    const drain = () => Promise.race([Promise.all([inbox.stop(), outbox.stop()]).then(() => outbox.stop()), clock.pause(DRAIN_MS, calls.signal)]);
    const webhook = options.webhook ?? null;
    let isConnected = false;
    const connect = async (): Promise<Ending | null> => {
      const refusal = await connectBot({ bot, clock, signal: stopping, webhook, log });
      if (refusal !== null || stopping.aborted) return refusal ?? ENDINGS.stopped;
      resume(inbox, outbox, log);
      isConnected = true;
      void watchCorrections(desk, clock, stopping);
      return null;
    };
    if (webhook !== null) {
      const accept = async (update: Update): Promise<void> => {
        if (!isConnected || stopping.aborted || inbox.unfinishedCount >= MOST_UNFINISHED) throw new Error('not now');
        await inbox.accept([update]);
      };
      return await awaitPosts({ api: bot.api, webhook, accept, connect, clock, signal: stopping, log, drain });
    }
    const ending = await connect();
    if (ending !== null) return ending;
    return (await pollUpdates({ api: bot.api, inbox, clock, signal: stopping, log, drain })) ?? ENDINGS.stopped;
  } finally {
    // A late answer must not be sent any more: its update is unfinished and will be answered after the next start.
    calls.abort();
  }
}

function resume(inbox: Inbox, outbox: Outbox, log: (line: string) => void): void {
  const { unsent, maybeTwice } = outbox.resume();
  const unfinished = inbox.resume();
  if (unsent + unfinished === 0) return;
  log(`telegram: going on with what the last run left: ${unfinished} updates not finished, ${unsent} messages not sent, ${maybeTwice} of them perhaps for a second time`);
}
