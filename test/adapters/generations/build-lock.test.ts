import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { takeBuildLock } from '../../../src/adapters/generations/build-lock.js';
import { openGenerationStore } from '../../../src/adapters/generations/generation-store.js';
import { processStart } from '../../../src/adapters/generations/process-start.js';
import { ClearError } from '../../../src/domain/errors.js';
import { sampleDocuments, settings } from '../sample-documents.js';
import { temporaryFolder } from '../temporary-folder.js';
import { build, generationFolders, openLive } from './store-parts.js';

/** A process that builds in `folder` until it is killed; resolves when its first build is under way. */
async function startBuilder(folder: string): Promise<ChildProcess> {
  const script = fileURLToPath(new URL('build-forever.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => { child.kill('SIGKILL'); });
  await once(child.stdout, 'data');
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  const isGone = once(child, 'exit');
  child.kill('SIGKILL');
  await isGone;
}

function lockOf(pid: number, start: string | null): string {
  return JSON.stringify({ pid, processStart: start, token: '0123', startedAtUtc: '2025-02-20T08:30:00.000Z' });
}

test('one build at a time in a data folder', async () => {
  const folder = temporaryFolder();
  const [one, other] = [openGenerationStore(folder), openGenerationStore(folder)];
  const builder = one.startBuild(settings);
  expect(() => other.startBuild(settings)).toThrow(ClearError);
  expect(() => other.startBuild(settings)).toThrow(/^Process \d+ is building the index of ".*" since .*Z; wait until it is done, or end it and try again\.$/u);
  await builder.finish();
  other.startBuild(settings).abort();
  expect(readdirSync(folder).sort()).toEqual(['generations', 'live.json']);
});

test('another process that builds keeps the lock while it lives, and loses it when it dies', async () => {
  const folder = temporaryFolder();
  const child = await startBuilder(folder);
  const attempts = Array.from({ length: 20 }, () => {
    try {
      takeBuildLock(folder)();
      return 'taken';
    } catch (error) {
      return error instanceof ClearError ? 'refused' : String(error);
    }
  });
  expect(new Set(attempts)).not.toContain('Error');
  expect(attempts).toContain('refused');
  await kill(child);
  await build(openGenerationStore(folder), sampleDocuments(1));
  expect(existsSync(join(folder, 'build.lock'))).toBe(false);
});

test.each([
  ['a process that is gone', lockOf(2 ** 22 + 1, null)],
  ['this pid in an earlier life', lockOf(process.pid, processStart(process.pid))],
  ['a living pid that is another process by now', lockOf(process.ppid, 'another-boot:1')],
  ['nothing', ''],
  ['no lock at all', '[]'],
])('the lock of %s is taken over', (_, content) => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'build.lock'), content);
  const release = takeBuildLock(folder);
  expect(JSON.parse(readFileSync(join(folder, 'build.lock'), 'utf8'))).toMatchObject({ pid: process.pid });
  expect(() => takeBuildLock(folder)).toThrow(ClearError);
  release();
  expect(readdirSync(folder)).toEqual([]);
});

test('names that a killed process left on its way to the lock go after a minute', () => {
  const folder = temporaryFolder();
  const [old, fresh] = ['0', '1'].map((digit) => join(folder, `build.lock.${digit.repeat(16)}`));
  for (const file of [old!, `${old!}.dead`, fresh!]) writeFileSync(file, '');
  for (const file of [old!, `${old!}.dead`]) utimesSync(file, 0, 0);
  takeBuildLock(folder)();
  expect(readdirSync(folder).map((name) => join(folder, name))).toEqual([fresh]);
});

test('the lock of another living process is respected', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'build.lock'), lockOf(process.ppid, processStart(process.ppid)));
  expect(() => takeBuildLock(folder)).toThrow(`Process ${process.ppid} is building`);
  expect(readdirSync(folder)).toEqual(['build.lock']);
});

test('a release after somebody else took over leaves their lock alone', () => {
  const folder = temporaryFolder();
  const release = takeBuildLock(folder);
  const theirs = lockOf(process.ppid, processStart(process.ppid));
  writeFileSync(join(folder, 'build.lock'), theirs);
  release();
  expect(readFileSync(join(folder, 'build.lock'), 'utf8')).toBe(theirs);
});

test('killed at any moment, a build never harms what is live, and the next one cleans up', async () => {
  const folder = temporaryFolder();
  const documents = sampleDocuments(40);
  const store = openGenerationStore(folder);
  await build(store, documents);
  let before = store.liveId();
  let swaps = 0;
  for (let round = 0; round < 12; round++) {
    const child = await startBuilder(folder);
    await pause(round * 17 + Math.random() * 40);
    await kill(child);
    const generation = openLive(store);
    expect(generation.corpus.passages([0])[0]!.text).toBe(documents[0]!.passages[0]!.text);
    expect(generation.lexical.search([{ term: '39', weight: 1 }], 1)).toHaveLength(1);
    generation.close();
    if (store.liveId() !== before) swaps++;
    before = store.liveId();
  }
  const info = await build(store, documents.map(({ documentId }) => documentId));
  expect(generationFolders(folder)).toEqual([info.id]);
  expect(readdirSync(folder).filter((name) => name === 'build.lock')).toEqual([]);
  // Otherwise every kill came before the first swap and the test proved little.
  expect(swaps).toBeGreaterThan(0);
});
