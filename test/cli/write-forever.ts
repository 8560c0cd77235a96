// Started by backup.test.ts as a process of its own and killed at some moment: writes records, about a hundred a second, and says which are safe.
import { join } from 'node:path';
import { openConsoleFile } from '../../src/adapters/sqlite/console-file.js';
import { openRecordLog } from '../../src/adapters/sqlite/record-log.js';
import { recordSaying } from '../adapters/sqlite/sample-log.js';

const folder = process.argv[2]!;
const log = openRecordLog(join(folder, 'records.sqlite'));
const console = openConsoleFile(join(folder, 'console.sqlite'));
let count = 0;
setInterval(() => {
  const id = `r${++count}`;
  log.append(recordSaying(id, `问题${count}`));
  console.actions.append({ atUtc: '2025-01-01T00:00:00.000Z', personId: '2', action: 'opened', subject: id, detail: {} });
  process.stdout.write(`${id}\n`);
}, 10);
