import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { auditActions, auditRecords } from '../../../src/adapters/sqlite/audit-file.js';
import { runWithFakes } from '../fake-entrance.js';
import { logFolder, recordOf } from './log-folder.js';

const passages = [{ passageId: 'a#1.1', title: '决议', text: '收到三十件。', lexicalScore: 1, vectorScore: 0.5, score: 0.9, isKept: true }];
const RECORDS = [
  recordOf('q1', '收到\n几件？\u001B[31m', { askedAtUtc: '2026-01-02T03:04:05.000Z', standaloneQuestion: '四次会议收到几件？', passages }),
  recordOf('q2', '滑雪場的票价？', { askedAtUtc: '2026-01-03T03:04:05.000Z' }, { status: 'refused_not_in_passages', answer: '没有记录' }),
  recordOf('q3', '听说修了三座桥？', { askedAtUtc: '2026-01-04T03:04:05.000Z' }, { status: 'answered_partly', verdict: 'contradicted', engine: 'draft', answer: '两座 [1]' }),
];
const ids = (stdout: string): string[] => stdout.trimEnd().split('\n').filter((line) => line !== '').map((line) => line.split(' ')[1]!);

describe('huida logs list', () => {
  it('lists one line a question, newest first, with nothing that acts on a terminal', async () => {
    const run = await logFolder(RECORDS.slice(0, 1)).run('list');
    expect(run.stdout).toBe('2026-01-02T03:04:05.000Z q1 telegram answered 收到 几件？\n');
    expect(ids((await logFolder(RECORDS).run('list', '--limit', '2')).stdout)).toEqual(['q3', 'q2']);
  });

  it('narrows by why a record waits for a moderator, low evidence among it', async () => {
    const { run } = logFolder([...RECORDS, recordOf('q4', '几点开门？', { askedAtUtc: '2026-01-05T03:04:05.000Z', strength: 0.41 }), recordOf('q5', '几点关门？', { askedAtUtc: '2026-01-06T03:04:05.000Z', strength: 0.97 })]);
    const listed = async (why: string): Promise<string[]> => ids((await run('list', '--waiting', why)).stdout);
    expect([await listed('weak'), await listed('refused'), await listed('partly'), await listed('any'), await listed('flagged')]).toEqual([['q4'], ['q2'], ['q3'], ['q4', 'q3', 'q2'], []]);
    expect([(await run('show', 'q4')).stdout, (await run('show', 'q5')).stdout, (await run('show', 'q1')).stdout].map((shown) => /Evidence: .*/u.exec(shown)?.[0])).toEqual(['Evidence: 0.41 of 1, low', 'Evidence: 0.97 of 1', undefined]);
    await run('review', 'q4', '--verdict', 'right');
    expect(await listed('weak')).toEqual([]);
  });

  it('gives whole records as JSON lines', async () => {
    const run = await logFolder(RECORDS).run('list', '--json');
    expect(run.stdout.trimEnd().split('\n').map((line) => JSON.parse(line) as unknown)).toEqual([...RECORDS].reverse());
  });

  it.each([
    [['--since', '2026-01-03'], ['q3', 'q2']], [['--until', '2026-01-03'], ['q2', 'q1']], [['--since', '2026-01-03T03:04:06Z'], ['q3']], [['--until', '2026-01-03T03:04:05Z'], ['q1']],
    [['--since', '2026-01-03T11:04:05+08:00', '--until', '2026-01-03'], ['q2']], [['--since', '1m'], []], [['--status', 'answered'], ['q3', 'q1']], [['--status', 'answered_partly'], ['q3']], [['--status', 'refused'], ['q2']],
    [['--engine', 'draft'], ['q3']], [['--verdict', 'contradicted'], ['q3']], [['--verdict', 'none'], ['q3', 'q2', 'q1']], [['--verdict', 'right'], []],
  ])('narrowed by %j gives %j', async (options, expected) => {
    const run = await logFolder(RECORDS).run('list', ...options);
    expect([run.code, ids(run.stdout)]).toEqual([0, expected]);
  });

  it.each([
    ['--since', '31/02', /^--since is "31\/02", but must be a day \(2025-03-01\).*\.\n$/u], ['--since', '明天', /^--since is "明天"/u], ['--until', '2025-02-30', /^--until is "2025-02-30"/u], ['--since', '2025-13-01', /but must be a day/u],
    ['--since', '', /^--since is ""/u], ['--since', '9'.repeat(400), /but must be a day/u], ['--status', 'refusd', /^--status is "refusd", but must be one of answered, clarification, refused, failed,/u], ['--engine', 'gpt', /must be one of extract, draft/u],
    ['--verdict', 'good', /must be one of right, wrong, incomplete, none, supported/u], ['--waiting', 'low', /^--waiting is "low", but must be one of any, flagged, .*, weak;/u], ['--limit', '0', /whole number from 1/u], ['--limit', '-1', /whole number/u], ['--limit', '1e9', /whole number/u], ['--limit', '3.5', /whole number/u], ['--limit', 'NaN', /whole number/u],
  ])('138, 140: refuses %s %s in one sentence', async (flag, value, sentence) => {
    const run = await logFolder(RECORDS).run('list', flag, value);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toMatch(sentence);
    expect(run.stderr.trimEnd()).not.toContain('\n');
  });

  it('138: refuses a range that ends before it begins', async () => {
    expect(await logFolder(RECORDS).run('list', '--json', '--since', '2026-02-01', '--until', '2026-01-01')).toMatchObject({ code: 2, stderr: '--since 2026-02-01 is not before --until 2026-01-01; exchange the two.\n', stdout: expect.stringContaining('"exitCode":2') as string });
  });

  it('makes no log by reading one', async () => {
    const { run, dataFolder } = logFolder([]);
    for (const words of [['list'], ['search', '桥'], ['stats'], ['path'], ['purge', '--older-than', '1', '--yes'], ['export', '--to', '-']]) expect((await run(...words)).code).toBe(0);
    expect(existsSync(dataFolder)).toBe(false);
  });
});

describe('huida logs search', () => {
  it.each([[['滑雪场'], ['q2']], [['票價'], ['q2']], [['三', '桥'], ['q3']], [['三十件'], ['q1']], [['游泳'], []], [['"; DROP TABLE records; --'], []], [['件', '--status', 'refused'], []]])('finds for %j %j', async (words, expected) => {
    const run = await logFolder(RECORDS).run('search', ...words);
    expect([run.code, ids(run.stdout)]).toEqual([0, expected]);
  });

  it('refuses what has nothing to be looked for', async () => {
    const { run } = logFolder(RECORDS);
    expect(await run('search', '？！')).toMatchObject({ code: 2, stderr: 'The text is "？！", but must hold a letter, a character or a figure; write what the question or its answer says.\n' });
    expect((await run('search')).code).toBe(2);
  });
});

describe('huida logs show', () => {
  it('shows a record with what was understood and looked at', async () => {
    const { stdout } = await logFolder(RECORDS).run('show', 'q1');
    expect(stdout).toContain('Understood as: 四次会议收到几件？');
    expect(stdout).toContain('+ 0.900 决议 (a#1.1)');
  });

  it('says so when there is no such record', async () => {
    for (const command of [['show', 'q9'], ['review', 'q9', '--verdict', 'right']]) expect(await logFolder(RECORDS).run(...command)).toMatchObject({ code: 1, stdout: '', stderr: 'There is no record "q9" in the log; "huida logs list" shows the ids.\n' });
  });
});

describe('huida logs review', () => {
  it('judges as the console does, in the chain of actions', async () => {
    const { run, dataFolder } = logFolder(RECORDS);
    expect(await run('review', 'q1', '--verdict', 'wrong', '--note', '是另一次会议\u001B[2J')).toMatchObject({ code: 0, stdout: 'q1 is judged wrong.\n' });
    expect((await run('list', '--verdict', 'wrong')).stdout).toBe('2026-01-02T03:04:05.000Z q1 telegram answered (wrong) 收到 几件？\n');
    expect((await run('show', 'q1')).stdout).toContain('Judged wrong by local: 是另一次会议\n');
    expect(ids((await run('list', '--verdict', 'none')).stdout)).toEqual(['q3', 'q2']);
    expect(auditActions(`${dataFolder}/console.sqlite`)).toMatchObject({ rows: 1, problem: null });
  });

  it.each([[['--verdict', 'good'], /must be one of right, wrong, incomplete/u], [[], /required option '--verdict/u], [['--verdict', 'right', '--note', '字'.repeat(501)], /--note has 501 characters, but may have 500/u]])('refuses %j', async (options, sentence) => {
    const run = await logFolder(RECORDS).run('review', 'q1', ...options);
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(sentence);
  });
});

describe('huida logs stats', () => {
  it('counts what was asked in the last days', async () => {
    const today = new Date().toISOString();
    const { run } = logFolder(RECORDS.map((record) => ({ ...record, askedAtUtc: today })));
    await run('review', 'q1', '--verdict', 'right');
    const { stdout } = await run('stats');
    for (const line of [/^questions +3 in 30 days$/mu, /^answered +2\/3$/mu, /^judged right +1\/1$/mu, /Not on record:\n +1 滑雪場的票价？$/mu]) expect(stdout).toMatch(line);
    expect(JSON.parse((await run('stats', '--json', '--days', '1')).stdout)).toMatchObject({ questions: 3, families: { answered: 2, refused: 1 } });
    expect((await run('stats', '--days', '0')).code).toBe(2);
  });
});

describe('huida logs purge', () => {
  it('tells first, removes with --yes, and the chain still holds', async () => {
    const { run, dataFolder, desk } = logFolder(RECORDS);
    expect((await run('purge', '--before', '2026-01-04')).stdout).toBe('2 records were asked before 2026-01-04T00:00:00.000Z. Nothing was removed; add --yes to remove them.\n');
    expect((await run('list')).stdout.split('\n')).toHaveLength(4);
    expect((await run('purge', '--before', '2026-01-04', '--yes')).stdout).toBe('2 records asked before 2026-01-04T00:00:00.000Z were removed.\n');
    expect(ids((await run('list')).stdout)).toEqual(['q3']);
    expect(auditRecords(`${dataFolder}/records.sqlite`)).toMatchObject({ rows: 1, erased: 2, problem: null });
    expect(desk.reviews().of('').version).toBe(0);
    expect(JSON.parse((await run('purge', '--older-than', '1', '--json')).stdout)).toMatchObject({ records: 1, isDone: false });
  });

  it.each([[[]], [['--before', '2026-01-01', '--older-than', '3']], [['--older-than', '0']], [['--older-than', '-1']], [['--older-than', 'forever']], [['--before', '昨天']]])('refuses %j and removes nothing', async (options) => {
    const { run } = logFolder(RECORDS);
    expect(await run('purge', '--yes', ...options)).toMatchObject({ code: 2, stdout: '' });
    expect(ids((await run('list')).stdout)).toHaveLength(3);
  });
});

describe('huida logs path', () => {
  it('names the files', async () => {
    const { run, dataFolder } = logFolder(RECORDS);
    expect((await run('path')).stdout).toMatch(new RegExp(`^records +${dataFolder}/records\\.sqlite \\(\\d+ bytes\\)$`, 'mu'));
    expect((await run('path')).stdout).toContain('console.sqlite (not there yet)');
  });
});

it('huida logs without a command shows its help', async () => {
  expect((await runWithFakes(['logs'])).code).toBe(2);
});
