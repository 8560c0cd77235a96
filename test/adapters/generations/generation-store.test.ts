import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openGenerationStore } from '../../../src/adapters/generations/generation-store.js';
import { isHnswlibUsable } from '../../../src/adapters/hnswlib/native-module.js';
import { ClearError } from '../../../src/domain/errors.js';
import { sampleDocument, sampleDocuments, sampleVector, settings } from '../sample-documents.js';
import { engines } from '../sqlite/engines.js';
import { temporaryFolder } from '../temporary-folder.js';
import { build, generationFolders, liveFile, openLive, visible } from './store-parts.js';

describe('a first build', () => {
  test('an untouched folder is absent, knows no documents and is not written to', () => {
    const folder = join(temporaryFolder(), 'data');
    const store = openGenerationStore(folder);
    expect(store.openLive(settings)).toEqual({ kind: 'absent' });
    expect(store.known(settings).documents).toEqual(new Map());
    expect(store.liveId()).toBeNull();
    expect(existsSync(folder)).toBe(false);
  });

  test('what was added can be read and found', async () => {
    const store = openGenerationStore(temporaryFolder());
    const documents = sampleDocuments(30);
    const info = await build(store, documents);
    expect(info).toMatchObject({ ...settings, metric: 'cosine', counts: { documents: 30, articles: 60, passages: 90 } });
    expect(info.id).toBe(store.liveId());
    const generation = openLive(store);
    expect(generation.info).toEqual(info);
    expect(generation.vectors.kind).toBe(isHnswlibUsable() ? 'hnsw' : 'exact');
    const { row } = generation.lexical.search([{ term: '17', weight: 1 }], 1)[0]!;
    expect(generation.corpus.passages([row])[0]!.text).toContain('第17号');
    expect(generation.vectors.search(sampleVector(documents[4]!.passages[1]!.text), 1)[0]!.row).toBe(13);
    expect(store.known(settings).documents.get(documents[4]!.documentId)).toEqual({
      documentId: documents[4]!.documentId,
      file: documents[4]!.file,
      digest: documents[4]!.digest,
      articles: 2,
      passages: 3,
    });
    generation.close();
    generation.close();
  });

  test('a generation of nothing can be opened and finds nothing', async () => {
    const store = openGenerationStore(temporaryFolder());
    expect((await build(store, [])).counts).toEqual({ documents: 0, articles: 0, passages: 0 });
    const generation = openLive(store);
    expect(generation.lexical.search([{ term: '会', weight: 1 }], 5)).toEqual([]);
    expect(generation.vectors.search(sampleVector('会'), 5)).toEqual([]);
    generation.close();
  });

  test('progress of the vector index reaches its end', async () => {
    const builder = openGenerationStore(temporaryFolder()).startBuild(settings);
    for (const document of sampleDocuments(50)) builder.add(document);
    const heard: number[] = [];
    await builder.finish((done, total) => {
      expect(total).toBe(150);
      heard.push(done);
    });
    if (isHnswlibUsable()) expect(heard).toEqual([64, 128, 150]);
  });
});

test('all engines build and read the same', async () => {
  const documents = sampleDocuments(25);
  const seen: unknown[] = [];
  for (const sqlEngine of engines) {
    for (const options of [{ sqlEngine }, { sqlEngine, vectorIndex: 'exact' as const }, { sqlEngine, isGraphReadLate: true }]) {
      const folder = temporaryFolder();
      await build(openGenerationStore(folder, options), documents);
      // Read by its own engines and by the default ones.
      for (const store of [openGenerationStore(folder, options), openGenerationStore(folder)]) {
        const generation = openLive(store);
        if ('vectorIndex' in options) expect(generation.vectors.kind).toBe('exact');
        seen.push(visible(generation));
        generation.close();
      }
    }
  }
  for (const each of seen) expect(each).toEqual(seen[0]);
});

test.skipIf(!isHnswlibUsable())('a graph that is read late is read by the first search, and checked before like any other (skipped where the native module was not built)', async () => {
  const folder = temporaryFolder();
  await build(openGenerationStore(folder), sampleDocuments(5));
  const [late, searched] = [0, 1].map(() => openLive(openGenerationStore(folder, { isGraphReadLate: true })));
  const graph = liveFile(folder, 'vectors.hnsw');
  const good = readFileSync(graph);
  expect(searched!.vectors.search(sampleVector('会'), 1)).toHaveLength(1);
  rmSync(graph);
  expect(searched!.vectors.search(sampleVector('会'), 1)).toHaveLength(1);
  expect(() => late!.vectors.search(sampleVector('会'), 1)).toThrow();
  good[good.length >> 1]! ^= 1;
  writeFileSync(graph, good);
  expect(openGenerationStore(folder, { isGraphReadLate: true }).openLive(settings)).toMatchObject({ kind: 'refused' });
  for (const each of [late, searched]) each!.close();
});

describe('a build that does not end well', () => {
  test('an abort leaves the old generation live and nothing else', async () => {
    const folder = temporaryFolder();
    const store = openGenerationStore(folder);
    const info = await build(store, sampleDocuments(2));
    const builder = store.startBuild(settings);
    builder.add(sampleDocument('x', [['x']]));
    expect(generationFolders(folder)).toHaveLength(2);
    builder.abort();
    builder.abort();
    expect(generationFolders(folder)).toEqual([info.id]);
    expect(readdirSync(folder).sort()).toEqual(['generations', 'live.json']);
    expect(() => { builder.add(sampleDocument('y', [['y']])); }).toThrow('is over; start a new one');
    await expect(builder.finish()).rejects.toThrow('is over; start a new one');
    expect(openLive(store).info).toEqual(info);
  });

  test('a finish that fails leaves the old generation live and gives the lock back', async () => {
    const folder = temporaryFolder();
    const store = openGenerationStore(folder);
    const info = await build(store, sampleDocuments(2));
    const builder = store.startBuild(settings);
    builder.add(sampleDocument('x', [['x']]));
    // A folder stands where a file must be written.
    const building = generationFolders(folder).find((name) => name.endsWith('.building'))!;
    mkdirSync(join(folder, 'generations', building, 'lexical.bin'));
    await expect(builder.finish()).rejects.toThrow();
    expect(generationFolders(folder)).toEqual([info.id]);
    expect(openLive(store).info).toEqual(info);
    await build(store, sampleDocuments(3));
  });

  test('a document whose vectors or terms do not match its passages is refused', () => {
    const builder = openGenerationStore(temporaryFolder()).startBuild(settings);
    const document = sampleDocument('x', [['x', 'y']]);
    expect(() => { builder.add({ ...document, vectors: document.vectors.slice(1) }); }).toThrow('2 passages, 2 term lists and 1 vectors');
    expect(() => { builder.add({ ...document, terms: [] }); }).toThrow('2 passages, 0 term lists and 2 vectors');
    builder.abort();
  });

  test('what earlier builds left behind goes at the next one; files of others stay', async () => {
    const folder = temporaryFolder();
    const store = openGenerationStore(folder);
    const info = await build(store, sampleDocuments(2));
    for (const name of ['g20250220T083000123Z-3fa9c1.building', 'g20250220T083000124Z-3fa9c1', 'notes']) {
      mkdirSync(join(folder, 'generations', name));
      writeFileSync(join(folder, 'generations', name, 'corpus.sqlite'), 'half');
    }
    store.startBuild(settings).abort();
    expect(generationFolders(folder)).toEqual([info.id, 'notes']);
  });

  test('with an unreadable pointer only half-built generations go', async () => {
    const folder = temporaryFolder();
    const store = openGenerationStore(folder);
    const info = await build(store, sampleDocuments(2));
    const pointer = readFileSync(join(folder, 'live.json'));
    writeFileSync(join(folder, 'live.json'), '{');
    mkdirSync(join(folder, 'generations', 'g20250220T083000123Z-3fa9c1.building'));
    store.startBuild(settings).abort();
    expect(generationFolders(folder)).toEqual([info.id]);
    writeFileSync(join(folder, 'live.json'), pointer);
    expect(openLive(store).info).toEqual(info);
  });
});

describe('a data folder that cannot be used', () => {
  test('a path through a file', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), '');
    const store = openGenerationStore(join(folder, 'file', 'data'));
    expect(() => store.startBuild(settings)).toThrow(ClearError);
    expect(() => store.startBuild(settings)).toThrow(/^The data folder ".*data" cannot be created because .*; name a folder with write permission and free space by --data DIR or DATA_DIR\.$/u);
    expect(store.openLive(settings)).toEqual({ kind: 'absent' });
  });

  test.skipIf(process.getuid?.() === 0)('a folder without write permission (skipped for root, who may write everywhere)', () => {
    const folder = temporaryFolder();
    chmodSync(folder, 0o500);
    expect(() => openGenerationStore(folder).startBuild(settings)).toThrow(/cannot be (created|written)/u);
  });
});
