import { describe, expect, it } from 'vitest';
import type { Answer, Question, Verdict } from '../../src/domain/answer.js';
import { fakeAnswer, runWithFakes } from './fake-entrance.js';

/** A house whose verdict is the first word of the statement. */
function judging(asked: Question[] = []) {
  const ask = (question: Question): Promise<Answer> => {
    asked.push(question);
    const verdict: Verdict = question.question.includes('真') ? 'supported' : question.question.includes('假') ? 'contradicted' : 'not_found';
    return Promise.resolve(fakeAnswer(question, { verdict, status: verdict === 'not_found' ? 'refused_not_in_passages' : 'answered' }));
  };
  return { house: { ask } };
}

describe('huida check', () => {
  it.each([
    ['真的有三十件。', 0],
    ['假的三十件。', 3],
    ['不知三十件。', 4],
    ['真的有三十件。假的三十件。不知三十件。', 3],
    ['真的有三十件。不知三十件。', 4],
  ])('%s ends with exit code %i', async (text, code) => {
    const run = await runWithFakes(['check', text], judging());
    expect(run).toMatchObject({ code, stderr: '', isClosed: true });
  });

  it('ends with 1 when a statement broke', async () => {
    const run = await runWithFakes(['check', '真的有三十件'], { house: { ask: (question) => Promise.resolve(fakeAnswer(question, { status: 'failed_internal' })) } });
    expect(run.code).toBe(1);
  });

  it('asks for each sentence as a statement, with ids of their own', async () => {
    const asked: Question[] = [];
    await runWithFakes(['check', '真的有三十件。', '假的三十件。'], judging(asked));
    expect(asked.map(({ question, isStatement }) => [question, isStatement])).toEqual([['真的有三十件。', true], ['假的三十件。', true]]);
    expect(new Set(asked.map(({ id }) => id)).size).toBe(2);
  });

  it('prints one object with --json', async () => {
    const run = await runWithFakes(['check', '--json', '真的有三十件。假的三十件。'], judging());
    const check = JSON.parse(run.stdout) as { verdict: string; counts: object; statements: Answer[]; left: number };
    expect(check).toMatchObject({ verdict: 'contradicted', counts: { supported: 1, contradicted: 1, not_found: 0 }, left: 0 });
    expect(check.statements.map(({ question }) => question)).toEqual(['真的有三十件。', '假的三十件。']);
  });

  it('lists several statements with their verdicts', async () => {
    const { stdout } = await runWithFakes(['check', '真的有三十件。假的三十件。'], judging());
    expect(stdout).toContain('1. 真的有三十件。 — supported');
    expect(stdout).toContain('2. 假的三十件。 — CONTRADICTED');
    expect(stdout).toContain('2 statements: 1 supported, 1 contradicted, 0 not found.');
  });

  it('reads standard input for -', async () => {
    const asked: Question[] = [];
    const run = await runWithFakes(['check', '-'], { ...judging(asked), input: '真的有三十件\n真的有四十件\n' });
    expect(run.code).toBe(0);
    expect(asked).toHaveLength(2);
  });

  it('shows no control characters of what it was given', async () => {
    const { stdout } = await runWithFakes(['check', '真\u001B[31m的有三十件。真的有\u0007四十件。'], judging());
    // eslint-disable-next-line no-control-regex -- control characters are what must not be there
    expect(stdout).not.toMatch(/[\u0007\u001B]/u);
  });

  it.each([
    [['check'], '', /No statement was given; write it in quotes/u],
    [['check', ''], '', /No statement was given/u],
    [['check', '！？…'], '', /No statement was given/u],
    [['check', '-'], ' \n', /No statement was given/u],
    [['check', '真'.repeat(100_000)], '', /has 100000 characters, but at most 20000 are checked/u],
    [['check', 'a'], '', /states nothing that could be checked/u],
    [['check', '--data', '', '真的有三十件'], '', /--data is empty/u],
  ] as [string[], string, RegExp][])('refuses %j in one sentence', async (words, input, sentence) => {
    const run = await runWithFakes(words, { ...judging(), input });
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toMatch(sentence);
    expect(run.stderr.trimEnd()).not.toContain('\n');
    expect(run.stderr.length).toBeLessThan(200);
  });
});
