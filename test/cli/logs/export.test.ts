import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { readXlsx } from '../../../src/adapters/packed/read-xlsx.js';
import { EXPORT_COLUMNS } from '../../../src/review/export-table.js';
import type { LogDesk } from '../../../src/cli/logs/log-desk.js';
import { runWithFakes } from '../fake-entrance.js';
import { logFolder, recordOf } from './log-folder.js';

const FORMULAS = ['=cmd|" /C calc"!A0', '+1+1', '-2+3', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1+1', '\u200b=1', '"=1"', '=HYPERLINK("http://evil.example","x")'];
const RECORDS = [
  ...FORMULAS.map((text, index) => recordOf(`f${index}`, text, {}, { answer: text })),
  recordOf('p', '我的电话是13800138000，身份证11010519491231002X', { question: { id: 'p', question: '我的电话是13800138000，身份证11010519491231002X', history: [{ question: '13800138000' }], asker: 'u-1' } }, { answer: '请勿发送 13800138000' }),
  recordOf('n', 'a\u0000b\u0001\uD800,"\n\u001B[31m', {}, { answer: 'x'.repeat(40_000) }),
];
const cellsOf = async (file: string, format: 'csv' | 'xlsx'): Promise<string[][]> => {
  if (format === 'csv') return parse(readFileSync(file), { bom: true });
  const read = await readXlsx(readFileSync(file));
  if ('reason' in read) throw new Error(read.reason);
  return read.text.split('\n').map((line) => line.split('\t'));
};

describe('huida logs export', () => {
  it('38, 122: writes a table that no spreadsheet runs, and no number of anybody', async () => {
    const { run, dataFolder } = logFolder(RECORDS);
    const file = join(dirname(dataFolder), '导出 🙂.csv');
    expect((await run('export', '--to', file)).stdout).toBe(`${RECORDS.length} records were written to ${file}.\n`);
    const rows = await cellsOf(file, 'csv');
    expect(rows[0]).toEqual([...EXPORT_COLUMNS]);
    expect(rows).toHaveLength(RECORDS.length + 1);
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^[\s\p{Cf}]*[=+\-@＝]/u);
    const question = (id: string): string => rows.find(([first]) => first === id)![EXPORT_COLUMNS.indexOf('question')]!;
    expect([question('f0'), question('f9')]).toEqual([`'${FORMULAS[0]!}`, '"=1"']);
    expect(question('p')).toBe('我的电话是＊＊＊＊＊＊＊＊＊＊＊，身份证＊＊＊＊＊＊＊＊＊＊＊＊＊＊＊＊＊＊');
    for (const secret of ['13800138000', '11010519491231002X', 'u-1']) expect(readFileSync(file, 'utf8')).not.toContain(secret);
  });

  it('writes JSON lines, masked within', async () => {
    const { run } = logFolder(RECORDS);
    await run('review', 'p', '--verdict', 'wrong', '--note', '回电 13800138000');
    const { stdout } = await run('export', '--format', 'jsonl', '--to', '-');
    const records = stdout.trimEnd().split('\n').map((line) => JSON.parse(line) as { id: string; asker: null; review: unknown });
    expect(records.map(({ id }) => id)).toEqual(RECORDS.map(({ id }) => id).reverse());
    expect(records.find(({ id }) => id === 'p')).toMatchObject({ asker: null, review: { verdict: 'wrong', note: '回电 ＊＊＊＊＊＊＊＊＊＊＊', isCorrected: false } });
    for (const secret of ['13800138000', '11010519491231002X', '"u-1"']) expect(stdout).not.toContain(secret);
  });

  it('writes a workbook', async () => {
    const { run, dataFolder } = logFolder(RECORDS);
    const file = join(dirname(dataFolder), 'log.xlsx');
    expect((await run('export', '--to', file)).code).toBe(0);
    const text = (await cellsOf(file, 'xlsx')).flat().join('\n');
    expect(text).toContain('claim_verdict');
    expect(text).toContain(`'${FORMULAS[3]!}`);
    expect(text).not.toContain('13800138000');
    // No cell is a formula, whatever a reader shows of it.
    expect(await sheetXml(file)).not.toMatch(/<f[ >]/u);
  });

  it.each(['csv', 'jsonl'])('122: writes %s while it reads, however long the log is', async (format) => {
    const { desk, dataFolder } = logFolder([]);
    let read = 0;
    let most = 0;
    const long = { ...desk, *select() { for (; read < 20_000; read++) yield recordOf(`r${read}`, '几座桥？'); } };
    const counted: LogDesk['writeFile'] = async (_file, pieces) => {
      let written = 0;
      for await (const piece of pieces) {
        written += String(piece).split('\n').length - 1;
        most = Math.max(most, read - written);
      }
      expect(written).toBe(format === 'csv' ? 20_001 : 20_000);
    };
    const run = await runWithFakes(['logs', 'export', '--to', join(dataFolder, '..', `x.${format}`)], { house: { logs: () => ({ ...long, writeFile: counted }) } });
    expect([run.code, run.stderr]).toEqual([0, '']);
    expect(most).toBeLessThan(2_000);
  });

  it('narrows as the list does', async () => {
    const { stdout } = await logFolder(RECORDS).run('export', '--to', '-', '--format', 'jsonl', '--limit', '2');
    expect(stdout.trimEnd().split('\n')).toHaveLength(2);
    expect((await logFolder(RECORDS).run('export', '--to', '-', '--status', 'failed')).stdout.trimEnd().split('\n')).toHaveLength(1);
  });

  it('135: replaces no file unasked, none of the data folder ever, and leaves nothing half written', async () => {
    const { run, dataFolder } = logFolder(RECORDS);
    const folder = join(dirname(dataFolder), 'out');
    mkdirSync(folder);
    const file = join(folder, 'log.csv');
    writeFileSync(file, 'mine');
    expect(await run('export', '--to', file)).toMatchObject({ code: 1, stderr: `${JSON.stringify(file)} exists already; name another file, or add --force to replace it.\n` });
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect((await run('export', '--to', file, '--force')).code).toBe(0);
    for (const inside of [join(dataFolder, 'records.sqlite'), join(dataFolder, 'new.csv'), join(folder, '..', 'data', 'x.csv')]) expect(await run('export', '--to', inside, '--force')).toMatchObject({ code: 2, stderr: expect.stringContaining('lies in the data folder') as string });
    expect(await run('export', '--to', folder, '--force', '--format', 'csv')).toMatchObject({ code: 1, stderr: `${JSON.stringify(folder)} exists and is no file; name a file.\n` });
    expect(await run('export', '--to', join(folder, 'no', 'x.csv'))).toMatchObject({ code: 1, stderr: expect.stringContaining('a part of the path does not exist (ENOENT)') as string });
    if (existsSync('/dev/full')) expect(await run('export', '--to', '/dev/full', '--force')).toMatchObject({ code: 1, stderr: expect.stringContaining('is no file') as string });
    expect(readdirSync(folder)).toEqual(['log.csv']);
    expect((await run('export', '--to', '-', '--format', 'xlsx')).code).toBe(2);
    expect((await run('export', '--to', 'x', '--format', 'doc')).stderr).toContain('must be one of csv, jsonl, xlsx');
    expect((await run('export')).code).toBe(2);
  });
});

async function sheetXml(file: string): Promise<string> {
  const { openZip } = await import('../../../src/adapters/packed/open-zip.js');
  const zip = await openZip(readFileSync(file));
  if ('reason' in zip) throw new Error(zip.reason);
  const sheet = zip.members.find(({ name }) => name.endsWith("sheet1.xml"))!;
  return Buffer.from(await sheet.read()).toString('utf8');
}
