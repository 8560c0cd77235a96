import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../adapters/temporary-folder.js';
import { inventMinutes } from '../invent-minutes.js';
import { ingestInChild } from './ingest-in-child.js';
import { runLoad } from './run-load.js';

it('loses no question of a small load, and compares with a bare echo', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'data'));
  const invented = inventMinutes(40);
  writeFileSync(join(folder, 'docs.jsonl'), invented.map(({ document }) => `${JSON.stringify(document)}\n`).join(''));
  await ingestInChild(join(folder, 'data'), join(folder, 'docs.jsonl'));
  const result = await runLoad({ dataFolder: join(folder, 'data'), questions: invented.map(({ question }) => question), ratePerSecond: 20, seconds: 2, chats: 30, burst: 40 });
  expect(result).toMatchObject({ asked: 40, lost: 0 });
  expect(Math.min(result.answersPerSecond, result.echoesPerSecond, result.answeredP95Ms)).toBeGreaterThan(0);
}, 60_000);
