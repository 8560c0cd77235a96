import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openUpdateStore } from '../../../src/adapters/sqlite/update-store.js';
import type { UpdateStore } from '../../../src/ports/update-store.js';
import { temporaryFolder } from '../../adapters/temporary-folder.js';
import { makeAnswer, press, privateText } from '../make-updates.js';
import { startTestBot } from '../start-test-bot.js';

const tooMany = (seconds: number) => ({ code: 429, description: `Too Many Requests: retry after ${seconds}`, parameters: { retry_after: seconds } });

/** A store as a process left it that died while the answer to `question` was on its way. */
async function leftBehind(question: ReturnType<typeof privateText>, state: 'queued' | 'sending'): Promise<UpdateStore> {
  const store = openUpdateStore(join(temporaryFolder(), 'telegram.sqlite'));
  await store.accept([{ updateId: question.update_id, queue: 'chat 7', pool: 'messages', payload: JSON.stringify(question) }]);
  const call = JSON.stringify({ place: { chatId: 7, replyTo: question.message.message_id }, message: { html: '<b>五</b>', plain: '五', keyboard: [[{ text: '[1]', callback_data: 'c:x:1' }]] } });
  await store.addOutgoing({ updateId: question.update_id, ordinal: 0, state, call, dueAtMs: 0 });
  return store;
}

test.each([['queued', 0], ['sending', 1]] as const)('a message that was %s when the process died is sent by the next as it was written, once; %i may be there already', async (state, maybeTwice) => {
  const question = privateText(7, '增长多少？');
  const { api, bot, lines, updates, asked } = await startTestBot({ updates: await leftBehind(question, state) });
  api.push(question, privateText(7, '然后呢？'));
  await api.message(7, 2);
  expect(api.messages.map(({ text }) => text)).toEqual(['五', expect.stringContaining('增长 5.5%')]);
  expect(api.messages[0]?.buttons).toHaveLength(1);
  expect(lines.join('\n')).toContain(`1 updates not finished, 1 messages not sent, ${maybeTwice} of them perhaps for a second time`);
  expect(asked).toHaveLength(2);
  await bot.stop();
  expect(updates.openOutgoing()).toEqual([]);
});

test('what was sent before the process died is not sent again, and the rest of a long answer follows', async () => {
  const question = privateText(7, '增长多少？');
  const store = await leftBehind(question, 'sending');
  await store.endOutgoing({ updateId: question.update_id, ordinal: 0 }, { state: 'sent', messageId: 5, messageKey: null, about: null });
  const long = `${'一。'.repeat(1_500)}\n\n${'二。'.repeat(1_500)}`;
  const { api } = await startTestBot({ updates: store, ask: ({ id }) => Promise.resolve(makeAnswer(id, { answer: long, citations: [] })) });
  await api.message(7);
  api.push(privateText(8, '别的'));
  await api.message(8);
  const [only] = api.messages.filter(({ chatId }) => chatId === 7);
  expect(only?.text).toMatch(/^(二。)+$/);
});

test('a flood limit of an hour blocks nobody, and what is said meanwhile goes out afterwards in its order', async () => {
  const { api, clock, updates } = await startTestBot({ ask: ({ id, question }) => Promise.resolve(makeAnswer(id, { answer: question, citations: [] })) });
  api.fault({ method: 'sendMessage', chatId: 1, with: tooMany(3_600) });
  api.push(privateText(1, '一'));
  await clock.pausing(3_600_000);
  api.push(...Array.from({ length: 200 }, (_, index) => privateText(1, `之后 ${index}`)), privateText(2, '别人'));
  await api.message(2);
  // Every question is handled: the answers wait, no handler does.
  while (updates.unfinished().length > 0) await new Promise(setImmediate);
  expect(updates.openOutgoing()).toHaveLength(201);
  clock.advance(3_600_000);
  await api.message(1, 201);
  expect(api.messages.filter(({ chatId }) => chatId === 1).map(({ text }) => text)).toEqual(['一', ...Array.from({ length: 200 }, (_, index) => `之后 ${index}`)]);
});

test('a press is answered once, although its update is handled again after a crash', async () => {
  const updates = openUpdateStore(join(temporaryFolder(), 'telegram.sqlite'));
  const pressed = press(7, 'c:tg-known:1');
  await updates.accept([{ updateId: pressed.update_id, queue: 'x', pool: 'presses', payload: JSON.stringify(pressed) }]);
  await updates.addOutgoing({ updateId: pressed.update_id, ordinal: 0, state: 'sending', call: 'null', dueAtMs: 0 });
  const { api, bot, log } = await startTestBot({ updates });
  log.set('tg-known', makeAnswer('tg-known'));
  api.push(privateText(8, '别的'));
  await api.message(8);
  expect(api.calls.filter(({ method }) => method === 'answerCallbackQuery')).toEqual([]);
  await bot.stop();
  expect(updates.openOutgoing()).toEqual([]);
});

test('a server that is down for everybody loses no message, however long it takes', async () => {
  const { api, clock } = await startTestBot();
  api.fault({ method: 'sendMessage', times: 40, with: { status: 502, body: '<html>' } });
  api.push(privateText(7, '一'));
  for (let tries = 1; tries <= 40; tries++) {
    await api.call('sendMessage', undefined, tries);
    const pause = Math.min(5_000, 500 * 2 ** (tries - 1));
    await clock.pausing(pause);
    clock.advance(pause);
  }
  await api.message(7);
  expect(api.messages).toHaveLength(1);
});
