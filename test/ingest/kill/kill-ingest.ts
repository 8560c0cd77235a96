// Kills re-ingests while questions are asked: npm run test:kill-ingest [-- --kills 100 --documents 400]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runKills } from './run-kills.js';

const { values } = parseArgs({ options: { kills: { type: 'string', default: '100' }, documents: { type: 'string', default: '400' } } });
const [kills, documents] = [Number(values.kills), Number(values.documents)];
if (![kills, documents].every((number) => Number.isInteger(number) && number >= 1 && number <= 100_000)) {
  console.error(`--kills is ${JSON.stringify(values.kills)} and --documents ${JSON.stringify(values.documents)}, but both must be whole numbers from 1 to 100000; correct them and run again.`);
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), 'huida-kill-'));
try {
  // From before the first line of the program to after its last.
  const result = await runKills({ folder, documents, kills, lifeMs: (_, wholeMs) => Math.random() * wholeMs, onProgress: (line) => { console.log(`  ${line}`); } });
  const isKept = result.failedQuestions === 0 && result.mixedGenerations === 0 && result.unopened === 0 && result.orphans.length === 0;
  console.log(`${result.kills} ingests killed, ${result.completed} done; ${result.questions} questions over ${result.generations} generations: failed ${result.failedQuestions} (0), mixed ${result.mixedGenerations} (0), citations that open no more ${result.unopened} (0), orphans ${result.orphans.length} (0)${result.orphans.length === 0 ? '' : ` ${result.orphans.join(', ')}`}: ${isKept ? 'kept' : 'BROKEN'}`);
  if (!isKept) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
