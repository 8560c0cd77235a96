import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openUpdateStore } from '../../src/adapters/sqlite/update-store.js';
import { temporaryFolder } from '../adapters/temporary-folder.js';
import { makeAnswer, privateText } from './make-updates.js';
import { deferred, startTestBot } from './start-test-bot.js';

test('stop() lets the answers in flight be sent and leaves nothing unfinished', async () => {
  const gate = deferred();
  const { api, bot, clock, asked, updates } = await startTestBot({ maxConcurrent: 32, ask: async ({ id }) => (await gate.promise, makeAnswer(id)) });
  api.push(...Array.from({ length: 20 }, (_, chat) => privateText(chat + 1, '一')));
  await expect.poll(() => asked.length).toBe(20);
  expect(asked).toHaveLength(20);
  const stopped = bot.stop();
  await clock.pausing(8_500);
  gate.resolve();
  await stopped;
  expect(await bot.finished).toEqual({ exitCode: 0, reason: 'The bot was stopped.' });
  expect(api.messages).toHaveLength(20);
  expect(updates.unfinished()).toEqual([]);
});

test('stop() waits until what was finished is written off, however slow the disk is', async () => {
  const store = openUpdateStore(join(temporaryFolder(), 'telegram.sqlite'));
  let isWrittenOff = false;
  const finish = async (updateId: number): Promise<void> => {
    await pause(300);
    await store.finish(updateId);
    isWrittenOff = true;
  };
  const { api, bot, updates } = await startTestBot({ updates: { ...store, finish } });
  api.push(privateText(1, '一'));
  await api.message(1);
  await bot.stop();
  expect(isWrittenOff).toBe(true);
  expect(updates.unfinished()).toEqual([]);
});

test('an answer that does not come in time is given up: not sent later, and answered by the next start', async () => {
  const gate = deferred();
  const { api, bot, clock, asked, updates } = await startTestBot({ ask: async ({ id, question }) => (question === '慢' ? await gate.promise : undefined, makeAnswer(id)) });
  const [quick, slow] = [privateText(1, '快'), privateText(1, '慢')];
  api.push(quick, slow);
  // The second begins once the first is done with.
  await expect.poll(() => asked.length).toBe(2);
  await expect.poll(() => updates.unfinished()).toHaveLength(1);
  const stopped = bot.stop();
  await clock.pausing(8_500);
  clock.advance(8_500);
  await stopped;
  expect(updates.unfinished().map(({ updateId }) => updateId)).toEqual([slow.update_id]);
  gate.resolve();
  await new Promise(setImmediate);
  expect(api.messages).toHaveLength(1);
});

test('a call that hangs does not keep the bot from stopping', async () => {
  const { api, bot, clock } = await startTestBot();
  api.fault({ method: 'sendMessage', with: 'hang' });
  api.push(privateText(1, '一'));
  await api.call('sendMessage');
  const stopped = bot.stop();
  await clock.pausing(8_500);
  clock.advance(8_500);
  await stopped;
});

test('a flood limit of an hour does not keep the bot from stopping; the answer goes out after the next start, when the hour is over', async () => {
  const file = join(temporaryFolder(), 'telegram.sqlite');
  const first = openUpdateStore(file);
  const before = await startTestBot({ updates: first });
  before.api.fault({ method: 'sendMessage', with: { code: 429, description: 'Too Many Requests', parameters: { retry_after: 3_600 } } });
  before.api.push(privateText(1, '一'));
  await before.clock.pausing(3_600_000);
  await before.bot.stop();
  expect(first.unfinished()).toEqual([]);
  first.close();
  const after = await startTestBot({ updates: openUpdateStore(file) });
  await after.clock.pausing(3_600_000);
  expect(after.lines.join('\n')).toContain('0 updates not finished, 1 messages not sent, 0 of them perhaps for a second time');
  after.clock.advance(3_600_000);
  await after.api.message(1);
  expect(after.api.messages).toHaveLength(1);
});

test('stop() works before Telegram was ever reached, and twice', async () => {
  const { api, bot, clock } = await startTestBot({ apiRoot: 'http://127.0.0.1:9' });
  await clock.pausing(500);
  await Promise.all([bot.stop(), bot.stop()]);
  expect(await bot.finished).toMatchObject({ exitCode: 0 });
  expect(api.calls).toEqual([]);
});
