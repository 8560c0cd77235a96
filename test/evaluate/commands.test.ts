import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT } from '../house/project.js';
import { temporaryFolder } from '../adapters/temporary-folder.js';

/** Runs a measuring command from its sources, with a folder of sets that is empty. */
function run(script: string, ...words: string[]): { status: number | null; stdout: string; stderr: string } {
  const nowhere = temporaryFolder();
  return spawnSync(process.execPath, ['--import', join(PROJECT, 'node_modules/tsx/dist/loader.mjs'), join(PROJECT, 'test/evaluate', script), ...words, '--shared', nowhere], { cwd: PROJECT, encoding: 'utf8' });
}

describe('bad input ends with one sentence and exit code 2', () => {
  it.each([
    ['evaluate-tables.ts', ['moon'], 'There is no set "moon"; choose from pages, corpus'],
    ['evaluate-tables.ts', ['corpus', '--failures', 'many'], '--failures "many" is not a whole number'],
    ['ablation.ts', ['moon'], 'There is no set "moon"; choose from pages, corpus'],
    ['ablation.ts', ['--most', '0'], '--most "0" is not a whole number'],
    ['learn.ts', ['moon'], '"moon" cannot be learned; choose ranking, sentence, acceptance, strength.'],
    ['learn.ts', ['--keep', 'moon'], '--keep "moon" is no feature; choose from lexical'],
    ['learn.ts', ['--hold', 'fast'], '--hold "fast" is not a number'],
  ])('%s %j', (script, words, sentence) => {
    const { status, stderr, stdout } = run(script, ...words);
    expect(stderr).toContain(sentence);
    expect(stderr).not.toContain('    at ');
    expect([status, stdout]).toEqual([2, '']);
  });
});

it('evaluate names the sets that are not here, and strictness minds measured targets only', () => {
  const { status, stdout } = run('evaluate-tables.ts', 'pages', 'minutes', '--strict');
  expect(stdout).toMatch(/\| pages \| skipped: .*seeds is not here/u);
  expect(stdout).toMatch(/\| minutes \| skipped: .*dev\.jsonl is not here/u);
  expect(stdout).toContain('Every target that was measured is met.');
  expect(status).toBe(0);
});
