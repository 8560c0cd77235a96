import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { auditRecords } from '../../src/adapters/sqlite/audit-file.js';
import { openRecordLog } from '../../src/adapters/sqlite/record-log.js';
import { recordSaying } from '../adapters/sqlite/sample-log.js';
import { FAKE_TOKEN, startFakeBotApi } from '../telegram/fake-bot-api.js';
import { press, privateText } from '../telegram/make-updates.js';
import { runCli, startEntrance } from './run-cli.js';
import { temporaryFolder } from '../adapters/temporary-folder.js';

const newFolder = (): string => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'records'));
  writeFileSync(join(folder, 'records', 'a.md'), '# 村务会议\n\n2025年3月1日，村务会议决定修缮三座桥。\n');
  return folder;
};

/** `npm start` against the fake Bot API. */
const startService = (folder: string, apiRoot: string) => {
  const child = startEntrance('main.ts', [], folder, { CORPUS_DIR: 'records', BOT_TOKEN: FAKE_TOKEN, TELEGRAM_API_ROOT: apiRoot });
  const service = { child, stderr: '', ended: once(child, 'close') as Promise<[number | null]> };
  child.stderr.setEncoding('utf8').on('data', (text: string) => { service.stderr += text; });
  onTestFinished(() => { child.kill('SIGKILL'); });
  return service;
};

it('answers a question in chat, and stops in order on SIGTERM', async () => {
  const api = await startFakeBotApi();
  onTestFinished(() => api.close());
  const folder = newFolder();
  const service = startService(folder, api.url);
  await api.polling();
  api.push(privateText(42, '村务会议决定修缮几座桥？'));
  expect((await api.message(42)).text).toContain('三座桥');
  const stoppedAt = Date.now();
  service.child.kill('SIGTERM');
  expect((await service.ended)[0]).toBe(0);
  expect(Date.now() - stoppedAt).toBeLessThan(10_000);
  expect(service.stderr).toContain('SIGTERM');
  expect(service.stderr).not.toContain(FAKE_TOKEN.split(':')[1]);
  expect(JSON.parse((await runCli(['status', '--json'], { cwd: folder })).stdout)).toMatchObject({ logRows: 1 });
});

it('answers an update that comes again after a crash with what the log holds', async () => {
  const api = await startFakeBotApi();
  onTestFinished(() => api.close());
  const folder = newFolder();
  const first = startService(folder, api.url);
  await api.polling();
  api.fault({ method: 'sendMessage', with: 'hang' });
  const sent = api.call('sendMessage');
  api.push(privateText(42, '村务会议决定修缮几座桥？'));
  await sent;
  first.child.kill('SIGKILL');
  await first.ended;
  const second = startService(folder, api.url);
  expect((await api.message(42)).text).toContain('三座桥');
  second.child.kill('SIGTERM');
  expect((await second.ended)[0]).toBe(0);
  expect(JSON.parse((await runCli(['status', '--json'], { cwd: folder })).stdout)).toMatchObject({ logRows: 1 });
});

/** A lock may be gone between the list and the look. */
function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}

it('31: what is older than the days that are kept is removed when the service starts, and its count is declared', async () => {
  const api = await startFakeBotApi();
  onTestFinished(() => api.close());
  const folder = newFolder();
  const file = join(folder, 'data', 'records.sqlite');
  const log = openRecordLog(file);
  for (const [id, days] of [['old', 366], ['older', 400], ['new', 179]] as const) log.append(recordSaying(id, `${id} 旧事重提`, 'u', new Date(Date.now() - days * 86_400_000).toISOString()));
  log.close();
  const service = startService(folder, api.url);
  await api.polling();
  service.child.kill('SIGTERM');
  expect((await service.ended)[0]).toBe(0);
  expect(service.stderr).toContain('2 records older than 180 days were removed.');
  const kept = readdirSync(join(folder, 'data')).map((name) => join(folder, 'data', name)).filter((path) => path.includes('records.sqlite')).map((path) => bytesOf(path).toString());
  expect(['old 旧事重提', 'older 旧事重提', 'new 旧事重提'].map((words) => kept.some((bytes) => bytes.includes(words)))).toEqual([false, false, true]);
  expect(auditRecords(file)).toMatchObject({ rows: 1, erased: 2, problem: null });
});

it('30: /forgetme leaves nothing of what somebody asked in the data folder', async () => {
  const api = await startFakeBotApi();
  onTestFinished(() => api.close());
  const folder = newFolder();
  const service = startService(folder, api.url);
  await api.polling();
  api.push(privateText(42, '青霜紫电这一年村务会议决定修缮几座桥？'), privateText(43, '白云苍狗这一年村务会议决定修缮几座桥？'));
  await api.message(42);
  await api.message(43);
  const holds = (words: string): boolean => readdirSync(join(folder, 'data'), { recursive: true, withFileTypes: true }).some((entry) => entry.isFile() && bytesOf(join(entry.parentPath, entry.name)).includes(words));
  expect([holds('青霜紫电'), holds('白云苍狗')]).toEqual([true, true]);
  api.push(privateText(42, '/forgetme'));
  const asked = await api.message(42, 2);
  api.push(press(42, asked.buttons[0]?.callback_data, asked.messageId));
  expect((await api.call('answerCallbackQuery')).params.text).toBe('已删除。');
  service.child.kill('SIGTERM');
  expect((await service.ended)[0]).toBe(0);
  expect([holds('青霜紫电'), holds('白云苍狗')]).toEqual([false, true]);
});

it('says without a token how to get one, and that the rest works', async () => {
  const run = await runCli(['serve'], { cwd: newFolder() });
  expect(run).toMatchObject({ code: 0, stderr: '' });
  expect(run.stdout).toMatch(/BotFather[^]*BOT_TOKEN[^]*npx huida ask/u);
  expect(run.stdout.split('\n').length).toBeLessThan(24);
});

it('ends with 4 when Telegram does not know the token', async () => {
  const api = await startFakeBotApi();
  onTestFinished(() => api.close());
  const run = await runCli(['serve'], { cwd: newFolder(), environment: { CORPUS_DIR: 'records', BOT_TOKEN: '1:not-the-token', TELEGRAM_API_ROOT: api.url } });
  expect(run.code).toBe(4);
  expect(run.stderr).not.toContain('not-the-token');
});

it('ends with 1 when there is no index and none can be built', async () => {
  const folder = newFolder();
  const run = await runCli(['serve', '--data', join(folder, 'records', 'a.md', 'data')], { cwd: folder, environment: { BOT_TOKEN: FAKE_TOKEN } });
  expect(run.code).toBe(1);
  expect(run.stderr).toMatch(/The data folder ".*" cannot be /u);
});
