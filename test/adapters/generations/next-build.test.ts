import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openGenerationStore } from '../../../src/adapters/generations/generation-store.js';
import { ClearError } from '../../../src/domain/errors.js';
import { sampleDocument, sampleDocuments, settings } from '../sample-documents.js';
import { engines } from '../sqlite/engines.js';
import { temporaryFolder } from '../temporary-folder.js';
import { build, generationFolders, liveFile, openLive, visible } from './store-parts.js';

test('taking over what did not change equals building everything', async () => {
  const documents = sampleDocuments(30);
  const changed = sampleDocument(documents[3]!.documentId, [['改过的决定：拨款一亿元。']]);
  const added = sampleDocument('新.md', [['第99号决定：修建医院。']]);
  const wanted = [added, ...documents.filter((_, place) => place !== 7)].map((document) => (document.documentId === changed.documentId ? changed : document));
  for (const options of [{}, { vectorIndex: 'exact' as const }]) {
    const [folder, fullFolder] = [temporaryFolder(), temporaryFolder()];
    const [store, full] = [openGenerationStore(folder, options), openGenerationStore(fullFolder, options)];
    await build(store, documents);
    await build(store, wanted.map((document) => (document === added || document === changed ? document : document.documentId)));
    await build(full, wanted);
    const [one, other] = [openLive(store), openLive(full)];
    expect(visible(one)).toEqual(visible(other));
    for (const name of ['lexical.bin', 'vectors.f32']) {
      expect(readFileSync(liveFile(folder, name)).equals(readFileSync(liveFile(fullFolder, name))), name).toBe(true);
    }
    one.close();
    other.close();
  }
});

test('a chain of twenty incremental builds stays equal to a full one', async () => {
  const store = openGenerationStore(temporaryFolder());
  let documents = sampleDocuments(20);
  await build(store, documents);
  for (let round = 0; round < 20; round++) {
    const next = sampleDocument(`轮${round}.md`, [[`第${round}轮新增：预算${round}亿元。`]]);
    documents = [...documents.filter((_, place) => place !== round % 5), next];
    await build(store, documents.map((document) => (document === next ? document : document.documentId)));
  }
  const full = openGenerationStore(temporaryFolder());
  await build(full, documents);
  const [one, other] = [openLive(store), openLive(full)];
  expect(visible(one)).toEqual(visible(other));
  one.close();
  other.close();
});

test('a document that is unknown cannot be taken over', async () => {
  const store = openGenerationStore(temporaryFolder());
  await build(store, sampleDocuments(1));
  const builder = store.startBuild(settings);
  expect(() => { builder.carryOver('不在.md'); }).toThrow('is not in the live generation');
  builder.abort();
});

test('nothing can be taken over when nothing is live, or it was built with something else', async () => {
  const store = openGenerationStore(temporaryFolder());
  const first = store.startBuild(settings);
  expect(() => { first.carryOver('a'); }).toThrow(ClearError);
  first.abort();
  await build(store, sampleDocuments(1));
  const other = store.startBuild({ ...settings, textVersion: 'sample-2' });
  expect(() => { other.carryOver(sampleDocuments(1)[0]!.documentId); }).toThrow('text version sample-1, while this program is set to');
  other.abort();
});

test('the one before is removed, unless a reader of this process has it open', async () => {
  const folder = temporaryFolder();
  const store = openGenerationStore(folder);
  const first = await build(store, sampleDocuments(2));
  const reader = openLive(store);
  const before = visible(reader);
  const second = await build(store, sampleDocuments(3));
  expect(generationFolders(folder)).toEqual([first.id, second.id]);
  expect(visible(reader)).toEqual(before);
  reader.close();
  const third = await build(store, sampleDocuments(4));
  expect(generationFolders(folder)).toEqual([third.id]);
});

test('a reader of another process keeps its answers while its files are removed under it', async () => {
  const folder = temporaryFolder();
  await build(openGenerationStore(folder), sampleDocuments(20));
  for (const sqlEngine of engines) {
    const reader = openLive(openGenerationStore(folder, { sqlEngine }));
    const before = visible(reader);
    // A store of its own knows nothing of that reader, as another process would not.
    await build(openGenerationStore(folder), sampleDocuments(20));
    expect(generationFolders(folder)).toHaveLength(1);
    expect(visible(reader)).toEqual(before);
    reader.close();
  }
});
