import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { auditRecords } from '../../src/adapters/sqlite/audit-file.js';
import { openRecordLog } from '../../src/adapters/sqlite/record-log.js';
import { readConfig } from '../../src/config.js';
import type { Answer } from '../../src/domain/answer.js';
import { auditDataFolder } from '../../src/wire-audit.js';
import { backUpDataFolder, restoreDataFolder } from '../../src/wire-backup.js';
import { bindHouse, type BoundHouse } from '../../src/wiring.js';
import { engines } from '../adapters/sqlite/engines.js';
import { recordSaying } from '../adapters/sqlite/sample-log.js';
import { temporaryFolder } from '../adapters/temporary-folder.js';
import { PROJECT } from '../house/project.js';
import { runWithFakes } from './fake-entrance.js';

const loader = join(PROJECT, 'node_modules/tsx/dist/loader.mjs');
const run = async (...words: string[]) => await runWithFakes(words, { backUp: async (data, target, days) => await backUpDataFolder(data ?? '', target, days), restore: (data, from) => restoreDataFolder(data ?? '', from) });

function smallFolder() {
  const folder = temporaryFolder();
  const [data, backups] = [join(folder, 'data'), join(folder, 'backups')];
  const log = openRecordLog(join(data, 'records.sqlite'));
  for (let row = 1; row <= 5; row++) log.append(recordSaying(`r${row}`, `问题${row}`));
  log.close();
  writeFileSync(join(data, 'thesaurus.json'), '{}');
  mkdirSync(join(data, 'generations'));
  return { folder, data, backups };
}

describe('the drill', () => {
  it('34: backs up under load, restores into an empty folder, and the chains verify with their heads', async () => {
    const folder = temporaryFolder();
    const [data, backups, restored] = [join(folder, 'data'), join(folder, 'backups'), join(folder, 'restored')];
    const writer = spawn(process.execPath, ['--import', loader, fileURLToPath(new URL('write-forever.ts', import.meta.url)), data], { stdio: ['ignore', 'pipe', 'inherit'] });
    onTestFinished(() => { writer.kill('SIGKILL'); });
    const lines = createInterface(writer.stdout)[Symbol.asyncIterator]();
    const safe: string[] = [];
    const until = async (count: number): Promise<void> => { while (safe.length < count) safe.push((await lines.next()).value as string); };
    await until(30);
    const before = safe.length;
    const reports: string[] = [];
    for (let round = 0; round < 3; round++) {
      const { code, stdout } = await run('backup', backups, '--data', data, '--json');
      expect(code).toBe(0);
      reports.push((JSON.parse(stdout) as { folder: string }).folder);
      await until(safe.length + 10);
    }
    writer.kill('SIGKILL');
    const { code, stdout } = await run('restore', reports[1]!, '--data', restored, '--json');
    expect(code).toBe(0);
    const report = JSON.parse(stdout) as { reports: { name: string; rows: number; problem: null; head: { link: number; hash: string } }[]; durationMs: number };
    expect(report.reports.map(({ name, problem }) => [name, problem])).toEqual([['records', null], ['actions', null]]);
    // What was noted of the restored heads is what the original chain says too.
    expect(auditDataFolder({ dataFolder: data }, report.reports.map(({ name, head }) => ({ name, ...head }))).map(({ problem }) => problem)).toEqual([null, null]);
    const [original, copy] = [openRecordLog(join(data, 'records.sqlite')), openRecordLog(join(restored, 'records.sqlite'))];
    for (const id of safe.slice(0, before)) expect([id, copy.find(id)]).toEqual([id, original.find(id)]);
    expect([...copy.select({ text: '问题7' }, 'newest first')].map(({ id }) => id)).toContain('r7');
    copy.append(recordSaying('later', '之后'));
    original.close();
    copy.close();
    expect(auditDataFolder({ dataFolder: restored }).map(({ problem }) => problem)).toEqual([null, null]);
    console.log(`drill: ${copy.engine}, restored ${report.reports[0]!.rows} records in ${report.durationMs} ms`);
  });

  it('34: gives the same answers from a restored folder, whose index is made again', async () => {
    const folder = temporaryFolder();
    const corpus = join(folder, 'corpus');
    mkdirSync(corpus);
    for (let village = 1; village <= 25; village++) writeFileSync(join(corpus, `${village}.md`), `---\ntitle: 第${village}村村务会议纪要\nbody: 第${village}村村民委员会\nmeeting: 村务会议\ndate: 2025-03-01\n---\n2025年3月1日，第${village}村村务会议决定修缮${village + 2}座桥，拨款${village * 10}万元。\n`);
    const houseOf = (data: string): BoundHouse => bindHouse({ ...readConfig({ environment: {}, folder }), dataFolder: data, corpusFolder: join(folder, 'nowhere') }, () => undefined);
    const said = ({ status, answer, citations }: Answer) => ({ status, answer, citations });
    const questions = Array.from({ length: 25 }, (_, index) => [`第${index + 1}村村务会议决定修缮几座桥？`, `第${index + 1}村村务会议拨款多少？`]).flat();
    const first = houseOf(join(folder, 'data'));
    await first.ingest([corpus], () => undefined);
    const answers: object[] = [];
    for (const [index, question] of questions.entries()) answers.push(said(await first.answer({ id: `q${index}`, question, history: [] }, 'cli')));
    const { stdout } = await run('backup', join(folder, 'backups'), '--data', join(folder, 'data'), '--json');
    first.close();
    await run('restore', (JSON.parse(stdout) as { folder: string }).folder, '--data', join(folder, 'restored'));
    const second = houseOf(join(folder, 'restored'));
    for (const [index, question] of questions.entries()) expect(said(await second.answer({ id: `again${index}`, question, history: [] }, 'cli'))).toEqual(answers[index]);
    second.close();
  });
});

describe('a backup', () => {
  it.each(engines)('by %s is read by both engines, and holds nothing half made', async (engine) => {
    const { data, backups } = smallFolder();
    const { folder } = await backUpDataFolder(data, backups, 30, { engine });
    expect(readdirSync(backups)).toHaveLength(1);
    expect(readdirSync(folder)).toEqual(['backup.json', 'records.sqlite', 'records.sqlite.anchor', 'thesaurus.json']);
    for (const reader of engines) expect(auditRecords(join(folder, 'records.sqlite'), [], { engine: reader })).toMatchObject({ rows: 5, problem: null });
    expect(readdirSync(folder)).toHaveLength(4);
    expect(restoreDataFolder(join(data, '..', 'restored'), folder).reports).toMatchObject([{ rows: 5, problem: null }]);
  });

  it('is kept for its days, and the newest for ever', async () => {
    const { data, backups } = smallFolder();
    const at = async (day: string): Promise<string[]> => (await backUpDataFolder(data, backups, 30, { now: new Date(day) })).removed;
    mkdirSync(join(backups, 'huida-mine'), { recursive: true });
    expect([await at('2025-01-01T00:00:00Z'), await at('2025-01-20T00:00:00Z'), await at('2025-02-10T00:00:00Z'), await at('2026-01-01T00:00:00Z')]).toEqual([[], [], ['huida-2025-01-01T00-00-00-000Z'], ['huida-2025-01-20T00-00-00-000Z', 'huida-2025-02-10T00-00-00-000Z']]);
    expect(readdirSync(backups).sort()).toEqual(['huida-2026-01-01T00-00-00-000Z', 'huida-mine']);
  });

  it('that is not what it was, or would overwrite something, is not restored', async () => {
    const { folder, data, backups } = smallFolder();
    const { folder: made } = await backUpDataFolder(data, backups, 30);
    expect(await run('restore', made, '--data', data)).toMatchObject({ code: 1, stderr: expect.stringMatching(/holds "records\.sqlite.*" already; stop the service/u) as string });
    const empty = join(folder, 'empty');
    const manifest = readFileSync(join(made, 'backup.json'), 'utf8');
    writeFileSync(join(made, 'backup.json'), manifest.replace('"thesaurus.json"', '"../thesaurus.json"'));
    expect(await run('restore', made, '--data', empty)).toMatchObject({ code: 1, stderr: expect.stringContaining('is no backup') as string });
    writeFileSync(join(made, 'backup.json'), manifest);
    writeFileSync(join(made, 'thesaurus.json'), '[]');
    expect(await run('restore', made, '--data', empty, '--json')).toMatchObject({ code: 1, stderr: expect.stringContaining('is not what was backed up; use another backup') as string });
    rmSync(join(made, 'thesaurus.json'));
    expect(await run('restore', made, '--data', empty)).toMatchObject({ code: 1, stderr: expect.stringContaining('is missing') as string });
    expect((await run('restore', join(folder, 'nowhere'), '--data', empty)).stderr).toContain('is no backup');
  });

  it.each([
    [['backup', 'INSIDE'], 2, /lies in the data folder and would be lost with it/u], [['backup', 'OUT', '--data', '/no/such/folder'], 1, /nothing to back up/u], [['backup', ''], 2, /empty or not a path/u], [['backup'], 2, /missing required argument 'dir'/u],
    [['backup', 'OUT', '--keep-days', '0'], 2, /whole number/u], [['backup', 'OUT', '--keep-days', 'forever'], 2, /whole number/u], [['backup', '/dev/null/x'], 1, /cannot be written because a part of the path is a file/u], [['restore'], 2, /missing required argument/u],
  ] as [string[], number, RegExp][])('refuses %j in one sentence', async (words, code, sentence) => {
    const { data, backups } = smallFolder();
    const given = words.map((word) => (word === 'INSIDE' ? join(data, 'backups') : word === 'OUT' ? backups : word));
    const outcome = await run(...given, ...(words.includes('--data') ? [] : ['--data', data]));
    expect([outcome.code, outcome.stdout]).toEqual([code, '']);
    expect(outcome.stderr).toMatch(sentence);
    expect(outcome.stderr.trimEnd()).not.toContain('\n');
  });
});
