import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openConsoleFile } from '../../../src/adapters/sqlite/console-file.js';
import { judgeAnswer } from '../../../src/evaluate/judge-answer.js';
import { readQuestionRows } from '../../../src/evaluate/question-row.js';
import { expectedOf } from '../../../src/review/golden-row.js';
import { fakeAnswer, runWithFakes } from '../fake-entrance.js';
import { logFolder, recordOf } from './log-folder.js';

const RECORDS = [recordOf('q1', '那立案的呢？', { question: { id: 'q1', question: '那立案的呢？', history: [{ question: '收到多少件提案？' }], asker: 'u-1' } }, { answer: '71件 [1]' }), recordOf('q2', '滑雪场几点开？'), recordOf('q3', '我是＊＊＊＊，几点开？')];

function table() {
  const folder = logFolder(RECORDS);
  return { ...folder, file: join(dirname(folder.dataFolder), 'log.jsonl') };
}

describe('huida logs golden', () => {
  it('adds a row that evaluate reads, with its conversation and without who asked', async () => {
    const { run, file } = table();
    writeFileSync(file, '{"id":"old","question":"?","accept":[],"refuse":true}');
    expect(await run('golden', 'q1', '--accept', '35|三十五', '--accept', '件', '--cite', '提案35件', '--forbid', '71', '--to', file)).toMatchObject({ code: 0, stdout: `log-q1 was added to ${file}.\n` });
    expect((await run('golden', 'q2', '--refuse', '--kind', 'hours', '--to', file)).code).toBe(0);
    const [, row, refusal] = readQuestionRows(file);
    expect(row).toEqual({ id: 'log-q1', kind: 'log', question: '那立案的呢？', accept: [['35|三十五'], ['件']], cite: '提案35件', refuse: false, forbid: ['71'], history: [{ question: '收到多少件提案？' }] });
    expect(refusal).toMatchObject({ id: 'log-q2', kind: 'hours', refuse: true, accept: [] });
    expect(readFileSync(file, 'utf8')).not.toContain('u-1');
    expect(judgeAnswer(row!, fakeAnswer({ id: 'x', question: '', history: [] }, { answer: '71件' }), new Map())).toBe('shows 71');
  });

  it('takes what is right from the answer that a moderator published', async () => {
    const { desk, dataFolder } = table();
    const console = openConsoleFile(join(dataFolder, 'console.sqlite'));
    console.curated.publish({ id: 'c', question: '立案多少件？', answer: '立案35件，占20.5%。 [1]', passageIds: ['p1'], publishedBy: '2', publishedAtUtc: '2026-01-03T00:00:00.000Z', recordId: 'q1' }, ['立案多少件']);
    console.close();
    const rehearse = () => Promise.resolve({ ask: () => Promise.reject(new Error('not asked')), passageText: () => '共立案35件。', sourceText: () => null });
    const { stdout } = await runWithFakes(['logs', 'golden', 'q1'], { house: { logs: () => desk, rehearse } });
    expect(JSON.parse(stdout)).toEqual({ id: 'log-q1', kind: 'log', question: '那立案的呢？', accept: [['(?<![\\d.])35(?!\\d|\\.\\d)'], ['(?<![\\d.])20\\.5%(?!\\d|\\.\\d)']], cite: '35', refuse: false, history: [{ question: '收到多少件提案？' }] });
    expect(expectedOf('由张三（副主任）负责。[1]', ['张三'])).toMatchObject({ accept: ['由张三\\(副主任\\)负责。'], cite: null });
  });

  it.each([
    [['q1'], 2, /^Nobody published a right answer for "q1"; say what is right by --accept/u], [['q1', '--accept', '35', '--refuse'], 2, /one of the two/u], [['q1', '--accept', '('], 2, /^"\(" is no regular expression/u],
    [['q9', '--refuse'], 1, /no record "q9"/u], [['q3', '--refuse'], 1, /was masked in the log/u], [['q1', '--refuse', '--to', '/no/such/folder/x.jsonl'], 1, /cannot be written \(ENOENT\)/u],
  ] as [string[], number, RegExp][])('refuses %j', async (words, code, sentence) => {
    const run = await table().run('golden', ...words);
    expect([run.code, run.stdout]).toEqual([code, '']);
    expect(run.stderr).toMatch(sentence);
  });

  it('adds no row twice and touches no table that cannot be read', async () => {
    const { run, file } = table();
    for (const code of [0, 1]) expect((await run('golden', 'q1', '--refuse', '--to', file)).code).toBe(code);
    writeFileSync(file, 'no json\n');
    expect(await run('golden', 'q2', '--refuse', '--to', file)).toMatchObject({ code: 1, stderr: expect.stringContaining('Line 1 of') as string });
    expect(readFileSync(file, 'utf8')).toBe('no json\n');
  });
});
