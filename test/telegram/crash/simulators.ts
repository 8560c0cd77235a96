import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { FAKE_TOKEN, startFakeBotApi } from '../fake-bot-api.js';
import { privateText } from '../make-updates.js';

export interface Reply {
  chatId: number;
  /** Number of the question's message in its chat. */
  replyTo: number;
  text: string;
}

/** A Bot API that outlives the service which is killed. */
export interface Simulator {
  name: string;
  url: string;
  /** A question arrives; gives the number of its message. */
  ask(chatId: number, text: string): number;
  /** All replies to questions so far, in the order they were delivered. */
  replies(): Promise<Reply[]>;
  close(): Promise<void>;
}

export async function startOwnSimulator(): Promise<Simulator> {
  const api = await startFakeBotApi();
  return {
    name: "the project's own fake",
    url: api.url,
    ask(chatId, text) {
      const update = privateText(chatId, text);
      api.push(update);
      return update.message.message_id;
    },
    replies: () => Promise.resolve(api.messages.flatMap(({ chatId, text, params }) => repliesOf(chatId, text, params.reply_parameters?.message_id))),
    close: api.close,
  };
}

interface Entry {
  dir: 'in' | 'out';
  kind: string;
  chat_id: number;
  text?: string;
  reply_to?: number;
}

interface Probe {
  url: string;
  control: {
    send(what: object): { message_id: number };
    transcript(what: object): Promise<{ entries: Entry[] }> | { entries: Entry[] };
  };
  close(): Promise<void>;
}

/** A strict simulator that may lie beside the checkout. */
export const PROBE = fileURLToPath(new URL('../../../../shared/telegram/teleprobe.mjs', import.meta.url));
export const isProbeThere = existsSync(PROBE);

export async function startProbeSimulator(): Promise<Simulator> {
  const { startTeleprobe } = (await import(pathToFileURL(PROBE).href)) as { startTeleprobe: (options: object) => Promise<Probe> };
  const probe = await startTeleprobe({ tokens: [FAKE_TOKEN] });
  const { url, control } = probe;
  return {
    name: 'teleprobe',
    url,
    ask: (chatId, text) => control.send({ chat: { id: chatId, type: 'private' }, from: { id: chatId, first_name: 'P', language_code: 'zh' }, text }).message_id,
    async replies() {
      const { entries } = await control.transcript({ limit: 1_000_000 });
      return entries.flatMap((entry) => (entry.dir === 'out' && entry.kind === 'message' ? repliesOf(entry.chat_id, entry.text ?? '', entry.reply_to) : []));
    },
    close: () => probe.close(),
  };
}

function repliesOf(chatId: number, text: string, replyTo: number | undefined): Reply[] {
  return replyTo === undefined ? [] : [{ chatId, text, replyTo }];
}
