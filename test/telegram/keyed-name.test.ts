import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openChatState } from '../../src/adapters/sqlite/chat-state.js';
import { keyedName } from '../../src/telegram/keyed-name.js';
import { temporaryFolder } from '../adapters/temporary-folder.js';
import { FAKE_TOKEN } from './fake-bot-api.js';
import { press, privateText } from './make-updates.js';
import { startHouseBot } from './start-house-bot.js';

const IDS = Array.from({ length: 20_000 }, (_, index) => 700_000_000 + index);

test('32: trying out ids breaks a plain hash, and no keyed name without its key', () => {
  const wanted = 700_012_345;
  const plain = (id: number): string => createHash('sha256').update(`person/${id}`).digest('base64url').slice(0, 20);
  const brokenBy = (name: string, guess: (id: number) => string): number | undefined => IDS.find((id) => guess(id) === name);
  expect(brokenBy(plain(wanted), plain)).toBe(wanted);
  const name = keyedName(FAKE_TOKEN, 'person', wanted);
  expect(brokenBy(name, plain)).toBeUndefined();
  expect(brokenBy(name, (id) => keyedName('1:another-token', 'person', id))).toBeUndefined();
  expect(brokenBy(name, (id) => keyedName(FAKE_TOKEN, 'person', id))).toBe(wanted);
  expect(new Set(IDS.map((id) => keyedName(FAKE_TOKEN, 'person', id))).size).toBe(IDS.length);
});

test('32: no id, user name or name of somebody who asks, votes and passes on stands in log, console file or chat memory', async () => {
  const folder = temporaryFolder();
  const state = openChatState(join(folder, 'chats.sqlite'));
  onTestFinished(() => { state.close(); });
  const { api, config } = await startHouseBot({ state });
  const id = 987_654_321;
  const from = { from: { id, is_bot: false, first_name: 'Wilhelmina', last_name: 'Zwetschge', username: 'wilhelmina_z' } };
  api.push(privateText(id, '2025年村务会议决定修缮几座桥？', from));
  const answer = await api.message(id);
  api.push(press(id, answer.buttons.find(({ text }) => text.includes('👎'))?.callback_data, answer.messageId));
  const why = await api.message(id, 2);
  for (const [message, label] of [[why, '🔔'], [answer, '工作人员']] as const) {
    const update = press(id, message.buttons.find(({ text }) => text.includes(label))?.callback_data, message.messageId);
    api.push(update);
    await api.call('answerCallbackQuery', (call) => call.params.callback_query_id === update.callback_query.id);
  }
  const files = [folder, config.dataFolder].flatMap((each) => readdirSync(each).filter((name) => name.includes('.sqlite')).map((name) => join(each, name)));
  expect(files.map((file) => file.split('/').at(-1))).toEqual(expect.arrayContaining(['chats.sqlite', 'records.sqlite', 'console.sqlite']));
  for (const file of files) for (const trace of [String(id), 'Wilhelmina', 'Zwetschge', 'wilhelmina_z']) expect([file, trace, readFileSync(file).includes(trace)]).toEqual([file, trace, false]);
});
