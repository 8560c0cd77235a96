import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../src/adapters/sqlite/open-database.js';
import { openRecordLog } from '../../../src/adapters/sqlite/record-log.js';
import { recordSaying } from '../../adapters/sqlite/sample-log.js';
import { temporaryFolder } from '../../adapters/temporary-folder.js';
import { PROJECT } from '../../house/project.js';
import { runCli } from '../run-cli.js';

function folderWithLog(name = 'data'): string {
  const data = join(temporaryFolder(), name);
  const log = openRecordLog(join(data, 'records.sqlite'));
  for (const id of ['a', 'b']) log.append(recordSaying(id, `问题${id}\u001B[2J`));
  log.close();
  return data;
}
const verify = async (data: string) => await runCli(['audit', 'verify', '--data', data]);

describe('133: audit verify', () => {
  it.each([
    ['nothing at all', (data: string) => { mkdirSync(data); }, 0, /^Nothing was logged yet/u],
    ['a file of nothing', (data: string) => { mkdirSync(data); writeFileSync(join(data, 'records.sqlite'), ''); }, 1, /^records: BAD: /u],
    ['no database', (data: string) => { mkdirSync(data); writeFileSync(join(data, 'records.sqlite'), 'x'.repeat(9_000)); }, 1, /^records: BAD: the database cannot be read/u],
    ['a database of something else', (data: string) => { mkdirSync(data); const other = openDatabase(join(data, 'records.sqlite')); other.exec('CREATE TABLE cats (name)'); other.close(); }, 1, /^records: BAD: /u],
    ['a folder in its place', (data: string) => { mkdirSync(join(data, 'records.sqlite'), { recursive: true }); }, 1, /^records: BAD: /u],
  ] as [string, (data: string) => void, number, RegExp][])('says what is wrong with %s, without a stack', async (_name, make, code, sentence) => {
    const data = join(temporaryFolder(), 'data');
    make(data);
    const run = await verify(data);
    expect([run.code, run.stderr]).toEqual([code, '']);
    expect(run.stdout).toMatch(sentence);
    expect(run.stdout.trimEnd()).not.toContain('\n');
  });

  it('checks the log of a newer program by what it knows, and the log itself is then refused in one sentence', async () => {
    const data = folderWithLog();
    const newer = openDatabase(join(data, 'records.sqlite'));
    newer.exec('PRAGMA user_version = 1000');
    newer.close();
    expect((await verify(data)).code).toBe(0);
    const run = await runCli(['logs', 'list', '--json', '--data', data]);
    expect(run).toMatchObject({ code: 1, stderr: expect.stringMatching(/^The log .* has schema version 1000 and this program knows versions up to \d+; .*\.\n$/u) as string });
    expect(JSON.parse(run.stdout)).toMatchObject({ error: { exitCode: 1 } });
  });
});

describe('136, 137: the command line', () => {
  it('acts on no terminal, whatever the surroundings', async () => {
    const data = folderWithLog();
    for (const environment of [{ NO_COLOR: '1' }, { LANG: 'C', LC_ALL: 'C' }, { TERM: 'dumb', COLUMNS: '20' }, { FORCE_COLOR: '0', TZ: 'Pacific/Kiritimati' }] as Record<string, string>[]) {
      const list = await runCli(['logs', 'list', '--data', data], { environment });
      expect([list.code, list.stderr]).toEqual([0, '']);
      expect(list.stdout).toBe('2025-02-20T08:30:00.000Z b cli answered 问题b\n2025-02-20T08:30:00.000Z a cli answered 问题a\n');
      // eslint-disable-next-line no-control-regex -- control characters are what is looked for
      expect((await runCli(['logs', 'show', 'a', '--data', data], { environment })).stdout).not.toMatch(/[\u001B\u009B]/u);
    }
  });

  it.each(['with space', '中文 会答', '🙂', 'line\nbreak', "quote'\"", '-dash', '%00', 'ä', '$HOME'])('works in a folder called %j, from another folder', async (name) => {
    const data = folderWithLog(name);
    const run = await runCli(['logs', 'search', '问题a', '--data', data], { cwd: join(data, '..'), environment: {} });
    expect(run).toMatchObject({ code: 0, stdout: '2025-02-20T08:30:00.000Z a cli answered 问题a\n', stderr: '' });
    expect((await runCli(['audit', 'verify', `--data=${name}`], { cwd: join(data, '..') })).code).toBe(0);
  });

  it('139: gives JSON under every error', async () => {
    const data = folderWithLog();
    for (const words of [['logs', 'list', '--json', '--since', '明天'], ['logs', 'list', '--json', '--limit', '0'], ['logs', 'show', 'nobody', '--json'], ['logs', 'stats', '--json', '--days', '3.5'], ['logs', 'purge', '--json'], ['logs', 'nothing', '--json'], ['replay', '--json', '--limit', '1e9'], ['backup', '--json'], ['restore', '--json', join(PROJECT, 'src')]]) {
      const run = await runCli([...words, '--data', data]);
      expect([words, run.code]).toEqual([words, words.includes('nobody') || words.includes('restore') ? 1 : 2]);
      expect(JSON.parse(run.stdout)).toMatchObject({ error: { exitCode: run.code, message: run.stderr.trimEnd() } });
      expect(run.stderr.trimEnd()).not.toContain('\n');
    }
  });
});
