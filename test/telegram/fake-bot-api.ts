import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Button, checkDraft, checkInline, checkKeyboard, checkText, type Params, Refusal } from './check-message.js';

export interface Call {
  method: string;
  params: Params;
  /** HTTP status, or 0 when the connection was dropped or left hanging. */
  outcome: number;
}

export interface SentMessage {
  chatId: number;
  messageId: number;
  /** After entity parsing. */
  text: string;
  html: string;
  buttons: Button[];
  params: Params;
}

/** What the next matching calls meet instead of an answer. */
export interface FakeFault {
  method: string;
  chatId?: number;
  /** Default 1. */
  times?: number;
  /** `drop_after` does what was asked and then cuts the connection. */
  with: { code: number; description: string; parameters?: Record<string, unknown> } | { status: number; body: string } | 'drop_before' | 'drop_after' | 'hang';
}

export const FAKE_TOKEN = '123456789:AAF-canary_token_that_must_never_be_logged';
export const FAKE_ME = { id: 123456789, is_bot: true, first_name: 'huida', username: 'huida_test_bot' };

export type FakeBotApi = Awaited<ReturnType<typeof startFakeBotApi>>;

/** A small strict Bot API server on loopback. Nothing happens by time: a long poll ends when an update is pushed. */
export async function startFakeBotApi(port = 0) {
  const calls: Call[] = [];
  const messages: SentMessage[] = [];
  const watchers = new Set<() => void>();
  const files = new Map<string, Buffer>();
  const faults: (FakeFault & { left: number })[] = [];
  let queue: { update_id: number }[] = [];
  let webhookUrl = '';
  let poll: { resolve: (updates: unknown) => void; reject: (refusal: Refusal) => void } | null = null;

  const notify = () => {
    for (const look of [...watchers]) look();
  };

  function watch<T>(find: () => T | null | undefined): Promise<T> {
    return new Promise((resolve) => {
      const look = () => {
        const found = find();
        if (found === undefined || found === null) return;
        watchers.delete(look);
        resolve(found);
      };
      watchers.add(look);
      look();
    });
  }

  function endPoll(end: (open: NonNullable<typeof poll>) => void): void {
    const open = poll;
    poll = null;
    if (open !== null) end(open);
  }

  function getUpdates({ offset = 0, timeout = 0, limit = 100 }: Params, request: IncomingMessage): unknown {
    if (webhookUrl !== '') throw new Refusal(409, "Conflict: can't use getUpdates method while webhook is active");
    endPoll((open) => {
      open.reject(new Refusal(409, 'Conflict: terminated by other getUpdates request'));
    });
    queue = queue.filter((update) => update.update_id >= offset);
    if (queue.length > 0 || timeout === 0) return queue.slice(0, limit);
    return new Promise((resolve, reject) => {
      const mine = (poll = { resolve, reject });
      // One connection carries many polls.
      request.socket.setMaxListeners(0).once('close', () => {
        if (poll === mine) poll = null;
      });
      notify();
    });
  }

  function sendMessage(params: Params): unknown {
    const { text } = checkText(params);
    const chatId = params.chat_id ?? 0;
    const message = { chatId, messageId: 1_000 + messages.length, text, html: params.text ?? '', buttons: checkKeyboard(params), params };
    messages.push(message);
    return { message_id: message.messageId, date: 1, chat: { id: chatId, type: 'private' }, text };
  }

  const methods = new Map<string, (params: Params, request: IncomingMessage) => unknown>([
    ['getMe', () => FAKE_ME],
    ['getWebhookInfo', () => ({ url: webhookUrl })],
    ['deleteWebhook', () => ((webhookUrl = ''), true)],
    ['setWebhook', (params) => ((webhookUrl = String((params as { url?: unknown }).url)), true)],
    ['setMyCommands', () => true],
    ['sendChatAction', () => true],
    ['sendMessageDraft', (params) => (checkDraft(params), true)],
    ['answerCallbackQuery', () => true],
    ['answerInlineQuery', (params) => (checkInline(params), true)],
    ['sendMessage', sendMessage],
    ['getFile', ({ file_id: id = '' }) => ({ file_id: id, file_path: `documents/${id}`, file_size: files.get(id)?.length })],
    ['getUpdates', getUpdates],
  ]);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, token = '', method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(request.url ?? '') ?? [];
    const [, fileToken, fileId = ''] = /^\/file\/bot([^/]+)\/documents\/([\w-]+)$/.exec(request.url ?? '') ?? [];
    if (fileToken === FAKE_TOKEN) return void response.writeHead(files.has(fileId) ? 200 : 404).end(files.get(fileId));
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const params = JSON.parse(body === '' ? '{}' : body) as Params;
    const reply = (status: number, text: string) => {
      if (status === 0) request.socket.destroy();
      else response.writeHead(status, { 'content-type': text.startsWith('{') ? 'application/json' : 'text/html' }).end(text);
      record(status);
    };
    const record = (outcome: number) => {
      calls.push({ method, params, outcome });
      notify();
    };
    try {
      if (token !== FAKE_TOKEN) throw new Refusal(401, 'Unauthorized');
      const fault = faults.find((entry) => entry.left > 0 && entry.method === method && (entry.chatId === undefined || entry.chatId === params.chat_id));
      if (fault !== undefined) fault.left--;
      const trouble = fault?.with;
      if (trouble === 'hang') record(0);
      else if (trouble === 'drop_before') reply(0, '');
      else if (typeof trouble === 'object' && 'status' in trouble) reply(trouble.status, trouble.body);
      else if (typeof trouble === 'object') throw new Refusal(trouble.code, trouble.description, trouble.parameters);
      else {
        const run = methods.get(method);
        if (run === undefined) throw new Refusal(404, 'Not Found: method not found');
        const result = await run(params, request);
        reply(trouble === 'drop_after' ? 0 : 200, JSON.stringify({ ok: true, result }));
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      reply(error.code, JSON.stringify({ ok: false, error_code: error.code, description: error.message, parameters: error.parameters }));
    }
  }

  const server = createServer((request, response) => {
    void answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const boundPort = (server.address() as AddressInfo).port;

  return {
    url: `http://127.0.0.1:${boundPort}`,
    port: boundPort,
    calls,
    messages,
    /** What people sent, by file id. */
    files,
    push(...updates: { update_id: number }[]): void {
      queue.push(...updates);
      endPoll((open) => {
        open.resolve(queue.slice(0, 100));
      });
    },
    /** Gives what ends the fault before its time. */
    fault(fault: FakeFault): () => void {
      const entry = { ...fault, left: fault.times ?? 1 };
      faults.push(entry);
      return () => { entry.left = 0; };
    },
    setWebhook(url: string): void {
      webhookUrl = url;
    },
    /** The `count`-th call (from 1) of a method that passes the test, once it is over. */
    call: (method: string, test: (call: Call) => boolean = () => true, count = 1) => watch(() => calls.filter((call) => call.method === method && test(call))[count - 1]),
    /** The `count`-th message (from 1) that a chat got. */
    message: (chatId: number, count = 1) => watch(() => messages.filter((message) => message.chatId === chatId)[count - 1]),
    /** Resolves while a long poll is open. */
    polling: () => watch(() => poll),
    /** Ends the open long poll as Telegram does after 30 quiet seconds, or with a conflict. */
    endPoll(refusal?: Refusal): void {
      endPoll((open) => {
        if (refusal === undefined) open.resolve([]);
        else open.reject(refusal);
      });
    },
    /** Ids of the updates not confirmed yet. */
    unconfirmed: () => queue.map((update) => update.update_id),
    close: (): Promise<void> =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
