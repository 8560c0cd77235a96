import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readConfig } from '../../src/config.js';
import { keepCurrent, type BuildOutcome } from '../../src/keep-current.js';
import { watchSources } from '../../src/wire-watch.js';
import { bindHouse } from '../../src/wiring.js';
import { temporaryFolder } from '../adapters/temporary-folder.js';

const done: BuildOutcome = { line: '', isBusy: false };

/** Resolves when `isReached` holds; the test runner's time limit is what ends a wait in vain. */
async function until(isReached: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isReached())) await new Promise((resolve) => { setTimeout(resolve, 5); });
}

function kept(build: (paths: readonly string[], count: number) => Promise<BuildOutcome>) {
  let change: () => void = () => undefined;
  const seen = { builds: [] as string[][], watched: [] as string[][], lines: [] as string[], roots: ['/a'], isClosed: false };
  const current = keepCurrent({
    roots: () => seen.roots,
    watch: (paths, onChange) => {
      change = onChange;
      seen.watched.push([...paths]);
      return { replace: (next) => { seen.watched.push([...next]); }, close: () => { seen.isClosed = true; return Promise.resolve(); } };
    },
    build: async (paths) => {
      seen.builds.push([...paths]);
      return await build(paths, seen.builds.length);
    },
    log: (line) => { seen.lines.push(line); },
    settleMs: 1,
    retryMs: 1,
  });
  return { seen, current, change: () => { change(); } };
}

describe('the index is kept as its folders are', () => {
  it('reads at once what changed while nobody watched, then what changes, with the folders of then', async () => {
    const { seen, current, change } = kept(() => Promise.resolve(done));
    await until(() => seen.builds.length === 1);
    seen.roots = ['/a', '/b'];
    change();
    await until(() => seen.builds.length === 2);
    await current.stop();
    expect([seen.builds, seen.watched.at(-1), seen.isClosed]).toEqual([[['/a'], ['/a', '/b']], ['/a', '/b'], true]);
  });

  it('builds one at a time, and once more for what changed meanwhile', async () => {
    let running = 0;
    let most = 0;
    const { seen, current, change } = kept(async (_, count) => {
      most = Math.max(most, ++running);
      if (count === 1) for (let index = 0; index < 5; index++) change();
      await new Promise((resolve) => { setTimeout(resolve, 10); });
      running--;
      return done;
    });
    await until(() => seen.builds.length === 2 && running === 0);
    await current.stop();
    expect([seen.builds.length, most]).toEqual([2, 1]);
  });

  it('tries again while another process builds, tells staff what went wrong, and goes on', async () => {
    const { seen, current } = kept((_, count) => Promise.resolve(count < 3 ? { line: 'busy', isBusy: true } : { line: 'read', isBusy: false }));
    await until(() => seen.lines.includes('read'));
    await current.stop();
    expect(seen.lines).toEqual(['busy', 'read']);
  });

  it('does nothing where nothing was ingested', async () => {
    const { seen, current, change } = kept(() => Promise.resolve(done));
    seen.roots = [];
    change();
    await until(() => seen.watched.length > 1);
    await current.stop();
    expect(seen.builds.length).toBeLessThanOrEqual(1);
  });
});

it('files that come, change and go are in the answers of a running house, built by another process', async () => {
  const folder = temporaryFolder();
  const docs = join(folder, 'docs');
  mkdirSync(docs);
  writeFileSync(join(docs, 'a.md'), '村务会议决定修缮三座桥。\n');
  const dataFolder = join(folder, 'data');
  const house = bindHouse({ ...readConfig({ environment: {}, folder }), dataFolder, corpusFolder: docs }, () => undefined);
  onTestFinished(() => { house.close(); });
  await house.ingest([docs], () => undefined);
  const lines: string[] = [];
  // What changed while nobody watched is read first: from its line on the folder is watched.
  writeFileSync(join(docs, 'b.md'), '图书室每周开放五天。\n');
  const current = watchSources(dataFolder, (line) => { lines.push(line); });
  const documents = async (): Promise<string[]> => [...new Set((await house.generation()).corpus.headers.map(({ documentId }) => documentId))];
  await until(() => lines.length === 1);
  expect(await documents()).toEqual(['a.md', 'b.md']);
  writeFileSync(join(docs, 'c.md'), '会议决定植树一千棵。\n');
  rmSync(join(docs, 'b.md'));
  await until(async () => (await documents()).join() === 'a.md,c.md');
  await current.stop();
  expect(lines[0]).toMatch(/^Documents read again: 1 new, 0 changed, 0 removed, 0 left out; generation g/u);
}, 60_000);
