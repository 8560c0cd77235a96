// How fast the log and its console are: npm run bench:log [-- --records N]
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openConsoleFile } from '../../src/adapters/sqlite/console-file.js';
import { openRecordFacts } from '../../src/adapters/sqlite/record-facts.js';
import { readConfig } from '../../src/config.js';
import { makeLink } from '../../src/console/entry/make-link.js';
import { startConsole } from '../../src/console/start-console.js';
import { auditDataFolder } from '../../src/wire-audit.js';
import { pagesOf } from '../../src/wire-console.js';
import { bindHouse, type BoundHouse } from '../../src/wiring.js';
import { browse } from '../console/browse.js';
import { fillLog } from './fill-log.js';
import { inventMinutes } from './invent-minutes.js';

const ALLOWED_PAGE_MS = 150;
const ALLOWED_VERIFY_MS = 5_000;
const ROUNDS = 20;

const { values } = parseArgs({ options: { records: { type: 'string', default: '100000' } } });
const count = Number(values.records);
const folder = mkdtempSync(join(tmpdir(), 'huida-bench-log-'));
try {
  if (Number.isInteger(count) && count >= 100) await measure(count);
  else {
    console.error(`--records ${JSON.stringify(values.records)} is not a whole number of 100 and more.`);
    process.exitCode = 2;
  }
} finally {
  rmSync(folder, { recursive: true });
}

async function measure(records: number): Promise<void> {
  const minutes = inventMinutes(569);
  mkdirSync(join(folder, 'corpus'));
  writeFileSync(join(folder, 'corpus', 'minutes.jsonl'), minutes.map(({ document }) => `${JSON.stringify(document)}\n`).join(''));
  const dataFolder = join(folder, 'data');
  const house = bindHouse({ ...readConfig({ environment: {}, folder }), dataFolder, corpusFolder: join(folder, 'corpus') }, () => undefined);
  const samples = [];
  for (const { question } of minutes.slice(0, 200)) samples.push(await house.tryQuestion(question));
  const nowMs = Date.now();
  const filledAt = performance.now();
  fillLog(join(dataFolder, 'records.sqlite'), records, samples, nowMs);
  print('records', `${records}, ${Math.round(statSync(join(dataFolder, 'records.sqlite')).size / 1048576)} MB, made in ${((performance.now() - filledAt) / 1000).toFixed(0)} s`);

  const [verifiedAt, used] = [performance.now(), process.cpuUsage()];
  const reports = auditDataFolder({ dataFolder });
  const verifyMs = coreMsSince(used);
  print('audit verify', `${(verifyMs / 1000).toFixed(2)} s of one core, ${((performance.now() - verifiedAt) / 1000).toFixed(2)} s on the clock, ${reports.map(({ rows, problem }) => `${rows} rows ${problem === null ? 'right' : `BAD: ${problem.reason}`}`).join(', ')} ${verdict(verifyMs, ALLOWED_VERIFY_MS)}`);
  if (reports.some(({ problem }) => problem !== null)) process.exitCode = 1;

  const archive = house.log();
  const words = ['桥梁修缮', '滑雪场', '经费', '多少万元', '结论', '河东', '图书采购 负责', '市图书馆理事会', '夜间', '第777问'];
  const facts = openRecordFacts(join(dataFolder, 'records.sqlite'));
  await timed('text search, all found', words, (text) => Promise.resolve(facts.search(text).length));
  await timed('text search, 20 records', words, (text) => Promise.resolve(firstOf(archive.select({ text }, 'newest first'), 20)));
  await measureConsole(house, facts, dataFolder, records);
  facts.close();
  house.close();
  print('memory of this process', `${Math.round(process.memoryUsage().rss / 1048576)} MB`);
}

async function measureConsole(house: BoundHouse, facts: ReturnType<typeof openRecordFacts>, dataFolder: string, records: number): Promise<void> {
  const file = openConsoleFile(join(dataFolder, 'console.sqlite'));
  for (let row = 0; row < records; row += 97) file.actions.append({ atUtc: new Date().toISOString(), personId: String(2 + (row % 3)), action: 'judged', subject: `bench-${row}`, detail: { verdict: row % 2 === 0 ? 'right' : 'wrong', note: '' } });
  const running = await startConsole({ roleOf: () => 'administrator', ...pagesOf(house, file, facts), nowMs: () => Date.now(), isSecure: false, log: (line) => { console.error(line); } }, { port: 0, host: '127.0.0.1' });
  const person = browse(running.address);
  await person.enter(makeLink(file.entry, '2', running.address, Date.now()));
  const openedAt = performance.now();
  await person.read('/');
  print('first page after start', `${Math.round(performance.now() - openedAt)} ms`);
  const last = records - 1;
  const pages: Record<string, string[]> = {
    queue: ['/', '/?review=unread', '/?review=mine', '/?page=9'],
    log: ['/log', '/log?page=500', '/log?family=refused', '/log?status=answered_partly', '/log?review=wrong', '/log?review=unread', '/log?feedback=disliked', '/log?from=2020-01-01&to=2030-01-01', '/log?channel=cli&engine=extract'],
    'log, meeting or document': ['/log?meeting=%E4%BC%9A', '/log?document=minutes-7', '/log?document=%E7%BA%AA%E8%A6%81'],
    'log, text': ['桥梁修缮', '滑雪场', '经费', '多少万元', '结论', '河东', '市图书馆理事会', '夜间', '问'].map((text) => `/log?text=${encodeURIComponent(text)}`),
    record: [`/record?id=bench-${last}`, '/record?id=bench-7', '/record?id=none'],
    correct: [`/correct?record=bench-${last}`],
    overview: ['/overview', '/overview?days=7', '/overview?days=365'],
    corpus: ['/corpus', `/corpus?text=${encodeURIComponent('桥')}`, '/document?article=minutes.jsonl%23minutes-7%231'],
    'curated, try, actions': ['/curated', '/try', '/actions'],
  };
  // As it is at work: somebody opened a record since the page was last shown.
  let opened = 0;
  await timed('queue, after each look', pages.queue ?? [], async (path) => {
    file.actions.append({ atUtc: new Date().toISOString(), personId: '2', action: 'opened', subject: `bench-${opened++}`, detail: {} });
    return (await person.read(path)).length;
  });
  for (const [name, paths] of Object.entries(pages)) await timed(name, paths, async (path) => (await person.read(path)).length);
  await running.stop();
  file.close();
}

/** Each once unmeasured, then all of them in turn. */
async function timed(name: string, inputs: readonly string[], work: (input: string) => Promise<number>): Promise<void> {
  for (const input of inputs) await work(input);
  const durations: { ms: number; coreMs: number; input: string }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const input of inputs) {
      const startedAt = performance.now();
      const used = process.cpuUsage();
      await work(input);
      durations.push({ ms: performance.now() - startedAt, coreMs: coreMsSince(used), input });
    }
  }
  const at = (share: number, by: 'ms' | 'coreMs') => durations.toSorted((a, b) => a[by] - b[by])[Math.min(durations.length - 1, Math.floor(share * durations.length))] ?? { ms: 0, coreMs: 0, input: '' };
  const p95Ms = at(0.95, 'coreMs').coreMs;
  print(name, `p50 ${at(0.5, 'coreMs').coreMs.toFixed(1)} ms, p95 ${p95Ms.toFixed(1)} ms ${verdict(p95Ms, ALLOWED_PAGE_MS)}; on the clock p95 ${at(0.95, 'ms').ms.toFixed(1)} ms; slowest ${decodeURIComponent(at(1, 'coreMs').input)}`);
}

/** On a machine that does other work too, this is what one free core takes. */
function coreMsSince(used: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(used);
  return (user + system) / 1000;
}

function firstOf(found: Iterable<unknown>, most: number): number {
  const seen: unknown[] = [];
  for (const one of found) if (seen.push(one) >= most) break;
  return seen.length;
}

function verdict(ms: number, allowedMs: number): string {
  return `(≤ ${allowedMs} ms: ${ms <= allowedMs ? 'met' : 'MISSED'})`;
}

function print(name: string, value: string): void {
  console.log(`${name.padEnd(26)} ${value}`);
}
