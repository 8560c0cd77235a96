import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../adapters/temporary-folder.js';
import { runCli } from './run-cli.js';

const MINUTES = '# 澜桥市村务会议\n\n2025年3月1日，村务会议决定修缮三座桥。政务服务中心周末照常开放。会议还听取了防汛准备情况。\n';
const QUESTION = '大白楼周末开不开放？';

async function houseWith(thesaurus: string | null): Promise<string[]> {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'a.md'), MINUTES);
  mkdirSync(join(folder, 'data'));
  if (thesaurus !== null) writeFileSync(join(folder, 'data', 'thesaurus.json'), thesaurus);
  const data = ['--data', join(folder, 'data')];
  expect((await runCli(['ingest', join(folder, 'a.md'), ...data])).code).toBe(0);
  return data;
}

it('understands what the thesaurus of the data folder explains, and nothing of it without', async () => {
  const explained = await runCli(['ask', QUESTION, ...(await houseWith('{"entries": [{"say": ["大白楼"], "write": ["政务服务中心"]}]}'))]);
  expect(explained.stdout).toContain('answered, ');
  const unexplained = await runCli(['ask', QUESTION, ...(await houseWith(null))]);
  expect(unexplained.stdout).toContain('refused_not_in_passages');
}, 60_000);

it('refuses a thesaurus with a mistake in one sentence that names the entry', async () => {
  const run = await runCli(['ask', QUESTION, ...(await houseWith('{"entries": [{"say": [], "write": ["政务服务中心"]}]}'))]);
  expect(run.code).toBe(1);
  expect(run.stdout).toBe('');
  expect(run.stderr).toMatch(/^[^\n]*thesaurus\.json has at entries\[0\]\.say \[\], but must have a list of at least one wording; correct that place\.\n$/u);
}, 60_000);
