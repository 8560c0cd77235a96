// How fast it is: npm run bench [-- --documents N | --docs docs.jsonl --questions dev.jsonl]
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { readThesaurus } from '../../src/adapters/thesaurus/read-thesaurus.js';
import { buildThesaurus } from '../../src/answer/thesaurus.js';
import { readConfig } from '../../src/config.js';
import type { Answer } from '../../src/domain/answer.js';
import { ClearError } from '../../src/domain/errors.js';
import { bindHouse } from '../../src/wiring.js';
import { PROJECT } from '../house/project.js';
import { inventMinutes } from './invent-minutes.js';
import { measureProof } from './measure-proof.js';
import { measureReingest } from './reingest.js';

/** As many documents as the real set of minutes has that the figures in src/README.md are from, and 100,000 passages; with the p95 that a question may take there, in ms. */
const SIZES = [
  { documents: 569, allowedMs: 40 },
  { documents: 25_000, allowedMs: 120 },
] as const;
/** Files of a folder in which one changes. */
const FILES = 5000;
/** Questions asked of one corpus, evenly taken. */
const QUESTIONS = 1000;
const COLD_STARTS = 3;
/** What the check of what a model wrote may add to an answer. */
const PROOF_MS = 10;
const THESAURUS = new URL('../../src/language/thesaurus.json', import.meta.url);

interface Bench {
  docs: string;
  questions: string[];
  allowedMs: number | null;
}

const { values } = parseArgs({ options: { docs: { type: 'string' }, questions: { type: 'string' }, documents: { type: 'string' } } });
const folder = mkdtempSync(join(tmpdir(), 'huida-bench-'));
try {
  for (const [index, prepare] of benches().entries()) {
    const work = join(folder, String(index));
    mkdirSync(work);
    await measure(work, prepare(work));
    rmSync(work, { recursive: true });
  }
  if (Object.keys(values).length === 0) await measureChange(FILES);
} catch (error) {
  if (!(error instanceof ClearError)) throw error;
  console.error(error.message);
  process.exitCode = error.exitCode;
} finally {
  rmSync(folder, { recursive: true });
}

/** What was asked for on the command line, each made when its turn comes. */
function benches(): ((work: string) => Bench)[] {
  const { docs, questions, documents } = values;
  if ((docs === undefined) !== (questions === undefined)) throw new ClearError('--docs and --questions belong together: give both or neither.', 2);
  if (docs !== undefined && questions !== undefined) return [() => readSet(docs, questions)];
  if (documents === undefined) return SIZES.map((size) => (work) => inventSet(work, size.documents, size.allowedMs));
  const count = Number(documents);
  if (!Number.isInteger(count) || count < 1) throw new ClearError(`--documents ${JSON.stringify(documents)} is not a whole number of 1 and more.`, 2);
  return [(work) => inventSet(work, count, null)];
}

async function measureChange(files: number): Promise<void> {
  const work = join(folder, 'files');
  mkdirSync(work);
  for (const [name, value] of await measureReingest(work, files)) print(name, value);
}

async function measure(work: string, { docs, questions, allowedMs }: Bench): Promise<void> {
  const dataFolder = join(work, 'data');
  const house = bindHouse({ ...readConfig({ environment: {}, folder: work }), dataFolder }, () => undefined);
  const usedBefore = process.cpuUsage();
  const summary = await house.ingest([docs], () => undefined);
  const { user, system } = process.cpuUsage(usedBefore);
  print('documents / passages', `${summary.documents} / ${summary.passages}`);
  const textBytes = statSync(docs).size;
  const indexBytes = readdirSync(join(dataFolder, 'generations'), { recursive: true, withFileTypes: true }).reduce((sum, entry) => sum + (entry.isFile() ? statSync(join(entry.parentPath, entry.name)).size : 0), 0);
  print('text / index', `${megabytes(textBytes)} / ${megabytes(indexBytes)}; ${(textBytes / 1048.576 / summary.durationMs).toFixed(2)} MB/s; most memory while ingesting ${megabytes(process.resourceUsage().maxRSS * 1024)}`);
  print('ingest', `${(summary.durationMs / 1000).toFixed(2)} s, ${Math.round((1000 * summary.passages) / summary.durationMs)} passages/s; of one core ${((user + system) / 1e6).toFixed(1)} s`);

  const trial = await house.rehearse();
  // Asked once unmeasured: dictionary, thesaurus and compiled code are there for every later question of a service.
  await trial.ask({ id: 'warm', question: questions[0] ?? '', history: [] });
  const durations: number[] = [];
  const processor: number[] = [];
  const answers: Answer[] = [];
  for (const [index, question] of questions.entries()) {
    const startedAt = performance.now();
    const used = process.cpuUsage();
    const answer = await trial.ask({ id: String(index), question, history: [] });
    const spent = process.cpuUsage(used);
    durations.push(performance.now() - startedAt);
    processor.push((spent.user + spent.system) / 1000);
    answers.push(answer);
  }
  print('questions / answered', `${questions.length} / ${answers.filter(({ status }) => status.startsWith('answered')).length}`);
  print('question in process', quantiles(durations));
  // On a machine that does other work too, this is what one free core would take.
  print('of one core', `${quantiles(processor)}${allowedMs === null ? '' : ` (p95 ≤ ${allowedMs} ms: ${quantile(processor, 0.95) <= allowedMs ? 'met' : 'MISSED'})`}`);
  const proof = measureProof(answers, buildThesaurus(readThesaurus(THESAURUS)));
  print('proof of a draft', `${quantiles(proof)} of ${proof.length} answers (p95 ≤ ${PROOF_MS} ms: ${quantile(proof, 0.95) <= PROOF_MS ? 'met' : 'MISSED'})`);
  print('memory of this process', `${Math.round(process.memoryUsage().rss / 1048576)} MB`);
  house.close();

  const starts = Array.from({ length: COLD_STARTS }, () => coldStartMs(dataFolder, questions[0] ?? ''));
  print('cold start to answer', `median ${quantile(starts, 0.5).toFixed(0)} ms of ${COLD_STARTS}, slowest ${quantile(starts, 1).toFixed(0)} ms\n`);
}

function inventSet(work: string, count: number, allowedMs: number | null): Bench {
  const minutes = inventMinutes(count);
  const docs = join(work, 'docs.jsonl');
  writeFileSync(docs, minutes.map(({ document }) => `${JSON.stringify(document)}\n`).join(''));
  const step = Math.max(1, count / QUESTIONS);
  return { docs, questions: Array.from({ length: Math.min(count, QUESTIONS) }, (_, index) => minutes[Math.floor(index * step)]?.question ?? ''), allowedMs };
}

function readSet(docs: string, table: string): Bench {
  const row = z.object({ question: z.string() });
  return { docs, questions: readFileSync(table, 'utf8').split('\n').filter((line) => line.trim() !== '').map((line) => row.parse(JSON.parse(line)).question), allowedMs: null };
}

function coldStartMs(dataFolder: string, question: string): number {
  const startedAt = performance.now();
  execFileSync(process.execPath, [join(PROJECT, 'dist/cli.js'), 'ask', '--json', question, '--data', dataFolder]);
  return performance.now() - startedAt;
}

function quantile(measured: readonly number[], share: number): number {
  const sorted = [...measured].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

function quantiles(measured: readonly number[]): string {
  return `p50 ${quantile(measured, 0.5).toFixed(1)} ms, p95 ${quantile(measured, 0.95).toFixed(1)} ms`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1048576).toFixed(bytes < 10_485_760 ? 1 : 0)} MB`;
}

function print(name: string, value: string): void {
  console.log(`${name.padEnd(24)} ${value}`);
}
