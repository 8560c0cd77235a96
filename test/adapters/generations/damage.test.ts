import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { openGenerationStore } from '../../../src/adapters/generations/generation-store.js';
import { isHnswlibUsable } from '../../../src/adapters/hnswlib/native-module.js';
import { sha256 } from '../../../src/domain/ids.js';
import { sampleDocuments, settings } from '../sample-documents.js';
import { temporaryFolder } from '../temporary-folder.js';
import { build, liveFile, openLive } from './store-parts.js';

const sealed = ['corpus.sqlite', 'lexical.bin', 'vectors.f32', ...(isHnswlibUsable() ? ['vectors.hnsw', 'vectors.labels'] : [])];
const sentence = /^The index in ".*" is not used because .*; run "huida ingest" to build it again\.$/u;
let pattern = '';

beforeAll(async () => {
  pattern = mkdtempSync(join(tmpdir(), 'huida-test-'));
  await build(openGenerationStore(pattern), sampleDocuments(12));
});
afterAll(() => { rmSync(pattern, { recursive: true, force: true }); });

/** A fresh copy of one good data folder. */
function copy(): string {
  const folder = temporaryFolder();
  cpSync(pattern, folder, { recursive: true });
  return folder;
}

function reasonOf(folder: string, expected = settings): string {
  const outcome = openGenerationStore(folder).openLive(expected);
  if (outcome.kind === 'open') onTestFinished(() => { outcome.generation.close(); });
  return outcome.kind === 'refused' ? outcome.reason : outcome.kind;
}

function pathOf(folder: string, name: string): string {
  return name === 'live.json' ? join(folder, name) : liveFile(pattern, name).replace(pattern, folder);
}

describe.each([...sealed, 'manifest.json', 'live.json'])('%s', (name) => {
  test('any flipped bit is noticed', () => {
    const folder = copy();
    const file = pathOf(folder, name);
    const good = readFileSync(file);
    for (let step = 0; step < 120; step++) {
      const place = step < 40 ? step : Math.floor((good.length * step) / 120);
      const bad = Buffer.from(good);
      bad[place % good.length]! ^= 1 << (step % 8);
      writeFileSync(file, bad);
      expect(reasonOf(folder), `byte ${place}`).toMatch(sentence);
      if (step % 40 === 0) expect(openGenerationStore(folder).known(settings).documents).toEqual(new Map());
    }
    writeFileSync(file, good);
    expect(reasonOf(folder)).toBe('open');
  });

  test('cut short, empty, longer, or a page of zeros or noise', () => {
    const folder = copy();
    const file = pathOf(folder, name);
    const good = readFileSync(file);
    for (const share of [0, 0.1, 0.5, 0.9, 0.999]) {
      truncateSync(file, Math.floor(good.length * share));
      expect(reasonOf(folder), `${share} of it`).toMatch(sentence);
      writeFileSync(file, good);
    }
    appendFileSync(file, 'x');
    expect(reasonOf(folder)).toMatch(sentence);
    for (const filler of [0, 0xff, 0x5a]) {
      const bad = Buffer.from(good);
      bad.fill(filler, 0, Math.min(bad.length, 4096));
      writeFileSync(file, bad);
      expect(reasonOf(folder)).toMatch(sentence);
    }
  });

  test('missing, a folder, a link to a device', () => {
    const folder = copy();
    const file = pathOf(folder, name);
    rmSync(file);
    if (name === 'live.json') expect(reasonOf(folder)).toBe('absent');
    else expect(reasonOf(folder)).toMatch(/is missing; run/u);
    mkdirSync(file);
    expect(reasonOf(folder)).toMatch(sentence);
    rmSync(file, { recursive: true });
    symlinkSync('/dev/zero', file);
    expect(reasonOf(folder)).toMatch(sentence);
  });
});

interface LooseManifest {
  [key: string]: unknown;
  info: Record<string, unknown> & { counts: Record<'passages' | 'articles', number> };
  files: Record<string, { bytes: number; sha256: string } | undefined>;
}

/** Changes the manifest and makes the pointer agree with it, as a forger would. */
function forge(folder: string, change: (manifest: LooseManifest) => void): void {
  const file = pathOf(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as LooseManifest;
  change(manifest);
  const text = JSON.stringify(manifest);
  writeFileSync(file, text);
  const pointer = JSON.parse(readFileSync(join(folder, 'live.json'), 'utf8')) as Record<string, unknown>;
  writeFileSync(join(folder, 'live.json'), JSON.stringify({ ...pointer, manifestSha256: sha256(text) }));
}

describe('forged manifests', () => {
  const forgeries: [string, (manifest: LooseManifest) => void, RegExp][] = [
    ['more passages', ({ info }) => { info.counts.passages++; }, /holds 36 passages instead of 37/u],
    ['fewer articles', ({ info }) => { info.counts.articles--; }, /holds 24 articles and 36 passages instead of 23 and 36/u],
    ['another id', ({ info }) => { info.id = 'g20250220T083000123Z-3fa9c1'; }, /describes generation g2025/u],
    ['an id that leads out of the folder', ({ info }) => { info.id = '../../etc'; }, /unexpected info\.id/u],
    ['another metric', ({ info }) => { info.metric = 'l2'; }, /unexpected info\.metric/u],
    ['a newer format', (manifest) => { manifest.formatVersion = 2; }, /unexpected formatVersion/u],
    ['an unknown key', (manifest) => { manifest.extra = 1; }, /unexpected/u],
    ['a file less', ({ files }) => { delete files['lexical.bin']; }, /unexpected files\.lexical\.bin/u],
    ['a negative size', ({ files }) => { files['lexical.bin']!.bytes = -1; }, /unexpected files\.lexical\.bin\.bytes/u],
    ['no object', (manifest) => { for (const key of Object.keys(manifest)) Reflect.deleteProperty(manifest, key); }, /unexpected/u],
  ];
  test.each(forgeries)('%s', (_, change, reason) => {
    const folder = copy();
    forge(folder, change);
    expect(reasonOf(folder)).toMatch(sentence);
    expect(reasonOf(folder)).toMatch(reason);
  });

  test('a whole file of another generation, sealed as if it belonged', async () => {
    const other = temporaryFolder();
    await build(openGenerationStore(other), sampleDocuments(13));
    for (const name of sealed) {
      const folder = copy();
      const bytes = readFileSync(liveFile(other, name));
      writeFileSync(pathOf(folder, name), bytes);
      forge(folder, ({ files }) => { files[name] = { bytes: bytes.length, sha256: sha256(bytes) }; });
      // The native reader has both files of the graph checked against each other, and the vectors by their size.
      expect(reasonOf(folder), name).toMatch(sentence);
    }
  });
});

describe('a generation built with something else', () => {
  test.each([{ embeddingModel: 'other' }, { dimension: 32 }, { textVersion: 'sample-2' }])('%o', (difference) => {
    const reason = reasonOf(pattern, { ...settings, ...difference });
    expect(reason).toMatch(sentence);
    expect(reason).toContain('it was built with embedding model sample-16 of 16 dimensions and text version sample-1, while this program is set to');
    expect(openGenerationStore(pattern).known({ ...settings, ...difference }).documents).toEqual(new Map());
  });
});

test('a damaged index is built again over itself', async () => {
  for (const name of sealed) {
    const folder = copy();
    truncateSync(pathOf(folder, name), 1);
    const store = openGenerationStore(folder);
    expect(store.known(settings).documents).toEqual(new Map());
    await build(store, sampleDocuments(3));
    openLive(store).close();
  }
});
