import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileSource } from '../../src/adapters/files/file-source.js';
import { screenDocuments } from '../../src/ingest/screen-documents.js';
import { runWithFakes } from './fake-entrance.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'huida-screen-'));
  writeFileSync(join(folder, 'page.txt'), '遗失启事\n本人苗可欣不慎将学生证遗失，学号2020110203，联系电话13800138000，声明作废。\n');
  writeFileSync(join(folder, 'office.md'), '# 公告\n\n市民政局办公电话0538-1234567，2025年预算13800138000元。\n');
});
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

const screen = async (...words: string[]): Promise<{ code: number; output: string }> => {
  const { code, stdout } = await runWithFakes(['screen', folder, ...words], { house: { screen: (paths) => screenDocuments(paths, fileSource()) } });
  return { code, output: stdout };
};

describe('huida screen', () => {
  it('names place and kind of what would be masked, and hides it', async () => {
    const { code, output } = await screen();
    expect(code).toBe(0);
    expect(output).toMatch(/page\.txt:2 name:/);
    expect(output).toContain('2 documents');
    for (const secret of ['苗可欣', '2020110203', '13800138000，']) expect(output).not.toContain(secret);
    expect(output).not.toContain('office.md');
  });

  it('shows it to staff who ask', async () => {
    expect((await screen('--reveal')).output).toContain('[苗可欣]');
  });

  it('gives JSON, without what is masked', async () => {
    const report = JSON.parse((await screen('--json')).output) as { documents: number; spans: { found: string; line: number }[] };
    expect(report.documents).toBe(2);
    expect(report.spans.length).toBeGreaterThanOrEqual(3);
    for (const { found, line } of report.spans) expect([/^＊+$/.test(found), line]).toEqual([true, 2]);
  });
});
