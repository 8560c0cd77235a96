import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { ZipFile } from 'yazl';
import { fileSource } from '../../src/adapters/files/file-source.js';
import { readConfig } from '../../src/config.js';
import { readAll } from '../../src/ports/document-source.js';
import { openFormats } from '../../src/wire-formats.js';
import { bindHouse } from '../../src/wiring.js';
import { makeDocxOf, makePdf, makeZip, wordParagraph } from '../adapters/files/make-office-files.js';
import { temporaryFolder } from '../adapters/temporary-folder.js';

const WORDS = '市政府第三次常务会议决定修建道路十公里。';
const HIDDEN = '不应出现的机密';
const formats = openFormats();
afterAll(() => { formats.close(); });

/** What became of one file in a folder: its text, or why it was left out. */
async function read(name: string, content: string | Uint8Array): Promise<string> {
  const folder = temporaryFolder();
  writeFileSync(join(folder, name), content);
  const found: string[] = [];
  for await (const item of readAll(fileSource(formats), [folder])) found.push(item.kind === 'document' ? item.document.text : `left out: ${item.skipped.reason}`);
  return found.join('\n');
}

/** The bit that says encrypted, in both headers of the only member. */
async function lockedZip(): Promise<Buffer> {
  const zip = await makeZip({ 'a.txt': WORDS });
  for (const [mark, at] of [[0x04034b50, 6], [0x02014b50, 8]] as const) {
    const header = Buffer.alloc(4);
    header.writeUInt32LE(mark);
    const place = zip.indexOf(header) + at;
    zip.writeUInt16LE(zip.readUInt16LE(place) | 1, place);
  }
  return zip;
}

async function zip64(): Promise<Buffer> {
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from(WORDS), 'a.txt');
  zip.end({ forceZip64Format: true, comment: '' });
  const parts: Buffer[] = [];
  for await (const part of zip.outputStream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

describe('bad inputs 49 to 54', () => {
  it.each([
    ['49 a PDF named .txt', 'a.txt', () => makePdf([['abc']]), /^left out: /],
    ['49 HTML named .doc', 'a.doc', () => `<p>${WORDS}</p>`, /^left out: Files ending in "\.doc"/],
    ['50 an encrypted archive', 'a.zip', lockedZip, /^left out: .*(?:encrypt|password|locked|damaged)/i],
    ['50 an archive in ZIP64', 'a.zip', zip64, new RegExp(`^${WORDS}`)],
    ['51 a file with macros', 'a.docm', async () => await makeDocxOf(wordParagraph(WORDS)), /^left out: Files ending in "\.docm"/],
    ['52 an encrypted PDF', 'a.pdf', () => Buffer.from(makePdf([[WORDS]]).toString('latin1').replace('/Root 1 0 R', '/Root 1 0 R /Encrypt << /Filter /Standard /V 1 /R 2 /O <00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff> /U <00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff> /P -4 >> /ID [<00> <00>]'), 'latin1'), /^left out: .*(?:password|encrypt|protected)/i],
    ['53 UTF-16 without a byte order mark', 'a.txt', () => Buffer.from(`${WORDS}\n`.repeat(20), 'utf16le'), new RegExp(`^(?:${WORDS}|left out: )`)],
    ['53 two encodings in one file', 'a.txt', () => Buffer.concat([Buffer.from(WORDS), Buffer.from([0xca, 0xd0, 0xd5, 0xfe, 0xb8, 0xae])]), /^left out: /],
    ['54 a formula in a table', 'a.csv', () => `项目,金额\n道路,"=HYPERLINK(""http://x"")"\n桥,12\n`, /桥 \| 12/],
  ])('%s', async (_, name, make, outcome) => {
    const found = await read(name, await make());
    expect(found).toMatch(outcome);
    expect(found).not.toContain('\ufffd');
  });

  it('51 comments, an outside template and what is embedded stay out of a word-processor file', async () => {
    const docx = await makeZip({
      'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${wordParagraph(WORDS)}</w:body></w:document>`,
      'word/comments.xml': `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment>${wordParagraph(HIDDEN)}</w:comment></w:comments>`,
      'word/_rels/settings.xml.rels': '<Relationships><Relationship Id="r" TargetMode="External" Target="http://127.0.0.1:9/template.dotm"/></Relationships>',
      'word/embeddings/oleObject1.bin': HIDDEN,
    });
    const found = await read('a.docx', docx);
    expect(found).toContain(WORDS);
    expect(found).not.toContain(HIDDEN);
  });

  it('54 numbers beyond all bounds, keys given twice and deep nesting leave the other rows whole', async () => {
    const found = await read('a.jsonl', `{"id":"a","text":"甲","n":1e400}\n{"id":"b","text":"乙","text":"丙"}\n${'{"a":'.repeat(100_000)}\n{"id":"c","text":"${WORDS}"}\n`);
    expect(found).toContain('甲');
    expect(found).toContain(WORDS);
    expect(found.match(/left out/g)).toHaveLength(1);
  });
});

it('71 a write-ahead log that belongs to nothing beside the index changes no answer', async () => {
  const folder = temporaryFolder();
  const docs = join(folder, 'docs');
  mkdirSync(docs);
  writeFileSync(join(docs, 'a.txt'), WORDS);
  const open = () => bindHouse({ ...readConfig({ environment: {}, folder }), dataFolder: join(folder, 'data'), corpusFolder: docs }, () => undefined);
  const first = open();
  const { generation } = await first.ingest([docs], () => undefined);
  first.close();
  writeFileSync(join(folder, 'data', 'generations', generation.id, 'corpus.sqlite-wal'), Buffer.alloc(40_000, 0x37));
  const second = open();
  onTestFinished(() => { second.close(); });
  expect((await second.ask({ id: 'q', question: '市政府第三次常务会议决定修建多少公里道路？', history: [] }, 'test')).answer).toContain('十公里');
});
