import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../src/adapters/sqlite/open-database.js';
import { openRecordLog } from '../../src/adapters/sqlite/record-log.js';
import type { Entrance } from '../../src/cli/house.js';
import { auditDataFolder } from '../../src/wire-audit.js';
import { recordSaying } from '../adapters/sqlite/sample-log.js';
import { temporaryFolder } from '../adapters/temporary-folder.js';
import { runWithFakes } from './fake-entrance.js';

test('huida audit verify names the first bad row and ends with 1', async () => {
  const dataFolder = temporaryFolder();
  const audit: Entrance['audit'] = (_, heads) => auditDataFolder({ dataFolder }, heads);
  const verify = async (...words: string[]) => await runWithFakes(['audit', 'verify', ...words], { audit });
  expect(await verify()).toMatchObject({ code: 0, stdout: 'Nothing was logged yet: there is nothing to verify.\n', stderr: '' });
  const file = join(dataFolder, 'records.sqlite');
  const log = openRecordLog(file);
  for (const id of ['a', 'b', 'c']) log.append(recordSaying(id, '问题'));
  log.close();
  const right = await verify();
  expect([right.code, right.stdout]).toEqual([0, expect.stringMatching(/^records: right\. 3 rows and 0 declared erasures in 3 links\. Head records:3:[0-9a-f]{64}\n$/u)]);
  const head = right.stdout.trim().split(' ').at(-1) as string;
  expect((await verify('--head', head)).code).toBe(0);
  const bad = await verify('--head', `records:2:${'0'.repeat(64)}`);
  expect([bad.code, bad.stdout]).toEqual([1, expect.stringContaining('records: BAD at link 2')]);
  const missing = await verify('--head', `actions:2:${'0'.repeat(64)}`);
  expect([missing.code, missing.stdout]).toEqual([1, expect.stringContaining('actions: BAD: the database is missing')]);
  const forger = openDatabase(file);
  forger.exec("DROP TRIGGER records_stay; UPDATE records SET answer = 'no' WHERE record_id = 'b'");
  forger.close();
  expect(await verify()).toMatchObject({ code: 1, stdout: `records: BAD at link 2 (row 2): the row was changed. ${file}\n` });
  const json = await verify('--json');
  expect([json.code, JSON.parse(json.stdout)]).toEqual([1, { reports: [expect.objectContaining({ name: 'records', links: 3, problem: { link: 2, sequence: 2, reason: 'the row was changed' } })] }]);
});

test.each(['records', 'records:0:ab', `other:1:${'0'.repeat(64)}`, `records:1:${'0'.repeat(64)}x`])('--head %s is refused in one sentence', async (head) => {
  const { code, stdout, stderr } = await runWithFakes(['audit', 'verify', '--head', head]);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/^--head is ".*", but must be records or actions, a number and 64 hex digits.*\n$/u);
});
