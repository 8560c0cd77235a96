import type { Api } from 'grammy';
import { asGrammySignal } from './telegram-client.js';
import { openFetch } from './fetch-json.js';
import { readFault } from './read-fault.js';

/** Telegram gives bots no larger files. */
export const MOST_FILE_BYTES = 20 * 1024 * 1024;
const SLOWEST_MS = 60_000;
/** As Telegram makes them; anything else is not appended to an address that holds the token. */
const FILE_PATH = /^[\w-]+(?:\/[\w.-]+)+$/u;

export type Download = { bytes: Uint8Array } | { fault: 'too_large' | 'gone' | 'failed' };

export interface FileServer {
  api: Api;
  token: string;
  apiRoot: string;
  proxy?: string | undefined;
  signal: AbortSignal;
  log: (line: string) => void;
}

/** Returns what fetches a file that somebody sent, whole or not at all; it never throws and never logs an address, which holds the token. */
export function createDownload({ api, token, apiRoot, proxy, signal, log }: FileServer): (fileId: string) => Promise<Download> {
  const fetchNow = openFetch(proxy);
  return async (fileId) => {
    try {
      const { file_path: path = '', file_size: size } = await api.getFile(fileId, asGrammySignal(signal));
      if ((size ?? 0) > MOST_FILE_BYTES) return { fault: 'too_large' };
      if (!FILE_PATH.test(path) || path.includes('..')) return { fault: 'gone' };
      const reply = await fetchNow(`${apiRoot}/file/bot${token}/${path}`, { signal: AbortSignal.any([signal, AbortSignal.timeout(SLOWEST_MS)]), redirect: 'error' });
      if (reply.status !== 200) return { fault: reply.status === 404 ? 'gone' : 'failed' };
      const chunks: Uint8Array[] = [];
      let length = 0;
      for await (const chunk of reply.body ?? []) {
        length += (chunk as Uint8Array).length;
        if (length > MOST_FILE_BYTES) return { fault: 'too_large' };
        chunks.push(chunk as Uint8Array);
      }
      if (size !== undefined && size !== length) return { fault: 'failed' };
      return { bytes: Buffer.concat(chunks) };
    } catch (error) {
      const fault = readFault(error);
      if (!signal.aborted) log(`telegram: a file was not fetched: ${fault.kind === 'refused' ? `refused with ${fault.code}` : fault.kind}`);
      if (fault.kind === 'refused') return { fault: /too big/i.test(fault.description) ? 'too_large' : 'gone' };
      return { fault: 'failed' };
    }
  };
}
