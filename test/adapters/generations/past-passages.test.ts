import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openGenerationStore } from '../../../src/adapters/generations/generation-store.js';
import { openPastPassages } from '../../../src/adapters/sqlite/past-passage-file.js';
import { sampleDocument, sampleDocuments, settings } from '../sample-documents.js';
import { engines } from '../sqlite/engines.js';
import { temporaryFolder } from '../temporary-folder.js';
import { build, openLive } from './store-parts.js';

const documents = sampleDocuments(4);
const [first, second, third] = [documents[0]!, documents[1]!, documents[2]!];

describe.each(engines)('%s', (sqlEngine) => {
  test('passages that leave the index stay open under their id, with the header they had', async () => {
    const folder = temporaryFolder();
    const store = openGenerationStore(folder, { sqlEngine });
    await build(store, documents);
    expect(existsSync(join(folder, 'past-passages.sqlite'))).toBe(false);
    const changed = sampleDocument(first.documentId, [['第0号决定：改为拨款九万元。']]);
    await build(store, [changed, second.documentId, documents[3]!.documentId]);
    for (const passage of [...first.passages, ...third.passages]) {
      expect(store.pastPassage(passage.passageId)).toMatchObject({ passage, header: { documentId: passage.articleId.split('#')[0], date: passage.articleId.endsWith('#1') ? '2025-02-20' : null }, leftAtUtc: expect.stringMatching(/^20/u) as string });
    }
    expect(second.passages.map(({ passageId }) => store.pastPassage(passageId))).toEqual([null, null, null]);
    const live = openLive(store);
    expect(live.corpus.passageById(first.passages[0]!.passageId)).toBeNull();
    live.close();
  });

  test('a forgotten document leaves nothing, neither of today nor of before, in no file', async () => {
    const folder = temporaryFolder();
    const store = openGenerationStore(folder, { sqlEngine });
    const secret = sampleDocument('密.md', [['早先的文字绝不外传。']]);
    await build(store, [secret, ...documents]);
    await build(store, [sampleDocument('密.md', [['后来的文字也不外传。']]), ...documents.map(({ documentId }) => documentId)]);
    expect(store.pastPassage(secret.passages[0]!.passageId)).not.toBeNull();
    const builder = store.startBuild(settings);
    for (const { documentId } of documents) builder.carryOver(documentId);
    builder.forget('密.md');
    await builder.finish();
    expect(store.pastPassage(secret.passages[0]!.passageId)).toBeNull();
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) expect(readFileSync(join(entry.parentPath, entry.name)).includes('不外传'), entry.name).toBe(false);
    }
  });

  test('what left with another model or tokeniser is kept too', async () => {
    const store = openGenerationStore(temporaryFolder(), { sqlEngine });
    await build(store, documents);
    const builder = store.startBuild({ ...settings, textVersion: 'sample-2' });
    expect(builder.known().info).toBeNull();
    builder.add(second);
    await builder.finish();
    expect(store.pastPassage(first.passages[0]!.passageId)?.passage).toEqual(first.passages[0]);
  });
});

test('a passage that came back and left again keeps its first row', () => {
  const past = openPastPassages(join(temporaryFolder(), 'past.sqlite'));
  const row = { passage: first.passages[0]!, header: first.articles[0]!, leftAtUtc: '2026-01-01T00:00:00.000Z' };
  past.keep([row]);
  past.keep([{ ...row, leftAtUtc: '2026-02-01T00:00:00.000Z' }]);
  expect([past.count(), past.find(row.passage.passageId)?.leftAtUtc]).toEqual([1, row.leftAtUtc]);
  past.close();
});
