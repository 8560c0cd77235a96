import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PROJECT } from '../house/project.js';
import { temporaryFolder } from '../adapters/temporary-folder.js';
import { inventMinutes } from './invent-minutes.js';
import { measureReingest } from './reingest.js';

it('invents the same minutes every time, the first ones whatever their number', () => {
  expect(inventMinutes(30)).toEqual(inventMinutes(40).slice(0, 30));
});

it('invents questions of several kinds, each about its own minutes', () => {
  const minutes = inventMinutes(60);
  const kinds = ['结论是什么', '多少万元', '由谁负责', '哪些议题', '是真的吗'];
  expect(kinds.filter((kind) => minutes.some(({ question }) => question.includes(kind)))).toEqual(kinds);
  expect(minutes.every(({ document, question }) => question.includes(document.body))).toBe(true);
});

it.each([
  [['--docs', 'docs.jsonl'], '--docs and --questions belong together'],
  [['--documents', 'many'], '--documents "many" is not a whole number'],
])('bench refuses %j with one sentence and exit code 2', (words, sentence) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', join(PROJECT, 'node_modules/tsx/dist/loader.mjs'), join(PROJECT, 'test/bench/bench.ts'), ...words], { encoding: 'utf8' });
  expect(stderr).toContain(sentence);
  expect([status, stdout]).toEqual([2, '']);
});

it('measures one changed file of a small folder, and proves that only that one was read', async () => {
  expect((await measureReingest(temporaryFolder(), 12))[0]).toEqual(['files / passages', '12 / 48']);
});
