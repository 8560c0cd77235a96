import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PROJECT } from '../../house/project.js';
import { NAUGHTY } from './invent-answers.js';
import { runAnswers } from './run-answers.js';

const KEPT = { rejected: [], parseErrors: 0, lost: 0 };

test('invented answers with quotes of up to 9,000 characters pass the strict simulator', async () => {
  const result = await runAnswers(200, NAUGHTY);
  expect(result).toMatchObject({ ...KEPT, answers: 200 });
  expect(result.longestCallbackData).toBeLessThanOrEqual(64);
});

const STRANGE = join(PROJECT, '..', 'shared', 'data', 'naughty-strings.json');

test.skipIf(!existsSync(STRANGE))('so do the strings of others, as question, title, passage and answer (skipped where they are absent)', async () => {
  const strings = JSON.parse(readFileSync(STRANGE, 'utf8')) as string[];
  expect(await runAnswers(200, strings, 2)).toMatchObject(KEPT);
});
