// Each fault of Telegram and of the way to it, with the time to recover: npm run test:faults [-- --outage 10]
import { parseArgs } from 'node:util';
import { FAULT_ROWS, lastsLong } from './fault-rows.js';
import { runFault } from './run-fault.js';

const { values } = parseArgs({ options: { outage: { type: 'string', default: '10' } } });
const outageSeconds = Number(values.outage);
if (!Number.isInteger(outageSeconds) || outageSeconds < 1 || outageSeconds > 600) {
  console.error(`--outage is ${JSON.stringify(values.outage)}, but must be whole seconds from 1 to 600; correct it and run again.`);
  process.exit(2);
}

const seconds = (ms: number | null): string => (ms === null ? '–' : (ms / 1000).toFixed(1));
console.log(`outages of ${outageSeconds} s; times in seconds\n\n| at | fault | becomes | recovered after | allowed | others waited | copies | |\n|---|---|---|---|---|---|---|---|`);
const results = await Promise.all(FAULT_ROWS.map(async (row) => ({ row, result: await runFault(row, { outageMs: outageSeconds * 1000, speed: lastsLong(row) ? 60 : 1 }) })));
for (const { row, result } of results) {
  const isKept = result.isKept && (result.recoverMs ?? Infinity) <= row.withinMs;
  if (!isKept) process.exitCode = 1;
  const becomes = typeof row.becomes === 'object' ? `exit code ${row.becomes.exitCode}` : row.becomes.replaceAll('_', ' ');
  console.log(`| ${row.at} | ${row.name} | ${becomes} | ${seconds(result.recoverMs)} | ${row.withinMs / 1000} | ${seconds(result.othersMs)} | ${result.copies} | ${isKept ? 'kept' : 'BROKEN'} |`);
}
