import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { openThreadPool, type ThreadPool } from '../../../src/adapters/threads/thread-pool.js';
import { temporaryFolder } from '../temporary-folder.js';

const MODULE = fileURLToPath(new URL('served-module.mjs', import.meta.url));

function open({ threads = 1, notices = [] as string[] } = {}): ThreadPool {
  const pool = openThreadPool({ module: MODULE, threads, callsAtOnce: 4, data: { greeting: 'hello' }, onNotice: (line) => { notices.push(line); } });
  onTestFinished(() => pool.close());
  return pool;
}

test('a call is done in another thread, with the data of the pool, and what it tells on its way arrives in order', async () => {
  const notices: string[] = [];
  const told: unknown[] = [];
  const pool = open({ notices });
  const result = (await pool.call('greet', ['you'], (one) => { told.push(one); })) as { text: string; threadId: number };
  expect(result.text).toBe('hello you');
  expect(result.threadId).toBeGreaterThan(0);
  expect(told).toEqual(['one', 'two']);
  await expect.poll(() => notices).toEqual(['greeted you']);
});

test('an error arrives as what it was: clear words with their exit code, others as plain errors', async () => {
  const pool = open();
  await expect(pool.call('refuse', [])).rejects.toMatchObject({ name: 'ClearError', message: 'a clear word', exitCode: 2 });
  await expect(pool.call('stumble', [])).rejects.toMatchObject({ name: 'Error', message: 'not yours' });
});

test('a call whose thread breaks is done once more by another thread, and staff are told', async () => {
  const notices: string[] = [];
  const pool = open({ notices });
  expect(await pool.call('breakOnce', [join(temporaryFolder(), 'broken')])).toBe('whole');
  expect(notices.join('\n')).toMatch(/thread ended/u);
  await expect(pool.call('breakAlways', [])).rejects.toThrow();
  expect(await pool.call('greet', ['again'])).toMatchObject({ text: 'hello again' });
});

test('a thread may hold less than the process, so that it clears early what piles up', async () => {
  // The young objects' share comes on top; the engine's own limit is 2 GB and more where there is that much memory.
  expect(await open().call('heapLimitMb', [])).toBeLessThan(1_200);
});

test('closing waits for the calls in hand', async () => {
  const pool = openThreadPool({ module: MODULE, threads: 2, callsAtOnce: 4, data: {}, onNotice: () => undefined });
  const calls = [1, 2, 3].map(() => pool.call('waitALittle', [50]));
  await pool.close();
  expect(await Promise.all(calls)).toEqual(['done', 'done', 'done']);
});

test('closing does not wait for a call that hangs', async () => {
  const pool = openThreadPool({ module: MODULE, threads: 1, callsAtOnce: 4, data: {}, onNotice: () => undefined });
  const hanging = expect(pool.call('waitALittle', [3_600_000])).rejects.toThrow();
  await pool.close();
  await hanging;
});
