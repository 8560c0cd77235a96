import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { runCli, startEntrance } from './run-cli.js';

let folder = '';
let data: string[] = [];
beforeEach(() => {
  // A space, Chinese and an emoji, as somebody's folder may be called.
  folder = mkdtempSync(join(tmpdir(), 'huida 会答🙂-'));
  data = ['--data', join(folder, 'data')];
});

const write = (name: string, content: string | Uint8Array): string => {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
};
const MINUTES = '# 村务会议\n\n2025年3月1日，村务会议决定修缮三座桥。\n';

/** One sentence, no stack. */
const expectOneSentence = (stderr: string): void => {
  expect(stderr.trimEnd()).not.toContain('\n');
  expect(stderr).not.toMatch(/\bat .*:\d+:\d+/u);
  expect(stderr).toMatch(/[.?]\n$/u);
};
const expectNothingWritten = (): void => { expect(existsSync(join(folder, 'data', 'generations')) ? readdirSync(join(folder, 'data', 'generations')) : []).toEqual([]); };

describe('huida ingest', () => {
  it.each([
    ['a path that does not exist', () => join(folder, 'absent.md'), /absent\.md/u],
    ['an empty folder', () => { mkdirSync(join(folder, 'empty')); return join(folder, 'empty'); }, /No document found/u],
    ['an empty file', () => write('a.md', ''), /empty/u],
    ['a binary file', () => write('a.txt', new Uint8Array([1, 0, 2, 0, 255])), /binary|zero byte/iu],
    ['invalid UTF-8', () => write('a.txt', new Uint8Array([0xc3, 0x28, 0x61])), /UTF-8/u],
    ['another kind of file', () => write('a.exe', 'MZ'), /\.md, \.txt, \.jsonl/u],
    ['a row without text', () => write('a.jsonl', '{"id":"x","title":"y"}\n'), /text/u],
    ['a file as a folder', () => join(write('a.md', MINUTES), 'below'), /a\.md/u],
  ])('refuses %s in one sentence', async (_name, make, sentence) => {
    const run = await runCli(['ingest', make(), ...data]);
    expect(run.code).toBe(1);
    expect(run.stdout).toBe('');
    expect(run.stderr).toMatch(sentence);
    expectOneSentence(run.stderr);
    expectNothingWritten();
  });

  it('takes the good files of a folder and names the bad ones', async () => {
    mkdirSync(join(folder, 'in'));
    write('in/good.md', MINUTES);
    write('in/broken.txt', new Uint8Array([0xff, 0xfe, 0xfd]));
    write('in/rows.jsonl', '{"id":"a","title":"乙","text":"第二次会议决定种树一百棵。"}\n{"id":"b","title":"丙"}\nno json\n');
    const run = await runCli(['ingest', '--json', join(folder, 'in'), ...data]);
    expect(run.code).toBe(0);
    const summary = JSON.parse(run.stdout) as { documents: number; skipped: { file: string; reason: string }[] };
    expect(summary.documents).toBe(2);
    expect(summary.skipped).toHaveLength(3);
    for (const { reason } of summary.skipped) expect(reason).toMatch(/.\.$/u);
  });

  it('keeps the live index when the next ingest fails', async () => {
    await runCli(['ingest', write('good.md', MINUTES), ...data]);
    expect((await runCli(['ingest', join(folder, 'absent.md'), ...data])).code).toBe(1);
    const run = await runCli(['status', '--json', ...data]);
    expect(JSON.parse(run.stdout)).toMatchObject({ state: 'open', generation: { counts: { documents: 1 } } });
  });

  it('cannot write a data folder that lies below a file', async () => {
    const run = await runCli(['ingest', write('good.md', MINUTES), '--data', join(write('file', ''), 'data')]);
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(/^The data folder ".*" cannot be .*; name a folder with write permission.*\.\n$/u);
  });
});

describe('huida ask', () => {
  it.each([
    ['empty', ''],
    ['white space', ' \u3000\n'],
    ['control characters', '\u0001\u0002\u001B\u0007'],
    ['10,000 characters', '问'.repeat(10_000)],
  ])('handles a question that is %s', async (_name, question) => {
    const run = await runCli(['ask', '--json', question, ...data]);
    expect(run.code).toBe(0);
    expect(JSON.parse(run.stdout)).toMatchObject({ status: expect.stringMatching(/^clarification_/u) as string, citations: [] });
  });

  it('asks every naughty question of a batch and stays whole', async () => {
    const questions = ['__proto__', 'constructor', '"; DROP TABLE records; --', 'NEAR( a* OR col:', '\uD800', '🏳️‍🌈'.repeat(100), '？'.repeat(4096), '<b>&#x1F600;', '${process.env}', '../../etc/passwd'];
    const input = questions.map((question, index) => JSON.stringify({ id: String(index), question })).join('\n');
    const run = await runCli(['ask', '--batch', '-', ...data], { input });
    expect(run.code).toBe(0);
    const statuses = run.stdout.trimEnd().split('\n').map((line) => (JSON.parse(line) as { status: string }).status);
    expect(statuses).toHaveLength(questions.length);
    expect(statuses.filter((status) => !/^(answered|refused|clarification)/u.test(status))).toEqual([]);
  });

  it('cannot write a data folder that lies below a file, and says it as JSON too', async () => {
    const run = await runCli(['ask', '--json', '会议决定了什么？', '--data', join(write('file', ''), 'data')]);
    expect(run.code).toBe(1);
    expect(JSON.parse(run.stdout)).toMatchObject({ error: { exitCode: 1 } });
    expectOneSentence(run.stderr);
  });

  it('fills an empty data folder from the corpus folder', async () => {
    mkdirSync(join(folder, 'records'));
    write('records/a.md', MINUTES);
    const run = await runCli(['ask', '--json', '村务会议决定修缮几座桥？'], { cwd: folder, environment: { CORPUS_DIR: 'records' } });
    expect(run.stderr).toBe(`No index yet in ${join(folder, 'data')}: reading ${join(folder, 'records')} first.\n`);
    expect(JSON.parse(run.stdout)).toMatchObject({ status: 'answered', citations: [{ documentId: 'a.md' }] });
  });

  it('rebuilds a damaged index from what was ingested', async () => {
    await runCli(['ingest', write('good.md', MINUTES), ...data]);
    const generations = join(folder, 'data', 'generations');
    const [id = ''] = readdirSync(generations);
    for (const name of readdirSync(join(generations, id))) writeFileSync(join(generations, id, name), 'damaged');
    expect(JSON.parse((await runCli(['status', '--json', ...data])).stdout)).toMatchObject({ state: 'refused', generation: null });
    const run = await runCli(['ask', '--json', '村务会议决定修缮几座桥？', ...data]);
    expect(run.stderr).toMatch(/ Rebuilding from .*good\.md\.\n$/u);
    expect(JSON.parse(run.stdout)).toMatchObject({ status: 'answered', citations: [{ documentId: 'good.md' }] });
  });

  it('ends quietly when the reader has seen enough', async () => {
    const child = startEntrance('cli.ts', ['ask', '--batch', '-', ...data], folder, {});
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => { stderr += text; });
    child.stdin.on('error', () => undefined);
    child.stdin.write(`${JSON.stringify({ id: '1', question: '' })}\n`);
    await once(child.stdout, 'data');
    child.stdout.destroy();
    child.stdin.end(`${JSON.stringify({ id: '2', question: '' })}\n`);
    expect((await once(child, 'close'))[0]).toBe(0);
    expect(stderr).toBe('');
  });
});

describe('huida status', () => {
  it('changes nothing on disk', async () => {
    const run = await runCli(['status', ...data]);
    expect(run.code).toBe(0);
    expect(run.stdout).toMatch(/index +none yet/u);
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });
});

describe('a broken configuration', () => {
  it.each([
    ['BOT_TOKN=1', /Unknown key "BOT_TOKN" in the \.env file: did you mean BOT_TOKEN\?/u],
    ['TELEGRAM_API_ROOT=ftp://x', /TELEGRAM_API_ROOT is "ftp:\/\/x", but must be an http/u],
  ])('%s ends with exit code 2', async (line, sentence) => {
    write('.env', line);
    const run = await runCli(['ask', 'x'], { cwd: folder });
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toMatch(sentence);
    expectOneSentence(run.stderr);
    expect((await runCli(['--help'], { cwd: folder })).code).toBe(0);
  });
});
