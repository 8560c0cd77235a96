import { createServer, request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../../src/adapters/sqlite/open-database.js';
import { openUpdateStore } from '../../../src/adapters/sqlite/update-store.js';
import { temporaryFolder } from '../../adapters/temporary-folder.js';
import { makeAnswer, privateText } from '../make-updates.js';
import { deferred, startTestBot, type TestBot } from '../start-test-bot.js';

const URL_TOLD = 'https://bot.example.org/telegram';
const SECRET = 'a-secret-of-more-than-32-characters_';
const WEBHOOK = { url: URL_TOLD, secret: SECRET, port: 0, host: '127.0.0.1' };

/** A bot with its webhook set, and a way to post to it as Telegram does; gives the status. */
async function startPosting(options: Parameters<typeof startTestBot>[0] = {}) {
  const test = await startTestBot({ ...options, webhook: WEBHOOK });
  // It takes posts from the moment it waits for its next look at the webhook.
  await test.clock.pausing(60_000);
  const port = portOf(test);
  const post = async (body: unknown, headers: Record<string, string | string[]> = { 'x-telegram-bot-api-secret-token': SECRET }, { method = 'POST', path = '/telegram' } = {}): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      const call = request({ host: '127.0.0.1', port, path, method, headers }, (reply) => {
        reply.resume();
        resolve(reply.statusCode);
      });
      call.on('error', reject);
      if (['GET', 'HEAD', 'OPTIONS'].includes(method)) call.end();
      else call.end(typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body));
    });
  return { ...test, post, port };
}

const portOf = ({ lines }: TestBot): number => Number(/waiting for posts on 127\.0\.0\.1:(\d+)/.exec(lines.join('\n'))?.[1]);

test('Telegram is told address, secret and kinds of update; what it posts is answered', async () => {
  const { api, post } = await startPosting();
  expect((await api.call('setWebhook')).params).toMatchObject({ url: URL_TOLD, secret_token: SECRET, drop_pending_updates: false });
  expect(await post(privateText(7, '增长多少？'))).toBe(200);
  await api.message(7);
});

test('bad input 110: the same update fifty times, ten at once, gets one answer', async () => {
  const { api, post, asked } = await startPosting();
  const question = privateText(7, '增长多少？');
  for (let round = 0; round < 5; round++) expect(new Set(await Promise.all(Array.from({ length: 10 }, () => post(question))))).toEqual(new Set([200]));
  await post(privateText(8, '别的'));
  await Promise.all([api.message(7), api.message(8)]);
  expect([asked.length, api.messages.length]).toEqual([2, 2]);
});

test('while answers hang every post is acknowledged, once it is on the disk', async () => {
  const hanging = deferred();
  const { post, updates } = await startPosting({ ask: async ({ id }) => (await hanging.promise, makeAnswer(id)) });
  expect(new Set(await Promise.all(Array.from({ length: 500 }, (_, chat) => post(privateText(chat + 1, '一')))))).toEqual(new Set([200]));
  expect(updates.unfinished()).toHaveLength(500);
  hanging.resolve();
});

test.each<[string, Record<string, string | string[]>, number, object]>([
  ['106 no secret', {}, 401, {}],
  ['106 another secret', { 'x-telegram-bot-api-secret-token': SECRET.replace('a', 'b') }, 401, {}],
  ['106 a secret of another length', { 'x-telegram-bot-api-secret-token': SECRET.slice(1) }, 401, {}],
  ['106 the secret twice', { 'x-telegram-bot-api-secret-token': [SECRET, SECRET] }, 401, {}],
  ['107 GET', { 'x-telegram-bot-api-secret-token': SECRET }, 405, { method: 'GET' }],
  ...(['PUT', 'PATCH', 'HEAD', 'OPTIONS'] as const).map((method): [string, Record<string, string>, number, object] => [`107 ${method}`, { 'x-telegram-bot-api-secret-token': SECRET }, 405, { method }]),
  ['107 a slash behind the path', { 'x-telegram-bot-api-secret-token': SECRET }, 404, { path: '/telegram/' }],
  ['106 the secret in the query', {}, 404, { path: `/telegram?secret=${SECRET}` }],
  ['113 a claim to come from Telegram', { 'x-forwarded-for': '149.154.167.197' }, 401, {}],
  ['107 another path', { 'x-telegram-bot-api-secret-token': SECRET }, 404, { path: '/telegram/x' }],
])('bad input %s is refused and leaves no row', async (_name, headers, status, more) => {
  const { post, updates } = await startPosting();
  expect(await post(privateText(7, '增长多少？'), headers, more)).toBe(status);
  expect(updates.unfinished()).toEqual([]);
});

test.each<[string, unknown, number]>([
  ['108 no JSON', '{"update_id":', 400],
  ['108 null', 'null', 400],
  ['108 bytes that are no text', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), 400],
  ['108 a packed body, however large unpacked', gzipSync(Buffer.alloc(5_000_000, 32)), 400],
  ['110 no id', { message: {} }, 400],
  ['110 an id that is no number', { update_id: '7' }, 400],
  ['110 a negative id', { update_id: -7 }, 400],
  ['108 nothing', '', 400],
  ['108 an array', '[{"update_id":7}]', 400],
  ['108 brackets 10,000 deep', `${'['.repeat(10_000)}${']'.repeat(10_000)}`, 400],
  ['110 a fraction as id', { update_id: 7.5 }, 400],
  ['110 an id beyond what numbers hold', { update_id: 2 ** 53 }, 400],
  ['108 more than a megabyte', { update_id: 7, x: 'x'.repeat(1_100_000) }, 413],
])('bad input %s: refused', async (_name, body, status) => {
  const { post, updates } = await startPosting();
  expect(await post(body).catch(() => 413)).toBe(status);
  expect(updates.unfinished()).toEqual([]);
});

test('bad input 114: what cannot be written down is answered with 503, and taken when it comes again', async () => {
  const file = join(temporaryFolder(), 'telegram.sqlite');
  const { api, post } = await startPosting({ updates: openUpdateStore(file) });
  const other = openDatabase(file);
  other.exec('BEGIN IMMEDIATE');
  const question = privateText(7, '增长多少？');
  expect(await post(question)).toBe(503);
  other.exec('ROLLBACK');
  other.close();
  expect(await post(question)).toBe(200);
  await api.message(7);
});

test('bad input 109: a sender that breaks off in the middle harms nobody', async () => {
  const { api, post, port } = await startPosting();
  const socket = connect(port, '127.0.0.1');
  await new Promise((resolve) => socket.write(`POST /telegram HTTP/1.1\r\nhost: x\r\nx-telegram-bot-api-secret-token: ${SECRET}\r\ncontent-length: 50\r\n\r\n{"up`, resolve));
  socket.destroy();
  expect(await post(privateText(7, '增长多少？'))).toBe(200);
  await api.message(7);
});

test('bad input 108: of a key that stands twice the last counts, and the answer goes where it says', async () => {
  const { api, post } = await startPosting();
  const text = JSON.stringify(privateText(7, '增长多少？'));
  expect(await post(text.replace('"text":', '"text":"别的","text":'))).toBe(200);
  await api.message(7);
});

test('bad input 109: idle connections, a length that lies, two posts in one, and one that expects to be told to go on', async () => {
  const { api, post, port } = await startPosting();
  const say = (lines: string): Promise<string> => new Promise((resolve) => {
    let told = '';
    const socket = connect(port, '127.0.0.1').setEncoding('utf8').on('data', (text: string) => { told += text; }).on('close', () => { resolve(told); }).on('error', () => undefined);
    socket.write(lines);
  });
  const idle = Array.from({ length: 300 }, () => connect(port, '127.0.0.1').on('error', () => undefined));
  onTestFinished(() => { for (const socket of idle) socket.destroy(); });
  const head = (length: number, more = ''): string => `POST /telegram HTTP/1.1\r\nhost: x\r\nx-telegram-bot-api-secret-token: ${SECRET}\r\ncontent-length: ${String(length)}\r\n${more}\r\n`;
  const [one, two, three] = [11, 12, 13].map((chat) => JSON.stringify(privateText(chat, '增长多少？')));
  const bytes = (text = ''): number => Buffer.byteLength(text);
  // What stands behind the length is no request.
  expect(await say(`${head(bytes(one))}${one ?? ''}GARBAGE\r\n\r\n`)).toContain('HTTP/1.1 400');
  expect((await say(`${head(bytes(two))}${two ?? ''}${head(bytes(three), 'expect: 100-continue\r\nconnection: close\r\n')}${three ?? ''}`)).match(/HTTP\/1\.1 (?:200|100)/gu)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 100', 'HTTP/1.1 200']);
  await Promise.all([11, 12, 13].map((chat) => api.message(chat)));
  expect(await post(privateText(7, '增长多少？'))).toBe(200);
  await api.message(7);
});

test('bad inputs 110 and 111: ids that go down, a kind that nobody knows, two kinds in one', async () => {
  const { api, post, lines } = await startPosting();
  const [first, second] = [privateText(7, '一'), privateText(8, '二')];
  for (const update of [second, first, { update_id: 600_001, brand_new_kind: { x: 1 } }, { ...privateText(9, '三'), edited_message: null }, { ...privateText(10, '四'), poll_answer: { poll_id: 'x' } }]) expect(await post(update)).toBe(200);
  await Promise.all([7, 8, 9, 10].map((chat) => api.message(chat)));
  expect(lines.join('\n')).not.toMatch(/\n\s+at /u);
});

test('bad input 112: a captured update that is posted again the next day, or after a restart, is no second question', async () => {
  const first = await startPosting();
  const question = privateText(7, '增长多少？');
  expect(await first.post(question)).toBe(200);
  await first.api.message(7);
  first.clock.advance(86_400_000);
  expect(await first.post(question)).toBe(200);
  await first.post(privateText(8, '别的'));
  await first.api.message(8);
  expect(first.asked).toHaveLength(2);
  expect(first.api.messages).toHaveLength(2);
});

test('bad input 62: a port in use ends the bot with one sentence', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => taken.once('listening', resolve));
  onTestFinished(() => { taken.close(); });
  const { port } = taken.address() as AddressInfo;
  const { bot } = await startTestBot({ webhook: { ...WEBHOOK, port } });
  expect(await bot.finished).toEqual({ exitCode: 1, reason: `The webhook cannot listen on 127.0.0.1:${port} (EADDRINUSE); choose another WEBHOOK_PORT, or stop the program that uses it.` });
});

test('bad input 149: a webhook that is no longer ours ends the bot with exit code 3, a revoked token with 4', async () => {
  const first = await startPosting();
  first.api.setWebhook('https://thief.example/hook');
  first.clock.advance(60_000);
  expect((await first.bot.finished).exitCode).toBe(3);
  const second = await startPosting();
  second.api.fault({ method: 'getWebhookInfo', with: { code: 401, description: 'Unauthorized' } });
  second.clock.advance(60_000);
  expect((await second.bot.finished).exitCode).toBe(4);
});

test('a stop leaves the webhook set, so that Telegram keeps what arrives meanwhile', async () => {
  const { api, bot } = await startPosting();
  await bot.stop();
  expect(await bot.finished).toEqual({ exitCode: 0, reason: 'The bot was stopped.' });
  expect(api.calls.filter(({ method }) => method === 'deleteWebhook')).toEqual([]);
});
