import { describe, expect, it } from 'vitest';
import type { RawDocument } from '../../src/domain/corpus.js';
import { ingest } from '../../src/ingest/ingest.js';
import type { Embedder } from '../../src/ports/embedder.js';
import { memoryStore, ports, type Folders } from './ingest-fakes.js';
import { rawDocument } from './page-of-news.js';

const text = (id: string, words = '会议决定修路。'): RawDocument => rawDocument(`${id}的决定\n（2023年3月8日市人大常委会会议通过）\n${words}`, { documentId: id, file: id });
const row = (id: string, file: string, line: number): RawDocument => rawDocument(`会议决定修路${id}。`, { documentId: id, file, format: 'jsonl', isSingleLine: true, firstLine: line });
const embed: Embedder['embed'] = (texts) => Promise.resolve(texts.map(() => new Float32Array([1, 0])));

/** Ingests the same folders of one store again and again; `opened` holds what the last ingest read. */
function corpus(): { store: ReturnType<typeof memoryStore>; opened: string[]; read: (folders: Folders, paths?: string[]) => ReturnType<typeof ingest> } {
  const store = memoryStore();
  const opened: string[] = [];
  return {
    store,
    opened,
    read: async (folders, paths = Object.keys(folders)) => {
      opened.length = 0;
      return await ingest(paths, ports(folders, store.store, embed, opened));
    },
  };
}

describe('what did not change', () => {
  it('is not read again; new, changed, unchanged and removed documents are counted', async () => {
    const { read, opened, store } = corpus();
    expect(await read({ '/a': [text('a.txt'), text('b.txt'), text('c.txt')] })).toMatchObject({ added: 3, changed: 0, unchanged: 0, removed: 0 });
    expect(await read({ '/a': [text('a.txt'), text('b.txt', '会议决定治水。'), text('d.txt'), text('e.txt')] })).toMatchObject({ documents: 4, added: 2, changed: 1, unchanged: 1, removed: 1 });
    expect(opened).toEqual(['/a/b.txt', '/a/d.txt', '/a/e.txt']);
    expect(store.carried).toEqual(['a.txt']);
    expect(store.files()).toEqual(['/a/a.txt', '/a/b.txt', '/a/d.txt', '/a/e.txt']);
  });

  it('builds no generation when it is everything, and keeps the reasons of what is left out', async () => {
    const { read, opened, store } = corpus();
    const folders = { '/a': [text('a.txt'), { file: 'scan.pdf', reason: 'Damaged.' }] };
    const first = await read(folders);
    const again = await read(folders);
    expect(again).toMatchObject({ generation: { id: first.generation.id }, documents: 1, added: 0, changed: 0, unchanged: 1, removed: 0, skipped: [{ file: 'scan.pdf', reason: 'Damaged.' }] });
    expect([opened, store.aborted()]).toEqual([[], 1]);
  });

  it('keeps its place before what is new', async () => {
    const { read, store } = corpus();
    await read({ '/a': [text('b.txt'), text('d.txt')] });
    await read({ '/a': [text('a.txt'), text('b.txt'), text('c.txt'), text('d.txt')] });
    expect([...store.store.known({ embeddingModel: '', dimension: 0, textVersion: '' }).documents.keys()]).toEqual(['a.txt', 'b.txt', 'c.txt', 'd.txt']);
  });
});

describe('what changed', () => {
  it('leaves no orphan when it is renamed, also the last file of its name', async () => {
    const { read, store } = corpus();
    await read({ '/a': [text('a.txt'), text('b.txt')] });
    expect(await read({ '/a': [text('a.txt'), { ...text('b.txt'), documentId: 'c.txt', file: 'c.txt' }] })).toMatchObject({ added: 1, unchanged: 1, removed: 1 });
    expect([store.live(), store.files()]).toEqual([['a.txt', 'c.txt'], ['/a/a.txt', '/a/c.txt']]);
    await read({ '/a': [text('a.txt')] });
    expect([store.live(), store.files()]).toEqual([['a.txt'], ['/a/a.txt']]);
  });

  it('is tried again when a program was missing, and not when the file was damaged', async () => {
    const { read, opened } = corpus();
    const folders = { '/a': [text('a.txt'), { file: 'b.pdf', reason: 'Damaged.' }, { file: 'c.pdf', reason: 'No recognition.', isRetried: true as const }] };
    await read(folders);
    await read(folders);
    expect(opened).toEqual(['/a/c.pdf']);
  });

  it('keeps the id that its document had, also when the file of the first name is gone', async () => {
    const { read, store } = corpus();
    const [first, second] = [text('x.txt', '会议决定甲。'), text('x.txt', '会议决定乙。')];
    await read({ '/a': [first], '/b': [second] });
    await read({ '/a': [text('y.txt')], '/b': [text('x.txt', '会议决定丙。')] });
    expect(store.live()).toEqual(['b/x.txt', 'y.txt']);
    await read({ '/a': [text('y.txt'), first], '/b': [text('x.txt', '会议决定丙。')] });
    expect(store.live()).toEqual(['b/x.txt', 'x.txt', 'y.txt']);
  });

  it('leaves rows of an unchanged file their ids, and a row in once the one before it is gone', async () => {
    const { read, store } = corpus();
    const later = [row('m1', 'late.jsonl', 1), row('m2', 'late.jsonl', 2)];
    expect((await read({ '/a': [row('m1', 'early.jsonl', 1), ...later] })).skipped).toMatchObject([{ file: 'late.jsonl:1' }]);
    expect(await read({ '/a': [row('m3', 'early.jsonl', 1), ...later] })).toMatchObject({ skipped: [], added: 1, changed: 1 });
    expect(store.live()).toEqual(['m1', 'm2', 'm3']);
    // late.jsonl is unchanged from here on: whoever takes its ids later is told so.
    const summary = await read({ '/a': [row('m3', 'early.jsonl', 1), row('m2', 'early.jsonl', 2), ...later] });
    expect(summary.skipped).toEqual([{ file: 'early.jsonl:2', reason: 'The id "m2" is already that of /a/late.jsonl; the first one counts, give this one an id of its own.' }]);
  });

  it('leaves files and documents of other folders remembered', async () => {
    const { read, opened } = corpus();
    const folders = { '/a': [text('a.txt')], '/b': [text('b.txt')] };
    await read(folders);
    await read({ '/a': [text('a.txt', '会议决定治水。')] });
    expect(await read(folders)).toMatchObject({ unchanged: 1, changed: 1 });
    expect(opened).toEqual(['/a/a.txt']);
  });
});
