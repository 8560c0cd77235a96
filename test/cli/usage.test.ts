import { describe, expect, it } from 'vitest';
import { ClearError } from '../../src/domain/errors.js';
import { fakeAnswer, runWithFakes } from './fake-entrance.js';

const ask = { house: { ask: (question: Parameters<typeof fakeAnswer>[0]) => Promise.resolve(fakeAnswer(question)) } };

describe('wrong usage ends with exit code 2 and one sentence that says what to do', () => {
  it.each([
    [['aks', 'x'], /unknown command 'aks' \(did you mean ask\?\); see "huida --help"\.\n$/u],
    [['ask', '--jsn', 'x'], /unknown option '--jsn' \(did you mean --json\?\)/u],
    [['ask', '--batch'], /option '--batch <file>' argument missing/u],
    [['ask'], /No question was given; write it in quotes/u],
    [['search'], /No question was given/u],
    [['ask', '--batch', 'f', 'question'], /Both a question and --batch were given/u],
    [['ask', '--data', '', 'x'], /--data is empty/u],
    [['search', '--limit', '0', 'x'], /--limit is "0", but must be a whole number from 1 to 1000/u],
    [['search', '--limit', '-1', 'x'], /--limit is "-1"/u],
    [['search', '--limit', '1e9', 'x'], /--limit is "1e9"/u],
    [['search', '--limit', '3.5', 'x'], /--limit is "3\.5"/u],
    [['search', '--limit', 'NaN', 'x'], /--limit is "NaN"/u],
    [['search', '--limit', '1001', 'x'], /--limit is "1001"/u],
    [['evaluate'], /required option '--questions <file>' not specified/u],
    [['status', 'extra'], /too many arguments/u],
  ] as [string[], RegExp][])('%j', async (words, sentence) => {
    const run = await runWithFakes(words);
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(sentence);
    expect(run.stderr.trimEnd()).not.toContain('\n');
    expect(run.stdout).toBe('');
  });

  it('shows the help when no command is given', async () => {
    const run = await runWithFakes([]);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('Usage: huida');
    expect(run.stderr).toContain('No command was given; see "huida --help".');
  });
});

describe('with --json standard output holds JSON only', () => {
  it.each([
    [['ask', '--json', '--nonsense', 'x'], 2],
    [['ask', '--json'], 2],
    [['nonsense', '--json'], 2],
    [['search', '--json', '--limit', 'x', 'y'], 2],
  ] as [string[], number][])('%j', async (words, code) => {
    const run = await runWithFakes(words);
    expect(run.code).toBe(code);
    const { error } = JSON.parse(run.stdout) as { error: { message: string; exitCode: number } };
    expect(error.exitCode).toBe(code);
    expect(`${error.message}\n`).toBe(run.stderr);
  });

  it('also when the work fails', async () => {
    const run = await runWithFakes(['status', '--json'], { house: { status: () => Promise.reject(new ClearError('The disk is full.')) } });
    expect(run).toMatchObject({ code: 1, stdout: '{"error":{"message":"The disk is full.","exitCode":1}}\n', stderr: 'The disk is full.\n', isClosed: true });
  });

  it('and nothing of the kind when --json is part of the question', async () => {
    const run = await runWithFakes(['ask', '--', '--json'], ask);
    expect(run.stdout).toContain('三十件');
  });
});

describe('the words of a command', () => {
  it('may begin with dashes after --', async () => {
    const asked: string[] = [];
    await runWithFakes(['ask', '--', '-5%', '是什么'], { house: { ask: (question) => { asked.push(question.question); return Promise.resolve(fakeAnswer(question)); } } });
    expect(asked).toEqual(['-5% 是什么']);
  });

  it('name the data folder', async () => {
    expect((await runWithFakes(['ask', '--data', '资料 夹', 'x'], ask)).dataFolder).toBe('资料 夹');
    expect((await runWithFakes(['ask', 'x'], ask)).dataFolder).toBeNull();
  });

  it('may hold a flag twice: the last one counts', async () => {
    expect((await runWithFakes(['ask', '--data', 'a', '--data', 'b', 'x'], ask)).dataFolder).toBe('b');
  });

  it.each([['--version', '9.8.7\n'], ['-V', '9.8.7\n']])('%s prints the version', async (flag, text) => {
    expect(await runWithFakes([flag])).toMatchObject({ code: 0, stdout: text, stderr: '' });
  });

  it.each(['ingest', 'ask', 'check', 'search', 'logs', 'status', 'evaluate', 'serve'])('%s --help shows an example', async (command) => {
    const run = await runWithFakes([command, '--help']);
    expect(run.code).toBe(0);
    expect(run.stdout).toMatch(new RegExp(`Examples?:[^]*huida ${command}`, 'u'));
  });
});

describe('exit codes of ask', () => {
  it.each([['answered', 0], ['refused_not_in_passages', 0], ['clarification_empty_question', 0], ['failed_internal', 1]] as const)('%s is %i', async (status, code) => {
    const run = await runWithFakes(['ask', 'x'], { house: { ask: (question) => Promise.resolve(fakeAnswer(question, { status })) } });
    expect(run.code).toBe(code);
    expect(run.isClosed).toBe(true);
  });
});
