import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readConfig } from '../../src/config.js';
import { fileSource } from '../../src/adapters/files/file-source.js';
import type { ArticleHeader } from '../../src/domain/corpus.js';
import { readAll } from '../../src/ports/document-source.js';
import { bindHouse, type BoundHouse } from '../../src/wiring.js';
import { temporaryFolder } from '../adapters/temporary-folder.js';
import { runWithFakes } from '../cli/fake-entrance.js';

function houseOver(docs: string): BoundHouse {
  const folder = temporaryFolder();
  const house = bindHouse({ ...readConfig({ environment: {}, folder }), dataFolder: join(folder, 'data'), corpusFolder: docs }, () => undefined);
  onTestFinished(() => { house.close(); });
  return house;
}

function folderOf(files: Record<string, string | Uint8Array>): string {
  const docs = join(temporaryFolder(), 'docs');
  mkdirSync(docs);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(docs, name), content);
  return docs;
}

async function headersOf(files: Record<string, string>): Promise<Record<string, ArticleHeader>> {
  const house = houseOver(folderOf(files));
  await house.ingest([], () => undefined);
  return Object.fromEntries((await house.generation()).corpus.headers.map((header) => [header.file, header]));
}

describe('names of files', () => {
  const VILLAGES = ['柳溪', '石门', '青浦', '白云', '东河', '西坪', '南岭', '北塘', '安平', '永乐', '长春', '高桥', '大营', '小店', '三合', '五里', '七星', '九龙', '金山', '银川', '铜川', '铁岭', '锡林', '玉泉', '珠江', '松原', '竹溪', '梅县', '兰州', '菊园'];
  const NAMES = ['a..\\..\\windows.txt', '%2e%2e%2fetc%2fpasswd.txt', 'C:\\boot.txt', '\\\\server\\share.txt', 'CON.txt', 'dot..txt', 'line\nbreak.txt', 'escape\u001b[31mred.txt', 'rtl\u202egnp.txt', 'Twin.txt', 'twin.txt', 'é.txt', 'e\u0301.txt', `${'长'.repeat(83)}.txt`, "quote'\".txt", '#1.txt', ' space .txt', '~root.txt', '$HOME.txt', '`id`.txt', '|pipe.txt', '-rf.txt', '*.txt', '?.txt', 'a;b&c.txt', '🗳️.txt', '%00.txt', 'tab\there.txt', 'x.txt.exe.txt', '__proto__.txt'];

  it('are read as they are, each once, and lead nowhere', async () => {
    const docs = folderOf(Object.fromEntries(NAMES.map((name, index) => [name, `会议决定修建${VILLAGES[index] ?? ''}村桥，安排经费${index + 20}万元。`])));
    const house = houseOver(docs);
    const first = await house.ingest([docs], () => undefined);
    expect(first).toMatchObject({ documents: NAMES.length, skipped: [] });
    expect(await house.ingest([docs], () => undefined)).toMatchObject({ unchanged: NAMES.length, added: 0, changed: 0, removed: 0 });
    for (const index of [0, 8, 12]) {
      const { answer } = await house.ask({ id: `n${index}`, question: `${VILLAGES[index] ?? ''}村桥安排经费多少万元？`, history: [] }, 'test');
      expect(answer).toContain(`${index + 20}万元`);
    }
    expect(readdirSync(docs).sort()).toEqual([...NAMES].sort());
    const { stdout } = await runWithFakes(['corpus', 'list'], { house });
    expect(stdout).not.toContain('\u001b');
    expect(stdout).not.toContain('\u202e');
    expect(stdout.trimEnd().split('\n')).toHaveLength(NAMES.length + 1);
  });
});

describe('bytes of text', () => {
  it.each([
    ['only a byte order mark', '\ufeff', null],
    ['carriage returns alone', '会议决定修桥。\r会议决定植树。', '会议决定植树。'],
    ['form feeds', '会议决定修桥。\f会议决定植树。', '会议决定植树。'],
    ['a byte order mark in the middle', '会议决定\ufeff修桥。', '修桥。'],
    ['NUL', '会议决定\u0000修桥。', null],
  ])('%s', async (_, content, words) => {
    const house = houseOver(folderOf({ 'good.txt': '图书室开放。', 'odd.txt': content }));
    const summary = await house.ingest([], () => undefined);
    expect([summary.documents, summary.skipped.length]).toEqual(words === null ? [1, 1] : [2, 0]);
    const { corpus } = await house.generation();
    const text = corpus.passages(Array.from({ length: corpus.passageCount }, (__, row) => row)).map((passage) => passage.text).join('\n');
    expect(text).not.toMatch(/[\u0000\ufffd]/u); // eslint-disable-line no-control-regex -- it is what must not be there
    if (words !== null) expect(text).toContain(words);
  });

  it('of one line of 20 MB are cut and indexed', async () => {
    const house = houseOver(folderOf({ 'long.txt': `会议决定修桥。${'甲乙丙丁戊己庚辛壬癸'.repeat(30_000)}` }));
    expect((await house.ingest([], () => undefined)).passages).toBeGreaterThan(500);
  }, 60_000);
});

describe('the same and not the same', () => {
  it('the same file twice, under a new name, with new words, two versions at once: one document a file, none left over', async () => {
    const docs = folderOf({ 'a.txt': '会议决定修桥。', 'copy.txt': '会议决定修桥。' });
    const house = houseOver(docs);
    expect(await house.ingest([docs, docs, join(docs, 'a.txt')], () => undefined)).toMatchObject({ documents: 2, skipped: [] });
    renameSync(join(docs, 'a.txt'), join(docs, 'b.txt'));
    expect(await house.ingest([docs], () => undefined)).toMatchObject({ documents: 2, added: 1, removed: 1, unchanged: 1 });
    writeFileSync(join(docs, 'b.txt'), '会议决定修路。');
    expect(await house.ingest([docs], () => undefined)).toMatchObject({ documents: 2, changed: 1, removed: 0 });
    expect((await house.generation()).corpus.headers.map(({ documentId }) => documentId)).toEqual(['b.txt', 'copy.txt']);
  });

  it('a file that goes while it is read is named, and the rest goes in', async () => {
    const docs = folderOf({ 'a.txt': '会议决定修桥。', 'b.txt': '会议决定植树。' });
    const source = fileSource();
    const listed = source.list.bind(source);
    const items = [];
    for await (const item of readAll({ ...source, list: async function* (paths) { for await (const each of listed(paths)) { rmSync(join(docs, 'b.txt'), { force: true }); yield each; } } }, [docs])) items.push(item);
    expect(items.map((item) => (item.kind === 'document' ? item.document.file : item.skipped))).toEqual(['a.txt', ...(items.length === 1 ? [] : [{ file: 'b.txt', reason: 'The file cannot be read: it does not exist.' }])]);
  });
});

describe('days and meetings', () => {
  it('a day that is none is refused where a person wrote it, and read past where it is printed', async () => {
    const docs = folderOf({ 'written.md': '---\ndate: 2026-02-30\n---\n会议决定修桥。', 'printed.txt': '清河市人大常委会决定\n（2026年2月30日清河市人大常委会会议通过）\n会议决定植树。' });
    const house = houseOver(docs);
    const { skipped } = await house.ingest([], () => undefined);
    expect(skipped).toEqual([{ file: 'written.md', reason: expect.stringContaining('YYYY-MM-DD') as string }]);
    expect((await house.generation()).corpus.headers.map(({ date }) => date)).toEqual([null]);
  });

  it('no day, a year of antiquity, a lunar day: no day is better than a wrong one; a year of the Republic is read', async () => {
    const headers = await headersOf({
      'none.txt': '会议决定修桥。', 'antique.txt': '会议记录\n公元0026年3月8日会议决定植树。', 'lunar.txt': '会议记录\n农历正月十五，会议决定挂灯。', 'minguo.txt': '縣議會會議記錄\n民國110年12月7日縣議會決定修橋。',
    });
    expect([headers['none.txt']?.date, headers['lunar.txt']?.date]).toEqual([null, null]);
    expect(headers['antique.txt']?.date?.startsWith('00') ?? false).toBe(false);
    expect([null, '2021-12-07']).toContain(headers['minguo.txt']?.date);
  });

  it('two meetings of one title stay two, and votes that do not add up are quoted as printed', async () => {
    const house = houseOver(folderOf({
      'a.md': '---\ntitle: 理事会会议纪要\ndate: 2025-01-10\n---\n表决结果：应到38人，赞成35票，反对2票。',
      'b.md': '---\ntitle: 理事会会议纪要\ndate: 2025-02-10\n---\n表决结果：应到40人，赞成36票，反对4票。',
    }));
    await house.ingest([], () => undefined);
    const { answer, citations } = await house.ask({ id: 'v', question: '2025年1月10日理事会会议赞成多少票？', history: [] }, 'test');
    expect([answer.includes('35票'), citations[0]?.documentId]).toEqual([true, 'a.md']);
  });
});

it('passages that are only marks, or very long, or empty do not break an index', async () => {
  const house = houseOver(folderOf({ 'marks.txt': '！！！\n\n———\n\n……', 'empty.md': '---\ntitle: 空\n---\n', 'long.md': `# 长\n\n${'会议决定修建水渠，'.repeat(12_000)}。\n`, 'good.md': '会议决定安排经费七万元。' }));
  const summary = await house.ingest([], () => undefined);
  expect(summary.documents).toBeGreaterThanOrEqual(2);
  expect(summary.documents + summary.skipped.length).toBe(4);
  expect((await house.ask({ id: 'g', question: '会议决定安排经费多少万元？', history: [] }, 'test')).answer).toContain('七万元');
});

it.each([['missing', null], ['empty', ''], ['no database', 'this is no database at all'], ['cut short', 'half']])('a corpus.sqlite that is %s is built again from the folder', async (_, content) => {
  const docs = folderOf({ 'a.txt': '会议决定安排经费七万元。' });
  const folder = temporaryFolder();
  const notices: string[] = [];
  const open = (): BoundHouse => bindHouse({ ...readConfig({ environment: {}, folder }), dataFolder: join(folder, 'data'), corpusFolder: docs }, (line) => { notices.push(line); });
  const first = open();
  const { generation } = await first.ingest([docs], () => undefined);
  first.close();
  const file = join(folder, 'data', 'generations', generation.id, 'corpus.sqlite');
  if (content === null) rmSync(file);
  else writeFileSync(file, content === 'half' ? readFileSync(file).subarray(0, 5000) : content);
  const second = open();
  onTestFinished(() => { second.close(); });
  expect((await second.ask({ id: 'q', question: '会议决定安排经费多少万元？', history: [] }, 'test')).answer).toContain('七万元');
  expect(notices[0]).toMatch(/corpus\.sqlite .*Rebuilding from/u);
  expect(existsSync(file)).toBe(false);
});
