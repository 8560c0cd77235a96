import { chmodSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { FAKE_TOKEN, startFakeBotApi } from '../telegram/fake-bot-api.js';
import { privateText } from '../telegram/make-updates.js';
import { runCli, startEntrance } from '../cli/run-cli.js';
import { temporaryFolder } from '../adapters/temporary-folder.js';
import { readConfig } from '../../src/config.js';

/** Bad inputs 58 to 69: the whole program, given this configuration. */
function newFolder(dotEnv = ''): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'records'));
  writeFileSync(join(folder, 'records', 'a.md'), '# 村务会议\n\n2025年3月1日，村务会议决定修缮三座桥。\n');
  if (dotEnv !== '') writeFileSync(join(folder, '.env'), dotEnv);
  return folder;
}
const serve = (environment: Record<string, string>, folder = newFolder()) => runCli(['serve'], { cwd: folder, environment: { CORPUS_DIR: 'records', ...environment } });
const SECRET = 's'.repeat(40);
const URL_ = 'https://bot.example.org/x';
const HOOK = { BOT_TOKEN: FAKE_TOKEN, WEBHOOK_URL: URL_, WEBHOOK_SECRET: SECRET };

it.each<[string, Record<string, string>, RegExp]>([
  ['58 the whole message of BotFather', { BOT_TOKEN: `Done! Use this token to access the HTTP API:\n${FAKE_TOKEN}` }, /^BOT_TOKEN is \d+ characters \(withheld\), but must be digits, a colon/u],
  ['58 a token with a space inside', { BOT_TOKEN: FAKE_TOKEN.replace(':', ': ') }, /^BOT_TOKEN is/u],
  ['59 a webhook over http', { ...HOOK, WEBHOOK_URL: 'http://bot.example.org/x' }, /^WEBHOOK_URL is "http:/u],
  ['59 a webhook at an IP address', { ...HOOK, WEBHOOK_URL: 'https://203.0.113.7/x' }, /^WEBHOOK_URL is/u],
  ['59 a webhook on port 444', { ...HOOK, WEBHOOK_URL: 'https://bot.example.org:444/x' }, /^WEBHOOK_URL is/u],
  ['59 parts of a webhook where updates are polled for', { BOT_TOKEN: FAKE_TOKEN, WEBHOOK_PORT: '8788' }, /set it for a webhook, or remove them for polling/u],
  ['60 a short secret', { ...HOOK, WEBHOOK_SECRET: 'short' }, /^WEBHOOK_SECRET is 5 characters \(withheld\), but must be 32 to 256/u],
  ['60 a secret with other characters', { ...HOOK, WEBHOOK_SECRET: `${SECRET} ü` }, /^WEBHOOK_SECRET is 42 characters \(withheld\)/u],
  ['61 an unknown key', { HUIDA_DATA_DIR: 'x' }, /^Unknown key "HUIDA_DATA_DIR" in the environment: did you mean DATA_DIR\?/u],
  ...['0', '70000', 'abc'].map((port): [string, Record<string, string>, RegExp] => [`62 port ${port}`, { ...HOOK, WEBHOOK_PORT: port }, /^WEBHOOK_PORT is .*, but must be a port, 1 to 65535/u]),
  ['65 a model at file://', { CHAT_MODEL: 'm', OPENAI_BASE_URL: 'file:///etc/passwd' }, /^OPENAI_BASE_URL is "file:/u],
  ['67 no ids', { STAFF_IDS: ' , ' }, /^STAFF_IDS/u],
  ['67 an id twice', { STAFF_IDS: '7,7' }, /must be a list in which no id stands twice/u],
  ['67 id 0', { STAFF_IDS: '0' }, /must be Telegram ids/u],
  ['67 a negative id', { STAFF_IDS: '-7' }, /must be Telegram ids/u],
  ['67 a user name', { STAFF_IDS: '@clerk' }, /must be Telegram ids/u],
  ...['0', '-1', 'forever'].map((days): [string, Record<string, string>, RegExp] => [`68 ${days} days`, { RECORD_DAYS: days }, /^RECORD_DAYS is .*, but must be a whole number from 1 to 999999999/u]),
])('bad input %s: one sentence, exit code 2, nothing made', async (name, environment, sentence) => {
  if (name === '67 no ids') {
    // Nobody is meant, and nobody gets a right.
    expect(readConfig({ environment, folder: newFolder() }).roles.staff).toEqual([]);
    return;
  }
  const run = await serve(environment);
  expect(run.code).toBe(2);
  expect(run.stderr.replace(/^(?:huida: )?/u, '')).toMatch(sentence);
  expect(run.stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(run.stderr).not.toContain(FAKE_TOKEN.split(':')[1]);
});

it('bad input 58: a token in quotes and spaces is read, none is explained, one that is revoked ends with 4', async () => {
  expect(readConfig({ environment: {}, folder: newFolder(`BOT_TOKEN= "${FAKE_TOKEN}"  \n`) }).botToken).toBe(FAKE_TOKEN);
  expect((await serve({})).stdout).toContain('@BotFather'.slice(1));
  const api = await startFakeBotApi();
  onTestFinished(() => api.close());
  const run = await serve({ BOT_TOKEN: '1:of-another-bot', TELEGRAM_API_ROOT: api.url });
  expect(run.code).toBe(4);
  expect(run.stderr).not.toContain('of-another-bot');
});

it('bad input 61: a typo in .env is named with what was meant', async () => {
  const run = await serve({}, newFolder('MODERATORS_IDS=7\n'));
  expect(run.code).toBe(2);
  expect(run.stderr).toContain('did you mean MODERATOR_IDS?');
});

it('bad input 62: a port in use ends the service with one sentence', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => { taken.once('listening', resolve); });
  onTestFinished(() => { taken.close(); });
  const api = await startFakeBotApi();
  onTestFinished(() => api.close());
  const { port } = taken.address() as AddressInfo;
  const run = await serve({ ...HOOK, WEBHOOK_PORT: String(port), TELEGRAM_API_ROOT: api.url });
  expect(run.code).toBe(1);
  expect(run.stderr).toContain(String(port));
  expect(run.stderr).not.toMatch(/\n\s+at /u);
});

it('bad input 63: a data folder that is absent is made, for its owner alone; one that cannot be is named', async () => {
  const folder = newFolder();
  expect((await runCli(['ingest', 'records', '--data', 'new/data'], { cwd: folder })).code).toBe(0);
  expect(statSync(join(folder, 'new', 'data')).mode & 0o777).toBe(0o700);
  const run = await runCli(['ask', '修缮几座桥？', '--data', join('records', 'a.md', 'data')], { cwd: folder, environment: { CORPUS_DIR: 'records' } });
  expect(run.code).not.toBe(0);
  expect(run.stderr).toMatch(/The data folder ".*" cannot be /u);
});

it.skipIf(process.getuid?.() === 0)('bad input 63: a data folder that cannot be written is named (skipped for root, who may write everywhere)', async () => {
  const folder = newFolder();
  mkdirSync(join(folder, 'data'), { mode: 0o500 });
  onTestFinished(() => { chmodSync(join(folder, 'data'), 0o700); });
  const run = await runCli(['ask', '修缮几座桥？', '--data', 'data'], { cwd: folder, environment: { CORPUS_DIR: 'records' } });
  expect(run.code).toBe(1);
  expect(run.stderr).toMatch(/The data folder ".*" cannot be written/u);
});

it.each([['locale C', { LC_ALL: 'C', LANG: 'C' }], ['an odd zone of time', { TZ: 'Pacific/Chatham' }], ['a zone that does not exist', { TZ: 'Nowhere/At_All' }], ['a zone whose day lasts 23 hours now and then', { TZ: 'America/Sao_Paulo' }]])('bad input 64: %s changes no answer', async (_, environment) => {
  const folder = newFolder();
  const run = await runCli(['ask', '--json', '2025年3月1日村务会议决定修缮几座桥？', '--data', 'data'], { cwd: folder, environment: { CORPUS_DIR: 'records', ...environment } });
  expect(run.code).toBe(0);
  expect((JSON.parse(run.stdout) as { answer: string }).answer).toContain('三座桥');
});

it.each([
  ['without /v1', (url: string) => url], ['that ends with a slash', (url: string) => `${url}/v1/`], ['that leads to another host', (url: string) => `${url}/elsewhere`],
])('bad input 65: an address of a model %s costs style, no answer, and its key goes nowhere else', async (_, addressOf) => {
  const reached: string[] = [];
  const server = createServer((request, response) => {
    reached.push(request.url ?? '');
    response.writeHead(302, { location: 'http://127.0.0.2:9/stolen' }).end();
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => { server.once('listening', resolve); });
  onTestFinished(() => { server.closeAllConnections(); server.close(); });
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const run = await runCli(['ask', '--json', '村务会议决定修缮几座桥？', '--data', 'data'], { cwd: newFolder(), environment: { CORPUS_DIR: 'records', CHAT_MODEL: 'm', OPENAI_API_KEY: 'k-secret', OPENAI_BASE_URL: addressOf(url) } });
  expect(run.code).toBe(0);
  expect(JSON.parse(run.stdout)).toMatchObject({ engine: 'extract', status: 'answered' });
  expect(reached.length).toBeGreaterThan(0);
  expect(run.stderr).not.toContain('k-secret');
});

it('bad input 66: a Bot API that is reached over IPv6 alone serves', async ({ skip }) => {
  const api = await startFakeBotApi();
  onTestFinished(() => api.close());
  const six = createServer((request, response) => {
    void (async () => {
      const body = await new Response(request).arrayBuffer();
      const answer = await fetch(`${api.url}${request.url ?? ''}`, { method: request.method ?? 'GET', headers: { 'content-type': request.headers['content-type'] ?? 'application/json' }, ...(body.byteLength > 0 ? { body } : {}) });
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(Buffer.from(await answer.arrayBuffer()));
    })().catch(() => response.destroy());
  });
  const isThere = await new Promise<boolean>((resolve) => { six.once('error', () => { resolve(false); }).listen(0, '::1', () => { resolve(true); }); });
  if (!isThere) skip('this machine has no IPv6');
  onTestFinished(() => { six.closeAllConnections(); six.close(); });
  const folder = newFolder();
  const child = startEntrance('main.ts', [], folder, { CORPUS_DIR: 'records', BOT_TOKEN: FAKE_TOKEN, TELEGRAM_API_ROOT: `http://[::1]:${String((six.address() as AddressInfo).port)}` });
  onTestFinished(() => { child.kill('SIGKILL'); });
  api.push(privateText(42, '村务会议决定修缮几座桥？'));
  expect((await api.message(42)).text).toContain('三座桥');
});

it('bad input 69: a .env with a mark of byte order and CRLF is read', () => {
  expect(readConfig({ environment: {}, folder: newFolder(`\uFEFFBOT_TOKEN=${FAKE_TOKEN}\r\nRECORD_DAYS=30\r\n`) })).toMatchObject({ botToken: FAKE_TOKEN, recordDays: 30 });
});
