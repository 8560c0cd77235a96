import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileSource } from '../../../src/adapters/files/file-source.js';
import type { RawDocument } from '../../../src/domain/corpus.js';
import { ClearError } from '../../../src/domain/errors.js';
import { readAll, type SourceItem, type UnreadFile } from '../../../src/ports/document-source.js';

let folder = '';
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'huida 文件 ')); });
afterEach(async () => { await rm(folder, { recursive: true, force: true }); });

async function put(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
  return path;
}

async function read(...paths: string[]): Promise<SourceItem[]> {
  const items: SourceItem[] = [];
  for await (const item of readAll(fileSource(), paths)) items.push(item);
  return items;
}

const documents = (items: SourceItem[]): RawDocument[] => items.flatMap((item) => (item.kind === 'document' ? [item.document] : []));
const skipped = (items: SourceItem[]): UnreadFile[] => items.flatMap((item) => (item.kind === 'skipped' ? [item.skipped] : []));
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

describe('folders', () => {
  it('gives files by name, subfolders in their place, and leaves out hidden files and READMEs', async () => {
    for (const name of ['b.txt', 'a/z.md', 'a/README.md', '.hidden.txt', '.git/x.txt', '甲.txt', 'a.txt']) await put(name, '会议召开。');
    const items = await read(folder);
    expect(documents(items).map(({ documentId }) => documentId)).toEqual(['a/z.md', 'a.txt', 'b.txt', '甲.txt']);
    expect(skipped(items)).toEqual([]);
  });

  it('says why a file is left out', async () => {
    await put('a.pdf', 'x');
    await put('b', 'x');
    await put('c.txt', '');
    await put('d.txt', ' \n\t');
    await put('e.txt', bytes(0xe4, 0xbc, 0x9a, 0, 1));
    await put('f.txt', bytes(0xe4, 0xbc, 0x9a, 0x0a, 0xff, 0x20));
    await put('g.txt', bytes(0xbb, 0xe1, 0xd2, 0xe9));
    await put('h.txt', bytes(0xff, 0xfe, 0x1a, 0x4f));
    expect(skipped(await read(folder))).toEqual([
      { file: 'a.pdf', reason: 'Files ending in ".pdf" are not read; give .md, .txt, .jsonl.' },
      { file: 'b', reason: 'Files ending in nothing are not read; give .md, .txt, .jsonl.' },
      { file: 'c.txt', reason: 'The file is empty.' },
      { file: 'd.txt', reason: 'The file holds nothing but white space.' },
      { file: 'e.txt', reason: 'The file is binary (it holds a zero byte); give text in UTF-8.' },
      { file: 'f.txt', reason: 'The file is not valid UTF-8 (line 2), and neither GB18030 nor Big5 makes Chinese of it; save it as UTF-8.' },
    ]);
  });

  it('follows no link and opens no socket', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'outside'));
    await writeFile(join(outside, 'secret.txt'), '外面的文件。');
    await symlink(join(outside, 'secret.txt'), join(folder, 'link.txt'));
    await symlink(folder, join(folder, 'loop'));
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(join(folder, 'pipe.txt'), resolve));
    await mkdir(join(folder, 'folder.txt'));
    const items = await read(folder);
    expect(documents(items)).toEqual([]);
    expect(skipped(items).map(({ file }) => file)).toEqual(['link.txt', 'loop', 'pipe.txt']);
    await new Promise((resolve) => server.close(resolve));
    await rm(outside, { recursive: true });
  });
});

describe('paths on the command line', () => {
  it.each([['the file', 'deep/inner/a.txt', 'a.txt'], ['its folder', 'deep/inner', 'inner'], ['the folder above', 'deep', '.']])('reads nothing outside when %s is swapped for a link between the look and the read', async (_, swapped, target) => {
    const outside = await mkdtemp(join(tmpdir(), 'outside'));
    await mkdir(join(outside, 'inner'));
    for (const name of ['a.txt', 'inner/a.txt']) await writeFile(join(outside, name), '外面的文字。');
    await put('deep/inner/a.txt', '里面的文字。');
    const found = [];
    for await (const each of fileSource().list([folder])) found.push(each);
    const [listed] = found;
    await rm(join(folder, swapped), { recursive: true });
    await symlink(join(outside, target), join(folder, swapped));
    const { items, sha256 } = await fileSource().open(listed?.kind === 'file' ? listed.file : expect.fail());
    const [item] = items as SourceItem[];
    expect([sha256, item?.kind]).toEqual([null, 'skipped']);
    await rm(outside, { recursive: true });
  });

  it('takes a file under its own name and follows a link that was named', async () => {
    const path = await put('a.txt', '会议召开。');
    await symlink(path, join(folder, 'link.txt'));
    expect(documents(await read(path, join(folder, 'link.txt'))).map(({ documentId, file }) => [documentId, file])).toEqual([['a.txt', 'a.txt'], ['link.txt', 'link.txt']]);
  });

  it.each(['nowhere', 'a.txt/below', 'x'.repeat(300)])('fails in one sentence on %s', async (name) => {
    await put('a.txt', '会议召开。');
    const path = join(folder, name);
    await expect(read(path)).rejects.toThrow(ClearError);
    await expect(read(path)).rejects.toThrow(/^Cannot read ".*": .*\. Give a file \(\.md, \.txt, \.jsonl\) or a folder of them\.$/);
  });
});

describe('text files', () => {
  it('reads UTF-8 with and without a byte order mark alike', async () => {
    await put('a.txt', '会议召开。\r\n散会。');
    await put('b.txt', '\ufeff会议召开。');
    const [a, b] = documents(await read(folder));
    expect(a).toMatchObject({ format: 'txt', text: '会议召开。\r\n散会。', firstLine: 1, isSingleLine: false, given: {} });
    expect(b?.text).toBe('会议召开。');
    expect(a?.digest).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('Markdown', () => {
  it('takes header fields from front matter and counts lines from the top of the file', async () => {
    await put('a.md', '---\ntitle: 关于节水的决定\nbody: 清河市人大常委会\ndate: 2023-03-08\nkind: resolution\nmeeting:\nauthor: 某\n---\n\n决定节约用水。\n');
    expect(documents(await read(folder))[0]).toMatchObject({ format: 'md', firstLine: 9, text: '\n决定节约用水。\n', given: { title: '关于节水的决定', body: '清河市人大常委会', date: '2023-03-08', kind: 'resolution' } });
  });

  it('needs no front matter', async () => {
    await put('a.md', '# 题\n\n---\n\n文。');
    expect(documents(await read(folder))[0]).toMatchObject({ firstLine: 1, given: {}, text: '# 题\n\n---\n\n文。' });
  });

  it.each([
    ['date: 2023-02-30', 'The front matter has date: "2023-02-30"; allowed is a day of the calendar as YYYY-MM-DD.'],
    ['date: 昨天', 'The front matter has date: "昨天"; allowed is a day of the calendar as YYYY-MM-DD.'],
    ['kind: letter', 'The front matter has kind: "letter"; allowed is one of resolution, report, speech, minutes, news, notice, announcement, record, other.'],
    ['title: [a, b]', 'The front matter has title: ["a","b"]; allowed is a line of text.'],
    ['- a\n- b', 'The front matter must be lines of the form "key: value" with the keys title, body, meeting, date, kind, source.'],
  ])('skips a file with %s', async (line, reason) => {
    await put('a.md', `---\n${line}\n---\n文。`);
    expect(skipped(await read(folder))).toEqual([{ file: 'a.md', reason }]);
  });

  it('skips broken YAML and front matter with nothing under it', async () => {
    await put('a.md', '---\ntitle: "open\n---\n文。');
    await put('b.md', '---\ntitle: 题\n---\n\n');
    const reasons = skipped(await read(folder)).map(({ reason }) => reason);
    expect(reasons[0]).toMatch(/^The front matter is not valid YAML: [^\n]+$/);
    expect(reasons[1]).toBe('The file has front matter but no text under it.');
  });
});

describe('rows', () => {
  it('takes each row as a document under its own id', async () => {
    await put('docs.jsonl', '{"id":"m1","title":"例会","text":"一行\\n两行","body":"水务局","date":"2024-5-4","kind":"minutes","region":"清河"}\n\n{"id":7,"text":"文。","date":null}\r\n');
    expect(documents(await read(folder))).toMatchObject([
      { documentId: 'm1', format: 'jsonl', file: 'docs.jsonl', firstLine: 1, isSingleLine: true, text: '一行\n两行', given: { title: '例会', body: '水务局', date: '2024-05-04', kind: 'minutes' } },
      { documentId: '7', firstLine: 3, given: {} },
    ]);
  });

  it('skips bad rows by their line and takes the others', async () => {
    const good = (id: string): string => JSON.stringify({ id, title: '题', text: '文。' });
    await put('docs.jsonl', Buffer.concat([Buffer.from(`\ufeff${good('a')}\n{"id":"b"}\n{broken\n[1]\n{"id":" ","text":"x"}\n{"id":"c","text":" \\n"}\n{"id":"t","text":"x","title":{}}\n`), bytes(0x22, 0xff, 0x22, 0x0a), Buffer.from(good('z'))]));
    const items = await read(folder);
    expect(documents(items).map(({ documentId }) => documentId)).toEqual(['a', 'z']);
    expect(skipped(items)).toEqual([
      { file: 'docs.jsonl:2', reason: expect.stringContaining('Line 2 has no usable "text"') as unknown },
      { file: 'docs.jsonl:3', reason: expect.stringContaining('Line 3 is not JSON') as unknown },
      { file: 'docs.jsonl:4', reason: expect.stringContaining('Line 4 is not an object') as unknown },
      { file: 'docs.jsonl:5', reason: expect.stringContaining('Line 5 has no usable "id"') as unknown },
      { file: 'docs.jsonl:6', reason: expect.stringContaining('Line 6 has no usable "text"') as unknown },
      { file: 'docs.jsonl:7', reason: expect.stringContaining('Line 7 has no usable "title"') as unknown },
      { file: 'docs.jsonl:8', reason: 'Line 8 is not valid UTF-8; save the file as UTF-8.' },
    ]);
  });

  it('takes a row whose date or kind cannot be read, without them', async () => {
    await put('docs.jsonl', '{"id":"a","text":"文。","date":"2026-02-30","kind":"letter"}\n{"id":"b","text":"文。","date":20240504,"kind":null}');
    expect(documents(await read(folder)).map(({ given }) => given)).toEqual([{}, {}]);
  });

  it('survives hostile JSON', async () => {
    await put('docs.jsonl', `${'['.repeat(200000)}\n{"id":"a","text":"x\\u0000y\\ud800","__proto__":{"title":"p"},"title":"t"}`);
    const items = await read(folder);
    expect(skipped(items)).toHaveLength(1);
    expect(documents(items)[0]).toMatchObject({ text: 'x y ', given: { title: 't' } });
  });
});
