import { Bot } from 'grammy';
import { createFetchJson } from './fetch-json.js';

/** How long Telegram holds a call of getUpdates open when there is nothing. */
export const POLL_SECONDS = 30;
/** A call is given up after this: an empty getUpdates should have ended 10 s before. */
const TIMEOUT_SECONDS = POLL_SECONDS + 10;

type GrammySignal = NonNullable<Parameters<Bot['api']['getMe']>[0]>;

/** The grammY bot, on our own fetch. `apiRoot` without a slash at its end; default https://api.telegram.org. `proxy`: what every call goes through. */
export function createTelegramClient(token: string, { apiRoot, proxy }: { apiRoot?: string; proxy?: string }): Bot {
  return new Bot(token, {
    client: {
      timeoutSeconds: TIMEOUT_SECONDS,
      sensitiveLogs: false,
      // Node's fetch and node-fetch, which grammY's types name, agree in the part that is used.
      fetch: createFetchJson(proxy) as never,
      ...(apiRoot === undefined ? {} : { apiRoot: apiRoot.replace(/\/+$/, '') }),
    },
  });
}

/** grammY types its signals after a polyfill; only `aborted` and the abort event are used of them. */
export function asGrammySignal(signal: AbortSignal): GrammySignal {
  return signal as unknown as GrammySignal;
}
