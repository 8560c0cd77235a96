import { describe, expect, it } from 'vitest';
import type { RawDocument } from '../../src/domain/corpus.js';
import { ClearError } from '../../src/domain/errors.js';
import { ingest } from '../../src/ingest/ingest.js';
import { memoryStore, ports } from './ingest-fakes.js';
import { PAGE, rawDocument } from './page-of-news.js';

const text = (id: string, words = '会议决定修路。'): RawDocument => rawDocument(`${id}的决定\n（2023年3月8日市人大常委会会议通过）\n${words}`, { documentId: id, file: id });
const row = (id: string, line: number): RawDocument => rawDocument(`会议决定修路${id}。`, { documentId: id, file: 'rows.jsonl', format: 'jsonl', isSingleLine: true, firstLine: line });

describe('ingest', () => {
  it('counts documents, articles and passages and reports progress', async () => {
    const { store } = memoryStore();
    const seen: string[] = [];
    const summary = await ingest(['/a'], { ...ports({ '/a': [rawDocument(PAGE), text('b.txt')] }, store), onProgress: ({ stage, done, total, file }) => { seen.push(`${stage} ${(done / total).toFixed(1)} ${file}`); } });
    expect(summary).toMatchObject({ documents: 2, articles: 7, unchanged: 0, skipped: [] });
    expect(seen.at(0)).toMatch(/^reading [01]\.\d page\.txt$/u);
    expect(seen.at(-1)).toBe('reading 1.0 b.txt');
  });

  it('takes unchanged documents over, renews changed ones, drops vanished ones', async () => {
    const { store, live, carried } = memoryStore();
    await ingest(['/a'], ports({ '/a': [text('a.txt'), text('b.txt'), text('c.txt')] }, store));
    const summary = await ingest(['/a'], ports({ '/a': [text('a.txt'), text('b.txt', '会议决定治水。')] }, store));
    expect(live()).toEqual(['a.txt', 'b.txt']);
    expect(carried).toEqual(['a.txt']);
    expect(summary.unchanged).toBe(1);
  });

  it('leaves documents of other folders in the index', async () => {
    const { store, live } = memoryStore();
    await ingest(['/a'], ports({ '/a': [text('a.txt')] }, store));
    await ingest(['/b'], ports({ '/b': [text('b.txt')] }, store));
    expect(live()).toEqual(['a.txt', 'b.txt']);
    await ingest(['/a'], ports({ '/a': [text('z.txt')] }, store));
    expect(live()).toEqual(['b.txt', 'z.txt']);
  });

  it('keeps two files of one name in two folders apart, again and again', async () => {
    const { store, live } = memoryStore();
    const folders = { '/a': [text('x.txt', '会议决定甲。')], '/b': [text('x.txt', '会议决定乙。')] };
    await ingest(['/a', '/b'], ports(folders, store));
    expect(live()).toEqual(['b/x.txt', 'x.txt']);
    const summary = await ingest(['/b'], ports(folders, store));
    expect(live()).toEqual(['b/x.txt', 'x.txt']);
    expect(summary.unchanged).toBe(2);
  });

  it('knows a folder again after it was moved', async () => {
    const { store, live } = memoryStore();
    await ingest(['/a'], ports({ '/a': [text('x.txt')] }, store));
    await ingest(['/moved'], ports({ '/moved': [text('x.txt')] }, store));
    expect(live()).toEqual(['x.txt']);
  });

  it('reads a file once when it is named twice', async () => {
    const { store, live } = memoryStore();
    const summary = await ingest(['/a', '/a/x.txt'], ports({ '/a': [text('x.txt')], '/a/x.txt': [text('x.txt')] }, store));
    expect(live()).toEqual(['x.txt']);
    expect(summary.skipped).toEqual([]);
  });

  it('skips a second row of the same id and says where the first one is', async () => {
    const { store, live } = memoryStore();
    const summary = await ingest(['/a'], ports({ '/a': [row('m1', 1), row('m2', 2), row('m1', 3)] }, store));
    expect(live()).toEqual(['m1', 'm2']);
    expect(summary.skipped).toEqual([{ file: 'rows.jsonl:3', reason: 'The id "m1" is already that of line 1 of rows.jsonl; the first one counts, give this one an id of its own.' }]);
  });

  it('carries skipped files into the summary and skips a page without articles', async () => {
    const { store } = memoryStore();
    const summary = await ingest(['/a'], ports({ '/a': [{ file: 'x.pdf', reason: 'No.' }, text('a.txt'), rawDocument('要闻', { documentId: 'e.txt', file: 'e.txt' })] }, store));
    expect(summary.skipped).toEqual([{ file: 'x.pdf', reason: 'No.' }, { file: 'e.txt', reason: 'No article with text was found in it.' }]);
    expect(summary.documents).toBe(1);
  });

  it('throws one clear sentence when nothing is found and leaves the live index', async () => {
    const { store, live, aborted } = memoryStore();
    await ingest(['/a'], ports({ '/a': [text('a.txt')] }, store));
    await expect(ingest(['/empty'], ports({}, store))).rejects.toThrow(new ClearError('No document found in "/empty" (it holds no file that is read). The index stays as it was.'));
    await expect(ingest(['/a'], ports({ '/a': [{ file: 'x.pdf', reason: 'No.' }] }, store))).rejects.toThrow('1 skipped, the first: x.pdf: No.');
    expect(live()).toEqual(['a.txt']);
    expect(aborted()).toBe(2);
  });

  it('gives up the build when the embedder fails or gives too few vectors', async () => {
    const { store, live, aborted } = memoryStore();
    await expect(ingest(['/a'], ports({ '/a': [text('a.txt')] }, store, () => Promise.reject(new Error('down'))))).rejects.toThrow('down');
    await expect(ingest(['/a'], ports({ '/a': [text('a.txt')] }, store, () => Promise.resolve([])))).rejects.toThrow('0 vectors for 1 texts');
    expect(live()).toEqual([]);
    expect(aborted()).toBe(2);
  });

  it('embeds in batches', async () => {
    const { store } = memoryStore();
    const sizes: number[] = [];
    const documents = Array.from({ length: 150 }, (_, index) => text(`${String(index)}.txt`));
    await ingest(['/a'], ports({ '/a': documents }, store, (texts) => {
      sizes.push(texts.length);
      return Promise.resolve(texts.map(() => new Float32Array([1, 0])));
    }));
    expect(sizes).toEqual([64, 64, 22]);
  });

  it('skips a document that cannot be cut and goes on', async () => {
    const { store, live } = memoryStore();
    const long = rawDocument(`决定\n（2023年3月8日市人大常委会会议通过）\n${'很长，'.repeat(300)}`, { documentId: 'long.txt', file: 'long.txt' });
    const summary = await ingest(['/a'], { ...ports({ '/a': [long, text('a.txt')] }, store), splitLongText: () => Promise.reject(new Error('no splitter')) });
    expect(live()).toEqual(['a.txt']);
    expect(summary.skipped).toEqual([{ file: 'long.txt', reason: 'It could not be cut into passages: no splitter.' }]);
  });
});
