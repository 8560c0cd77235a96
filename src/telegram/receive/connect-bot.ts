import type { Api, Bot } from 'grammy';
import { announceBot } from '../announce-bot.js';
import { backoffMs } from '../backoff.js';
import type { Clock } from '../clock.js';
import { ENDINGS, type Ending } from '../ending.js';
import { describeFault, type Fault, readFault } from '../send/read-fault.js';
import { HANDLED_UPDATES } from '../handle-update.js';
import { asGrammySignal } from '../send/telegram-client.js';
import type { Webhook } from './webhook-server.js';

export interface Connecting {
  bot: Bot;
  clock: Clock;
  signal: AbortSignal;
  /** Where Telegram is to post updates; null for polling. */
  webhook: Webhook | null;
  log: (line: string) => void;
}

/**
 * Learns who the bot is, repeating until Telegram is reachable, and frees it for polling or sets its webhook.
 * Null when that worked or the signal aborted, else why the bot cannot run. Does not throw.
 */
export async function connectBot({ bot, clock, signal, webhook, log }: Connecting): Promise<Ending | null> {
  const isStopping = () => signal.aborted;
  for (let failures = 1; !isStopping(); failures++) {
    try {
      bot.botInfo = await bot.api.getMe(asGrammySignal(signal));
      await (webhook === null ? removeWebhook(bot.api, signal, log) : setWebhook(bot.api, webhook, signal));
      log(`telegram: connected as @${bot.botInfo.username}`);
      void announceBot({ api: bot.api, signal, log });
      return null;
    } catch (error) {
      if (isStopping()) break;
      const fault = readFault(error);
      if (isUnknownToken(fault)) return ENDINGS.unauthorised;
      if (failures === 1) log(`telegram: cannot reach the Bot API: ${describeFault(fault)}; trying again`);
      await clock.pause(fault.kind === 'flood' ? fault.retryAfterMs : backoffMs(failures), signal);
    }
  }
  return null;
}

/** A token of the wrong form is answered with 404 instead of 401. */
function isUnknownToken(fault: Fault): boolean {
  return fault.kind === 'unauthorised' || (fault.kind === 'refused' && fault.code === 404);
}

async function setWebhook(api: Api, { url, secret }: Webhook, signal: AbortSignal): Promise<void> {
  await api.setWebhook(url, { secret_token: secret, allowed_updates: HANDLED_UPDATES, drop_pending_updates: false }, asGrammySignal(signal));
}

/** Telegram gives no updates to a poller while a webhook is set. One that we did not set may be a thief's, so it is named. */
async function removeWebhook(api: Api, signal: AbortSignal, log: (line: string) => void): Promise<void> {
  const { url } = await api.getWebhookInfo(asGrammySignal(signal));
  if (url === undefined || url === '') return;
  const host = URL.canParse(url) ? new URL(url).host : 'an unreadable address';
  log(`telegram: a webhook at ${host} was set for this bot and is removed; if it was not yours, revoke the token with @BotFather`);
  await api.deleteWebhook({ drop_pending_updates: false }, asGrammySignal(signal));
}
