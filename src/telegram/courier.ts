import type { Api } from 'grammy';
import type { InlineQueryResultArticle, InlineQueryResultsButton } from 'grammy/types';
import { describeFault, readFault } from './send/read-fault.js';
import { asGrammySignal } from './send/telegram-client.js';

export interface InlineReply {
  results: InlineQueryResultArticle[];
  /** Above the results: leads to the private chat. */
  button?: InlineQueryResultsButton;
  /** How long Telegram may give the same to anybody who asks the same. */
  cacheSeconds: number;
}

/** Calls that are worth one try and no more: what they say is stale a moment later. Nothing here rejects. */
export interface Courier {
  answerInline(queryId: string, reply: InlineReply): Promise<void>;
}

export function createCourier({ api, signal, log }: { api: Api; signal: AbortSignal; log: (line: string) => void }): Courier {
  const grammySignal = asGrammySignal(signal);
  return {
    async answerInline(queryId, { results, button, cacheSeconds }) {
      try {
        await api.answerInlineQuery(queryId, results, { cache_time: cacheSeconds, is_personal: false, ...(button === undefined ? {} : { button }) }, grammySignal);
      } catch (error) {
        log(`telegram: an inline query was not answered: ${describeFault(readFault(error))}`);
      }
    },
  };
}
