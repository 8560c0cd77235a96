import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Button, checkKeyboard, checkText, Refusal } from './check-message.js';

export interface Call {
  method: string;
  params: Record<string, unknown>;
  /** 200, the code of a refusal, or 0 when the connection was dropped or left hanging. */
  outcome: number;
}

export interface SentMessage {
  chatId: number;
  messageId: number;
  /** After entity parsing. */
  text: string;
  html: string;
  buttons: Button[];
  params: Record<string, unknown>;
}

/** What the next matching calls meet instead of an answer. */
export interface FakeFault {
  method: string;
  chatId?: number;
  /** Default 1. */
  times?: number;
  do: { code: number; description: string; parameters?: Record<string, unknown> } | { status: number; body: string } | 'drop_before' | 'drop_after' | 'hang';
}

export interface FakeBotApi {
  url: string;
  calls: Call[];
  messages: SentMessage[];
  push(...updates: { update_id: number }[]): void;
  fault(fault: FakeFault): void;
  /** The `count`-th call (default 1st) of a method that passes the test, once it is finished. */
  call(method: string, test?: (call: Call) => boolean, count?: number): Promise<Call>;
  /** The `count`-th message (default 1st) sent to a chat. */
  message(chatId: number, count?: number): Promise<SentMessage>;
  /** Resolves while a long poll is open. */
  polling(): Promise<unknown>;
  /** Ends the open long poll as Telegram does after 30 quiet seconds. */
  endPoll(): void;
  /** Update ids not confirmed yet. */
  unconfirmed(): number[];
  webhookUrl: string;
  close(): Promise<void>;
}

export const FAKE_TOKEN = '123456789:AAF-canary_token_that_must_never_be_logged';
export const FAKE_ME = { id: 123456789, is_bot: true, first_name: 'huida', username: 'huida_test_bot' };

/** A small strict Bot API server on loopback. Nothing happens by time: a long poll ends when an update is pushed. */
export async function startFakeBotApi(token = FAKE_TOKEN): Promise<FakeBotApi> {
  const watchers = new Set<() => void>();
  const faults: (FakeFault & { left: number })[] = [];
  let queue: { update_id: number }[] = [];
  let pendingPoll: { resolve(updates: unknown): void; reject(refusal: Refusal): void } | null = null;

  const api: FakeBotApi = {
    url: '',
    calls: [],
    messages: [],
    webhookUrl: '',
    push(...updates) {
      queue.push(...updates);
      pendingPoll?.resolve(queue.slice(0, 100));
      pendingPoll = null;
    },
    fault: (fault) => void faults.push({ ...fault, left: fault.times ?? 1 }),
    call: (method, test = () => true, count = 1) => watch(() => api.calls.filter((call) => call.method === method && test(call))[count - 1]),
    message: (chatId, count = 1) => watch(() => api.messages.filter((message) => message.chatId === chatId)[count - 1]),
    polling: () => watch(() => pendingPoll ?? undefined),
    endPoll() {
      pendingPoll?.resolve([]);
      pendingPoll = null;
    },
    unconfirmed: () => queue.map((update) => update.update_id),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };

  function watch<T>(find: () => T | undefined): Promise<T> {
    return new Promise((resolve) => {
      const look = () => {
        const found = find();
        if (found === undefined) return;
        watchers.delete(look);
        resolve(found);
      };
      watchers.add(look);
      look();
    });
  }

  const methods: Record<string, (params: Record<string, unknown>, request: IncomingMessage) => unknown> = {
    getMe: () => FAKE_ME,
    getWebhookInfo: () => ({ url: api.webhookUrl }),
    deleteWebhook: () => ((api.webhookUrl = ''), true),
    setMyCommands: () => true,
    sendChatAction: () => true,
    answerCallbackQuery: () => true,
    sendMessage(params) {
      const { text } = checkText(params);
      const message = { chatId: params['chat_id'] as number, messageId: 1_000 + api.messages.length, text, html: params['text'] as string, buttons: checkKeyboard(params), params };
      api.messages.push(message);
      return { message_id: message.messageId, date: 1, chat: { id: message.chatId, type: 'private' }, text };
    },
    getUpdates(params, request) {
      if (api.webhookUrl !== '') throw new Refusal(409, "Conflict: can't use getUpdates method while webhook is active");
      pendingPoll?.reject(new Refusal(409, 'Conflict: terminated by other getUpdates request'));
      pendingPoll = null;
      const offset = (params['offset'] as number | undefined) ?? 0;
      queue = queue.filter((update) => update.update_id >= offset);
      if (queue.length > 0 || params['timeout'] === 0) return queue.slice(0, 100);
      return new Promise((resolve, reject) => {
        const poll = (pendingPoll = { resolve, reject });
        for (const look of [...watchers]) look();
        request.socket.once('close', () => {
          if (pendingPoll === poll) pendingPoll = null;
        });
      });
    },
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, path = '', method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(request.url ?? '') ?? [];
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const params = JSON.parse(body === '' ? '{}' : body) as Record<string, unknown>;
    const done = (outcome: number) => {
      api.calls.push({ method, params, outcome });
      for (const look of watchers) look();
    };
    const reply = (status: number, text: string) => {
      response.writeHead(status, { 'content-type': text.startsWith('{') ? 'application/json' : 'text/html' }).end(text);
      done(status);
    };
    const fault = faults.find((entry) => entry.left > 0 && entry.method === method && (entry.chatId === undefined || entry.chatId === params['chat_id']));
    if (fault !== undefined) fault.left--;
    const what = fault?.do;
    try {
      if (path !== token) throw new Refusal(401, 'Unauthorized');
      if (what === 'hang') return done(0);
      if (what === 'drop_before') return void (request.socket.destroy(), done(0));
      if (typeof what === 'object' && 'status' in what) return reply(what.status, what.body);
      if (typeof what === 'object') throw new Refusal(what.code, what.description, what.parameters);
      const run = methods[method];
      if (run === undefined) throw new Refusal(404, 'Not Found: method not found');
      const result = await run(params, request);
      if (what === 'drop_after') return void (request.socket.destroy(), done(0));
      reply(200, JSON.stringify({ ok: true, result }));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      reply(error.code, JSON.stringify({ ok: false, error_code: error.code, description: error.message, parameters: error.parameters }));
    }
  }

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  api.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return api;
}
