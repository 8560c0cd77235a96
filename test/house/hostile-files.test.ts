import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { execFile, execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SourceItem } from '../../src/ports/document-source.js';
import { openFormats } from '../../src/wire-formats.js';
import { makeDocxOf, makePdf, makeZip, wordParagraph, wordTable } from '../adapters/files/make-office-files.js';
import type { HostileReading } from './read-hostile.js';

let folder = '';
let own = '';
let items: SourceItem[] = [];
let reading: HostileReading;

const secret = '不应出现的机密';
const good = '市政府第三次常务会议决定修建道路十公里。';

/** 25 files that want to harm, and two that do not. */
async function writeAll(): Promise<void> {
  const write = (name: string, content: string | Uint8Array): void => { writeFileSync(join(folder, name), content); };
  write('good.txt', `${good}\n`);
  write('z-good.docx', await makeDocxOf(wordParagraph(good)));
  const bomb = await makeZip({ 'bomb.txt': Buffer.alloc(60_000_000, 0x61) });
  write('01-bomb.zip', bomb);
  write('02-nested.zip', await makeZip({ 'inner.zip': bomb, 'ok.txt': good }));
  write('03-many.zip', await makeZip(Object.fromEntries(Array.from({ length: 6000 }, (_, index) => [`f${String(index)}.txt`, 'a']))));
  write('04-slip.zip', Buffer.from((await makeZip({ 'xx/xx/evil.txt': secret })).toString('latin1').replaceAll('xx/xx/', '../../'), 'latin1'));
  write('05-cut.zip', bomb.subarray(0, 500));
  const lying = Buffer.from(await makeZip({ 'a.txt': good.repeat(50) }));
  const central = lying.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
  lying.writeUInt32LE(7, central + 24);
  write('06-lying.zip', lying);
  write('07-entities.docx', await makeDocxOf(wordParagraph('&lol9;'), '<!DOCTYPE d [<!ENTITY lol "lol"><!ENTITY lol9 "&lol;&lol;">]>'));
  write('08-outside.docx', await makeDocxOf('<w:p><w:r><w:t>&x;</w:t></w:r></w:p>', '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'));
  write('09-deep.docx', await makeDocxOf('<w:p>'.repeat(200_000)));
  write('10-wide.docx', await makeDocxOf(wordTable([Array.from({ length: 10_000 }, (_, index) => `格${String(index)}`)])));
  write('11-no-document.docx', await makeZip({ 'x.xml': '<x/>' }));
  write('12-a-pdf.docx', makePdf([['abc']]));
  write('13-html.pdf', '<html><body>x</body></html>');
  write('14-loop.pdf', '%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 100000 >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF');
  write('15-cut.pdf', makePdf([['一二三四五六七八九十']]).subarray(0, 700));
  const flate = deflateSync(Buffer.alloc(400_000_000, 0x20), { level: 9 });
  write('16-flate.pdf', Buffer.concat([Buffer.from(`%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>\nendobj\n4 0 obj\n<< /Filter /FlateDecode /Length ${String(flate.length)} >>\nstream\n`), flate, Buffer.from('\nendstream\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF')]));
  write('17-scan.pdf', makePdf([[]]));
  write('18-script.pdf', makePdf([['本市三月召开会议讨论供水问题']], '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>'));
  write('19-noise.pdf', Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from(Array.from({ length: 50_000 }, (_, index) => (index * 7919) % 256))]));
  write('20-deep.html', '<div>'.repeat(300_000) + good);
  write('21-attributes.html', `<p ${'a=b '.repeat(300_000)}>${good}</p>`);
  write('22-ragged.csv', `a,b\n"${'x'.repeat(3_000_000)}\n=cmd()|' /C calc'!A0,${'c,'.repeat(10_000)}`);
  write('23-bomb.xlsx', await makeZip({ 'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="a" r:id="1"/></sheets></workbook>', 'xl/_rels/workbook.xml.rels': '<R><Relationship Id="1" Target="worksheets/s.xml"/></R>', 'xl/worksheets/s.xml': `<worksheet><sheetData>${'<row><c t="inlineStr"><is><t>x</t></is></c></row>'.repeat(500_000)}</sheetData></worksheet>` }));
  write('24-zeros.docx', Buffer.alloc(100_000));
  writeFileSync(join(folder, '25-sparse.pdf'), '%PDF-1.4');
  truncateSync(join(folder, '25-sparse.pdf'), 5_000_000_000);
  symlinkSync('/etc/passwd', join(folder, '26-link.txt'));
  execFileSync('mkfifo', [join(folder, '27-pipe.txt')]);
  mkdirSync(join(folder, '28-folder.pdf'));
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'huida-hostile-'));
  await writeAll();
  own = mkdtempSync(join(tmpdir(), 'huida-reader-'));
  const result = join(own, 'result.json');
  await promisify(execFile)(process.execPath, ['--import', import.meta.resolve('tsx'), fileURLToPath(new URL('read-hostile.ts', import.meta.url)), folder, own, result]);
  reading = JSON.parse(readFileSync(result, 'utf8')) as HostileReading;
  ({ items } = reading);
}, 300_000);
afterAll(() => { for (const each of [folder, own]) if (each !== '') rmSync(each, { recursive: true, force: true }); });

describe('hostile files', () => {
  const reasonOf = (name: string): string | undefined => items.map((item) => (item.kind === 'skipped' && item.skipped.file.startsWith(name) ? item.skipped.reason : undefined)).find((reason) => reason !== undefined);
  const textOf = (name: string): string | undefined => items.map((item) => (item.kind === 'document' && item.document.file.startsWith(name) ? item.document.text : undefined)).find((text) => text !== undefined);

  it('leave the rest of the batch whole, and every one has an outcome', () => {
    expect(textOf('good.txt')).toContain(good);
    expect(textOf('z-good.docx')).toContain(good);
    for (let index = 1; index <= 27; index++) {
      const name = `${String(index).padStart(2, '0')}-`;
      expect([name, reasonOf(name) ?? textOf(name)]).not.toEqual([name, undefined]);
    }
  });

  it('end within 30 seconds each', () => {
    expect(reading.took.length).toBeGreaterThanOrEqual(24);
    expect(Math.max(...reading.took)).toBeLessThan(32_000);
  });

  it('let the process that has them read grow by no more than 50 MB, and it answers meanwhile', () => {
    expect(reading.grownMb).toBeLessThanOrEqual(50);
    expect(reading.answered.length).toBeGreaterThan(5);
    expect(new Set(reading.answered)).toEqual(new Set(['answered']));
  });

  it.each([
    ['01-bomb', /packed tighter/], ['03-many', /more than 5000 members/], ['04-slip', /leads out/], ['05-cut', /damaged/], ['06-lying', /another size|damaged/],
    ['07-entities', /document type|damaged/], ['08-outside', /document type|damaged/], ['11-no', /no word\/document\.xml/], ['12-a', /is a PDF/], ['13-html', /no PDF/],
    ['15-cut', /damaged|scan/], ['17-scan', /scan/], ['24-zeros', /save it again/], ['25-sparse', /MB allowed/], ['26-link', /symbolic link/], ['27-pipe', /regular file/],
  ])('%s is refused with its reason', (name, reason) => {
    expect(reasonOf(name)).toMatch(reason);
  });

  it('never bring in what lies outside or what is packed away', () => {
    const all = items.map((item) => (item.kind === 'document' ? item.document.text : '')).join('\n');
    expect(all).not.toContain(secret);
    expect(all).not.toContain('root:');
    expect(all).not.toContain('\ufffd');
    expect(textOf('02-nested.zip/ok.txt')).toContain(good);
    expect(reasonOf('02-nested.zip/inner')).toMatch(/inside an archive/);
  });
});

describe('word-processor files', () => {
  const read = async (body: string): Promise<string> => {
    const formats = openFormats();
    const found = await formats.read(await makeDocxOf(body), 'a.docx');
    formats.close();
    return found[0]?.kind === 'document' ? found[0].document.text : '';
  };

  it('leave out tracked deletions, hidden and struck-out text, comments and field codes', async () => {
    const text = await read('<w:p><w:del><w:r><w:delText>删去的</w:delText></w:r></w:del><w:ins><w:r><w:t>加上的</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏的</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>显示的</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:moveFrom><w:r><w:t>移走的</w:t></w:r></w:moveFrom><w:r><w:rPr><w:strike/></w:rPr><w:t>划掉的</w:t></w:r></w:p>');
    expect(text.trim()).toBe('加上的显示的');
  });

  it('keep rows, columns and the unit of a table', async () => {
    const text = await read(wordParagraph('单位：万元') + wordTable([['项目', '2023年', '2024年'], ['农业', '120', '135']]));
    expect(text).toContain('单位：万元');
    expect(text).toContain('| 项目 | 2023年 | 2024年 |\n| --- | --- | --- |\n| 农业 | 120 | 135 |');
  });
});
