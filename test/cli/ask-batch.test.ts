import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Question } from '../../src/domain/answer.js';
import { fakeAnswer, runWithFakes } from './fake-entrance.js';
import { temporaryFolder } from '../adapters/temporary-folder.js';

const echo = { ask: (question: Question) => Promise.resolve(fakeAnswer(question, { answer: `${question.question}${question.history.length}` })) };
const batch = async (input: string) => {
  const run = await runWithFakes(['ask', '--batch', '-'], { house: echo, input });
  return { ...run, lines: run.stdout.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as { id: unknown; answer?: string; error?: { message: string } }) };
};

describe('ask --batch', () => {
  it('gives one object a line, in order, with the id of the line', async () => {
    const run = await batch('{"id":"b","question":"二"}\n{"id":7,"question":"三","history":[{"question":"一"}],"answers":["extra keys are let through"]}\n');
    expect(run.code).toBe(0);
    expect(run.lines.map(({ id, answer }) => [id, answer])).toEqual([['b', '二0'], [7, '三1']]);
  });

  it.each([
    ['not JSON', '{"id":"x"', null, 'is not valid JSON'],
    ['no question', '{"id":"x"}', 'x', 'has no usable "question"'],
    ['a number for a question', '{"id":"x","question":5}', 'x', 'has no usable "question"'],
    ['no id', '{"question":"一"}', null, 'has no usable "id"'],
    ['an array', '[1]', null, 'is not an object'],
    ['null', 'null', null, 'is not an object'],
    ['a wrong history', '{"id":"x","question":"一","history":["二"]}', 'x', 'has no usable "history.0"'],
  ])('goes on after %s', async (_name, line, id, fault) => {
    const run = await batch(`{"id":"a","question":"一"}\n\n${line}\n{"id":"c","question":"三"}`);
    expect(run.code).toBe(1);
    expect(run.lines.map((object) => object.id)).toEqual(['a', id, 'c']);
    expect(run.stderr).toBe(`Line 3 of standard input ${fault}; write it as {"id": "…", "question": "…"}.\n`);
    expect(run.lines[1]?.error?.message).toBe(run.stderr.trimEnd());
  });

  it('takes a mark of byte order, CRLF, U+2028 inside a string, and a last line without an end', async () => {
    const run = await batch('\uFEFF{"id":"a","question":"一"}\r\n{"id":"b","question":"二\u2028三"}');
    expect(run.lines.map(({ answer }) => answer)).toEqual(['一0', '二\u2028三0']);
    expect(run.code).toBe(0);
  });

  it('is done at once when there is nothing to ask', async () => {
    expect(await batch('')).toMatchObject({ code: 0, stdout: '', stderr: '' });
  });

  it('reads a file, and says so when there is none', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, '问题 一.jsonl'), '{"id":"a","question":"一"}\n');
    expect(await runWithFakes(['ask', '--batch', join(folder, '问题 一.jsonl')], { house: echo })).toMatchObject({ code: 0, stderr: '' });
    const absent = await runWithFakes(['ask', '--json', '--batch', join(folder, 'absent')], { house: echo });
    expect(absent).toMatchObject({ code: 1, isClosed: true });
    expect(absent.stderr).toMatch(/^The batch file ".*absent" does not exist or cannot be read; .*\n$/u);
    expect(JSON.parse(absent.stdout)).toMatchObject({ error: { exitCode: 1 } });
    expect((await runWithFakes(['ask', '--batch', folder], { house: echo })).stderr).toMatch(/is a folder/u);
  });

  it('ends with 1 when a question failed', async () => {
    const run = await runWithFakes(['ask', '--batch', '-'], { house: { ask: (question) => Promise.resolve(fakeAnswer(question, { status: 'failed_internal' })) }, input: '{"id":"a","question":"一"}' });
    expect(run.code).toBe(1);
    expect(JSON.parse(run.stdout)).toMatchObject({ id: 'a', status: 'failed_internal' });
  });
});
