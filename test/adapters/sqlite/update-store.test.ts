import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../../src/adapters/sqlite/open-database.js';
import { openUpdateStore, type UpdateStoreOptions } from '../../../src/adapters/sqlite/update-store.js';
import { ClearError } from '../../../src/domain/errors.js';
import type { ArrivedUpdate, UpdateStore } from '../../../src/ports/update-store.js';
import { temporaryFolder } from '../temporary-folder.js';
import { engines } from './engines.js';

const DAY_MS = 86_400_000;
const arrived = (updateId: number, payload = '{}'): ArrivedUpdate => ({ updateId, queue: `chat ${updateId % 10}`, pool: 'messages', payload });

describe.each(engines)('%s', (engine) => {
  const opened = (file = join(temporaryFolder(), 'telegram.sqlite'), options: UpdateStoreOptions = {}): UpdateStore => {
    const store = openUpdateStore(file, { engine, ...options });
    onTestFinished(() => { store.close(); });
    return store;
  };

  test('an update is kept over a restart until it is finished, in the order it arrived, and taken once', async () => {
    const file = join(temporaryFolder(), 'new', 'telegram.sqlite');
    const first = openUpdateStore(file, { engine, nowMs: () => 5_000 });
    expect((await first.accept([arrived(900_000, '"a"'), arrived(1_200, '"b"')])).map(({ updateId }) => updateId)).toEqual([900_000, 1_200]);
    await first.finish(900_000);
    first.close();
    const store = opened(file);
    expect(store.unfinished()).toEqual([{ updateId: 1_200, queue: 'chat 0', pool: 'messages', acceptedAtMs: 5_000 }]);
    expect([store.payloadOf(1_200), store.payloadOf(900_000), store.payloadOf(1)]).toEqual(['"b"', null, null]);
  });

  test('the same update 50 times, ten at once, is taken once', async () => {
    const store = opened();
    const taken: number[] = [];
    for (let round = 0; round < 5; round++) {
      const results = await Promise.all(Array.from({ length: 10 }, () => store.accept([arrived(7)])));
      taken.push(results.flat().length);
    }
    expect(taken).toEqual([1, 0, 0, 0, 0]);
    await store.finish(7);
    expect(await store.accept([arrived(7)])).toEqual([]);
  });

  test('an id is remembered for a week and not for ever', async () => {
    let now = 100 * DAY_MS;
    const store = opened(undefined, { nowMs: () => now });
    await store.accept([arrived(7)]);
    await store.finish(7);
    now += 6.9 * DAY_MS;
    expect(await store.accept([arrived(7)])).toEqual([]);
    now += 0.2 * DAY_MS;
    expect(await store.accept([arrived(7)])).toHaveLength(1);
  });

  test('what is not finished is not forgotten after a week', async () => {
    let now = 100 * DAY_MS;
    const store = opened(undefined, { nowMs: () => now });
    await store.accept([arrived(7)]);
    now += 30 * DAY_MS;
    expect(await store.accept([arrived(7)])).toEqual([]);
    expect(store.unfinished()).toHaveLength(1);
  });

  test('writes of one turn are kept together, and one that fails takes no other with it', async () => {
    const store = opened();
    const broken = store.addOutgoing({ updateId: 1, ordinal: 0, state: 'queued', call: {} as never, dueAtMs: 0 });
    const results = await Promise.allSettled([store.accept([arrived(1)]), broken, store.accept([arrived(2)])]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(store.unfinished()).toHaveLength(2);
  });

  test('a message is kept over a restart until it has ended, once for each key, and its end is remembered', async () => {
    const file = join(temporaryFolder(), 'telegram.sqlite');
    const first = openUpdateStore(file, { engine });
    const row = { updateId: 7, ordinal: 0, state: 'sending', call: '"words"', dueAtMs: 12.4 } as const;
    expect(await first.addOutgoing(row)).toEqual({ row: { ...row, messageId: null }, isNew: true });
    await first.addOutgoing({ ...row, ordinal: 1 });
    await first.changeOutgoing({ updateId: 7, ordinal: 1 }, { state: 'queued', dueAtMs: 99 });
    first.close();
    const store = opened(file);
    expect(store.openOutgoing()).toEqual([{ ...row, dueAtMs: 12, messageId: null }, { ...row, ordinal: 1, state: 'queued', dueAtMs: 99, messageId: null }]);
    await store.endOutgoing(row, { state: 'sent', messageId: 44, messageKey: 'k', about: 'tg-answer' });
    await store.endOutgoing({ updateId: 7, ordinal: 1 }, { state: 'lost', messageId: null, messageKey: null, about: null });
    expect(store.openOutgoing()).toEqual([]);
    expect(await store.addOutgoing({ ...row, state: 'queued' })).toEqual({ row: { ...row, state: 'sent', call: null, dueAtMs: 12, messageId: 44 }, isNew: false });
    expect([store.aboutMessage('k'), store.aboutMessage('other')]).toEqual(['tg-answer', null]);
  });

  test('what a sent message is about is known after a week, a message about nothing is forgotten', async () => {
    let now = 1_000 * DAY_MS;
    const store = opened(undefined, { nowMs: () => now });
    for (const [ordinal, about] of ['tg-answer', null].entries()) {
      await store.addOutgoing({ updateId: 7, ordinal, state: 'sending', call: '', dueAtMs: 0 });
      await store.endOutgoing({ updateId: 7, ordinal }, { state: 'sent', messageId: 1, messageKey: `k${ordinal}`, about });
    }
    now += 8 * DAY_MS;
    await store.accept([arrived(8)]);
    expect(store.aboutMessage('k0')).toBe('tg-answer');
    expect((await store.addOutgoing({ updateId: 7, ordinal: 1, state: 'queued', call: '', dueAtMs: 0 })).isNew).toBe(true);
    now += 400 * DAY_MS;
    await store.accept([arrived(9)]);
    expect(store.aboutMessage('k0')).toBeNull();
  });

  test('no word and no chat of what is finished is left in the files', async () => {
    const folder = temporaryFolder();
    const store = openUpdateStore(join(folder, 'telegram.sqlite'), { engine });
    const secret = '不能留下的话 chat 424242';
    await store.accept([{ ...arrived(7, secret.repeat(100)), queue: 'chat 424242' }]);
    await store.addOutgoing({ updateId: 7, ordinal: 0, state: 'sending', call: secret, dueAtMs: 0 });
    await store.endOutgoing({ updateId: 7, ordinal: 0 }, { state: 'sent', messageId: 1, messageKey: 'k', about: null });
    await store.finish(7);
    store.close();
    expect(readdirSync(folder)).toEqual(['telegram.sqlite']);
    expect(readFileSync(join(folder, 'telegram.sqlite')).includes('424242')).toBe(false);
  });

  test('every open asks for full durability again', () => {
    const file = join(temporaryFolder(), 'telegram.sqlite');
    for (let round = 0; round < 2; round++) openUpdateStore(file, { engine }).close();
    const database = openDatabase(file, { engine });
    expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: engine === 'native' ? 'wal' : 'delete' });
    database.close();
  });

  test('a store of a newer program, or a file that is none, is refused in one sentence and left alone', () => {
    const file = join(temporaryFolder(), 'telegram.sqlite');
    openUpdateStore(file, { engine }).close();
    const database = openDatabase(file, { engine });
    database.exec('PRAGMA user_version = 1000');
    database.close();
    expect(() => openUpdateStore(file, { engine })).toThrow(ClearError);
    expect(() => openUpdateStore(file, { engine })).toThrow('has schema version 1000 and this program knows versions up to 1');
    const none = join(temporaryFolder(), 'telegram.sqlite');
    writeFileSync(none, 'hello '.repeat(1000));
    expect(() => openUpdateStore(none, { engine })).toThrow('is not a readable SQLite database; move it away');
  });
});

test('a file locked by somebody else is said at once, and written when it is free', async () => {
  const file = join(temporaryFolder(), 'telegram.sqlite');
  const store = openUpdateStore(file);
  onTestFinished(() => { store.close(); });
  const other = openDatabase(file);
  other.exec('BEGIN IMMEDIATE');
  await expect(store.accept([arrived(7)])).rejects.toThrow('locked');
  other.exec('ROLLBACK');
  other.close();
  expect(await store.accept([arrived(7)])).toHaveLength(1);
});
