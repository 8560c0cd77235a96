import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readConfig } from '../../src/config.js';
import { bindHouse } from '../../src/wiring.js';
import { temporaryFolder } from '../adapters/temporary-folder.js';
import { runWithFakes } from './fake-entrance.js';

/** A real house over two documents, and the command line over it. */
async function corpusOfTwo() {
  const folder = temporaryFolder();
  const docs = join(folder, 'docs');
  mkdirSync(docs);
  writeFileSync(join(docs, 'bridge.md'), '---\ntitle: 关于修桥的决定\nbody: 清河市人大常委会\ndate: 2025-02-20\n---\n会议决定2O25年修桥，安排经费三百万元。\n');
  writeFileSync(join(docs, 'loose.md'), '图书室每周开放五天。\n');
  const house = bindHouse({ ...readConfig({ environment: {}, folder }), dataFolder: join(folder, 'data'), corpusFolder: docs }, () => undefined);
  onTestFinished(() => { house.close(); });
  await house.ingest([docs], () => undefined);
  const run = async (...words: string[]): Promise<{ code: number; stdout: string; stderr: string }> => await runWithFakes(words, { house });
  return { folder, docs, house, run };
}

describe('huida corpus', () => {
  it('lists documents with their articles, passages, dates and first title', async () => {
    const { run } = await corpusOfTwo();
    expect((await run('corpus', 'list')).stdout).toBe('bridge.md  1 articles, 1 passages, 2025-02-20  关于修桥的决定\nloose.md  1 articles, 1 passages, no date  loose\n2 documents, 0 withdrawn\n');
    expect(JSON.parse((await run('corpus', 'list', '--json')).stdout)).toMatchObject({ documents: [{ documentId: 'bridge.md', articles: 1 }, { documentId: 'loose.md' }], withdrawn: [] });
  });

  it('shows a document, and says which are there when it is not', async () => {
    const { run } = await corpusOfTwo();
    expect((await run('corpus', 'show', 'loose.md')).stdout).toContain('No article has a date.');
    expect(await run('corpus', 'show', 'nothing.md')).toMatchObject({ code: 1, stdout: '', stderr: 'There is no document "nothing.md" in the index; "huida corpus list" names them.\n' });
  });

  it('reports documents, problems, files left out and withdrawn ones as Markdown and JSON', async () => {
    const { run, house, docs } = await corpusOfTwo();
    writeFileSync(join(docs, 'old.doc'), 'x');
    writeFileSync(join(docs, 'empty.txt'), '');
    await house.ingest([docs], () => undefined);
    await run('corpus', 'withdraw', 'loose.md');
    const report = (await run('corpus', 'report')).stdout;
    for (const part of ['1 documents, 1 articles (0 without a date), 1 passages, 2025-02-20', '| bridge.md | 1 | 1 | 2025-02-20 |', '- empty.txt: The file is empty.', '## Withdrawn\n\n- loose.md on 20']) expect(report).toContain(part);
    expect(JSON.parse((await run('corpus', 'report', '--json')).stdout)).toMatchObject({ counts: { documents: 1, undatedArticles: 0 }, skipped: [{ file: 'empty.txt' }], withdrawn: [{ documentId: 'loose.md' }] });
  });

  it('verifies the index against the files, and names what is gone or changed', async () => {
    const { run, docs } = await corpusOfTwo();
    expect(await run('corpus', 'verify')).toMatchObject({ code: 0, stdout: '2 files, 2 documents, 0 problems\n' });
    writeFileSync(join(docs, 'bridge.md'), '会议决定修两座桥。\n');
    rmSync(join(docs, 'loose.md'));
    const { code, stdout } = await run('corpus', 'verify', '--json');
    expect(code).toBe(1);
    expect((JSON.parse(stdout) as { problems: string[] }).problems).toEqual(['bridge.md', 'loose.md'].map((file) => `${join(docs, file)} is gone or changed since it was read; run "huida ingest" for its folder.`));
  });
});

describe('huida corpus withdraw', () => {
  it('takes a document out of search, of past versions and of every file, also when its folder is read again; restore takes it in again', async () => {
    const { run, house, docs, folder } = await corpusOfTwo();
    const [cited] = (await house.search('图书室每周开放几天', 3)).map(({ passage }) => passage.passageId);
    writeFileSync(join(docs, 'loose.md'), '图书室每周开放六天。\n');
    await house.ingest([docs], () => undefined);
    expect(await run('show', cited!)).toMatchObject({ code: 0, stdout: expect.stringContaining('An earlier version') as string });
    // A process that still answers from the generation before keeps its files; this one lets go first.
    house.close();
    expect((await run('corpus', 'withdraw', 'loose.md')).stdout).toContain('with 1 passages');
    writeFileSync(join(docs, 'bridge.md'), '会议决定修两座桥。\n');
    const summary = await house.ingest([docs], () => undefined);
    expect(summary.skipped).toEqual([expect.objectContaining({ file: 'loose.md', reason: expect.stringMatching(/^Document "loose\.md" was withdrawn on 20.*"huida corpus restore" takes it in again\.$/u) as string })]);
    expect((await house.search('图书室每周开放几天', 3)).map(({ passage }) => passage.header.documentId)).not.toContain('loose.md');
    expect(await run('show', cited!)).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/was withdrawn on 20.*its words are not shown/u) as string });
    house.close();
    for (const entry of readdirSync(join(folder, 'data'), { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) expect(readFileSync(join(entry.parentPath, entry.name)).includes('图书室每周'), entry.name).toBe(false);
    }
    expect((await run('corpus', 'restore', 'loose.md')).stdout).toMatch(/ {2}new +1\n/u);
    expect((await house.search('图书室每周开放几天', 3))[0]?.passage.header.documentId).toBe('loose.md');
  });

  it('keeps a document out also when its file has another name, until it is restored', async () => {
    const { run, house, docs } = await corpusOfTwo();
    await run('corpus', 'withdraw', 'loose.md');
    renameSync(join(docs, 'loose.md'), join(docs, 'renamed.md'));
    const summary = await house.ingest([docs], () => undefined);
    expect([summary.documents, summary.skipped.map(({ file, reason }) => `${file}: ${reason.slice(0, 33)}`)]).toEqual([1, ['renamed.md: Document "loose.md" was withdrawn']]);
    expect(await run('corpus', 'restore', 'loose.md')).toMatchObject({ code: 1 });
    renameSync(join(docs, 'renamed.md'), join(docs, 'loose.md'));
    expect((await run('corpus', 'restore', 'loose.md')).code).toBe(0);
    renameSync(join(docs, 'loose.md'), join(docs, 'renamed.md'));
    expect(await house.ingest([docs], () => undefined)).toMatchObject({ documents: 2, skipped: [] });
  });

  it('takes out with it what says the same word for word, also in another format, and restores both', async () => {
    const { run, house, docs, folder } = await corpusOfTwo();
    mkdirSync(join(docs, 'again'));
    writeFileSync(join(docs, 'again', 'copy.md'), '图书室每周开放五天。\n');
    writeFileSync(join(docs, 'page.html'), '<html><body><p>图书室每周开放五天。</p></body></html>');
    writeFileSync(join(docs, 'other.md'), '图书室每周开放六天。\n');
    await house.ingest([docs], () => undefined);
    house.close();
    expect((await run('corpus', 'withdraw', 'loose.md')).stdout).toBe('Withdrawn: loose.md with 1 passages.\n' +
      ['again/copy.md', 'page.html'].map((id) => `Withdrawn, too, because it says the same word for word: ${id} with 1 passages.\n`).join('') + '"huida corpus restore" takes them in again.\n');
    const asked = async (): Promise<string[]> => (await house.search('图书室每周开放几天', 5)).map(({ passage }) => passage.header.documentId).filter((id) => id !== 'bridge.md').sort();
    expect(await asked()).toEqual(['other.md']);
    await house.ingest([docs], () => undefined);
    expect(await asked()).toEqual(['other.md']);
    house.close();
    for (const entry of readdirSync(join(folder, 'data'), { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) expect(readFileSync(join(entry.parentPath, entry.name)).includes('每周开放五天'), entry.name).toBe(false);
    }
    expect((await run('corpus', 'restore', 'page.html')).code).toBe(0);
    expect(await asked()).toEqual(['again/copy.md', 'loose.md', 'other.md', 'page.html']);
    expect(JSON.parse((await run('corpus', 'withdraw', '--json', 'other.md')).stdout)).toEqual({ documentId: 'other.md', passages: 1, copies: [] });
  });

  it('says what is wrong with an id, and keeps a document out whose file is gone', async () => {
    const { run, docs } = await corpusOfTwo();
    expect(await run('corpus', 'withdraw', 'nothing')).toMatchObject({ code: 1, stderr: 'There is no document "nothing" in the index; "huida corpus list" names them.\n' });
    expect(await run('corpus', 'restore', 'loose.md')).toMatchObject({ code: 1, stderr: 'Document "loose.md" is not withdrawn; "huida corpus list" names those that are.\n' });
    await run('corpus', 'withdraw', 'loose.md');
    rmSync(join(docs, 'loose.md'));
    expect(await run('corpus', 'restore', 'loose.md')).toMatchObject({ code: 1, stderr: expect.stringContaining('it does not exist') as string });
    expect((await run('corpus', 'list')).stdout).toContain('loose.md  withdrawn');
  });

  it('refuses to guess when the list of withdrawn documents is damaged', async () => {
    const { run, folder } = await corpusOfTwo();
    await run('corpus', 'withdraw', 'loose.md');
    const file = join(folder, 'data', 'withdrawn.json');
    expect(existsSync(file)).toBe(true);
    writeFileSync(file, '{');
    expect(await run('corpus', 'list')).toMatchObject({ code: 1, stderr: expect.stringContaining('put a copy of it back') as string });
  });
});

describe('huida show', () => {
  it('prints an article as printed, and with --repairs what is searched otherwise; the repaired year is found', async () => {
    const { run, house } = await corpusOfTwo();
    const shown = (await run('show', 'bridge.md#1')).stdout;
    expect(shown).toContain('关于修桥的决定\nresolution · 清河市人大常委会 · 2025-02-20\nbridge.md, bridge.md#1, 1 passages\n\n会议决定2O25年修桥');
    expect((await run('show', 'bridge.md#1', '--repairs')).stdout).toMatch(/Printed, and searched otherwise \(1\):\nline 6: O is searched as 0\n$/u);
    expect((await run('show', 'loose.md#1', '--repairs')).stdout).toContain('Nothing is searched otherwise than it is printed.');
    const [first] = await house.search('2025年修桥', 1);
    expect(first?.passage.text).toContain('2O25年');
  });

  it('says what an id is not', async () => {
    const { run } = await corpusOfTwo();
    expect(await run('show', 'bridge.md')).toMatchObject({ code: 1, stderr: '"bridge.md" is no article and no passage of this index; "huida corpus show DOCUMENT" names the articles of a document.\n' });
  });
});
