// The bot under load: npm run bench:load [-- --minutes 5 --rate 50 --chats 5000 --documents 12500 --burst 2000]
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { inventMinutes } from '../invent-minutes.js';
import { ingestInChild } from './ingest-in-child.js';
import { runLoad } from './run-load.js';

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '5' }, rate: { type: 'string', default: '50' }, chats: { type: 'string', default: '5000' }, documents: { type: 'string', default: '12500' }, burst: { type: 'string', default: '2000' } } });
const MOST = { minutes: 600, rate: 10_000, chats: 1_000_000, documents: 100_000, burst: 100_000 } as const;

function numberOf(name: keyof typeof MOST): number {
  const number = Number(values[name]);
  if (number > 0 && number <= MOST[name] && (name === 'minutes' || Number.isInteger(number))) return number;
  console.error(`--${name} is ${JSON.stringify(values[name])}, but must be a number above 0, at most ${MOST[name]}; correct it and run again.`);
  process.exit(2);
}

const [minutes, rate, chats, documents, burst] = [numberOf('minutes'), numberOf('rate'), numberOf('chats'), numberOf('documents'), numberOf('burst')];
const folder = mkdtempSync(join(tmpdir(), 'huida-load-'));
try {
  mkdirSync(join(folder, 'data'));
  const invented = inventMinutes(documents);
  writeFileSync(join(folder, 'docs.jsonl'), invented.map(({ document }) => `${JSON.stringify(document)}\n`).join(''));
  const { passages, seconds } = await ingestInChild(join(folder, 'data'), join(folder, 'docs.jsonl'));
  console.log(`${documents} documents, ${passages} passages, ingested in ${seconds.toFixed(0)} s; ${rate} questions/s for ${minutes} min from ${chats} chats`);
  const result = await runLoad({ dataFolder: join(folder, 'data'), questions: invented.map(({ question }) => question), ratePerSecond: rate, seconds: minutes * 60, chats, burst, onProgress: (line) => { console.log(`  ${line}`); } });
  const rows: [string, string, string, boolean][] = [
    ['asked / lost', `${result.asked} / ${result.lost}`, '0 lost', result.lost === 0],
    ['confirmed after, p99', `${result.acknowledgedP99Ms.toFixed(0)} ms`, '200 ms', result.acknowledgedP99Ms <= 200],
    ['answered after, p50', `${result.answeredP50Ms.toFixed(0)} ms`, '–', true],
    ['answered after, p95', `${result.answeredP95Ms.toFixed(0)} ms`, '2000 ms', result.answeredP95Ms <= 2_000],
    ['event loop held up, p99', `${result.loopP99Ms.toFixed(0)} ms`, '50 ms', result.loopP99Ms <= 50],
    ['resident memory, second fifth / last', `${result.residentMb.map((mb) => mb.toFixed(0)).join(' / ')} MB`, '+10 %', result.residentMb[1] <= result.residentMb[0] * 1.1],
    ['processor', `${result.processorPercent.toFixed(0)} % of a core`, '–', true],
    ['answers/s at most, of a bare echo', `${result.answersPerSecond.toFixed(0)} of ${result.echoesPerSecond.toFixed(0)} = ${(result.answersPerSecond / result.echoesPerSecond).toFixed(2)}`, '–', true],
  ];
  console.log(`\n| | measured | allowed | |\n|---|---|---|---|\n${rows.map(([what, measured, allowed, isKept]) => `| ${what} | ${measured} | ${allowed} | ${isKept ? '' : 'MISSED'} |`).join('\n')}`);
  if (rows.some(([, , , isKept]) => !isKept)) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
