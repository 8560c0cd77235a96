import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PROJECT } from '../house/project.js';

const bench = (...words: string[]) => spawnSync(process.execPath, ['--import', join(PROJECT, 'node_modules/tsx/dist/loader.mjs'), join(PROJECT, 'test/bench/bench-log.ts'), ...words], { encoding: 'utf8' });

it('measures a small log: the chain is right, every page is there', () => {
  const { status, stdout, stderr } = bench('--records', '300');
  expect(stderr).toBe('');
  expect(status).toBe(0);
  expect(stdout).toContain('330 rows right');
  for (const name of ['text search, all found', 'queue', 'log, text', 'record', 'correct', 'overview', 'corpus', 'memory of this process']) expect(stdout).toMatch(new RegExp(`^${name} +.*\\d+(?:\\.\\d)? M?B?(?:ms)?`, 'mu'));
});

it.each(['99', 'many', '-1'])('refuses --records %s', (count) => {
  expect(bench(`--records=${count}`)).toMatchObject({ status: 2, stdout: '', stderr: `--records ${JSON.stringify(count)} is not a whole number of 100 and more.\n` });
});
