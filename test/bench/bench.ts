// How fast it is: npm run bench [-- --docs docs.jsonl --questions dev.jsonl]
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { readConfig } from '../../src/config.js';
import { bindHouse } from '../../src/wiring.js';
import { PROJECT } from '../house/project.js';
import { inventMinutes } from './invent-minutes.js';

/** As many documents as the real set of minutes has that the figures in src/README.md are from. */
const DOCUMENTS = 569;
const COLD_STARTS = 5;

const { values } = parseArgs({ options: { docs: { type: 'string' }, questions: { type: 'string' } } });
const folder = mkdtempSync(join(tmpdir(), 'huida-bench-'));
try {
  await measure(folder);
} finally {
  rmSync(folder, { recursive: true });
}

async function measure(work: string): Promise<void> {
  const { docs, questions } = values.docs !== undefined && values.questions !== undefined ? readSet(values.docs, values.questions) : inventSet(work);
  const dataFolder = join(work, 'data');
  const house = bindHouse({ ...readConfig({ environment: {}, folder: work }), dataFolder }, () => undefined);
  const summary = await house.ingest([docs], () => undefined);
  print('documents / passages', `${summary.documents} / ${summary.passages}`);
  print('ingest', `${(summary.durationMs / 1000).toFixed(2)} s, ${Math.round((1000 * summary.passages) / summary.durationMs)} passages/s`);

  const trial = await house.rehearse();
  // Asked once unmeasured: dictionary, thesaurus and compiled code are there for every later question of a service.
  await trial.ask({ id: 'warm', question: questions[0] ?? '', history: [] });
  const durations: number[] = [];
  let answered = 0;
  for (const [index, question] of questions.entries()) {
    const startedAt = performance.now();
    const answer = await trial.ask({ id: String(index), question, history: [] });
    durations.push(performance.now() - startedAt);
    if (answer.status.startsWith('answered')) answered++;
  }
  durations.sort((a, b) => a - b);
  print('questions / answered', `${questions.length} / ${answered}`);
  print('question in process', `p50 ${quantile(durations, 0.5)} ms, p95 ${quantile(durations, 0.95)} ms`);
  print('memory of this process', `${Math.round(process.memoryUsage().rss / 1048576)} MB`);
  house.close();

  const starts = Array.from({ length: COLD_STARTS }, () => coldStartMs(dataFolder, questions[0] ?? '')).sort((a, b) => a - b);
  print('cold start to answer', `median ${quantile(starts, 0.5)} ms of ${COLD_STARTS}, slowest ${quantile(starts, 1)} ms`);
}

function inventSet(work: string): { docs: string; questions: string[] } {
  const minutes = inventMinutes(DOCUMENTS);
  const docs = join(work, 'docs.jsonl');
  writeFileSync(docs, minutes.map(({ document }) => `${JSON.stringify(document)}\n`).join(''));
  return { docs, questions: minutes.map(({ question }) => question) };
}

function readSet(docs: string, table: string): { docs: string; questions: string[] } {
  const row = z.object({ question: z.string() });
  return { docs, questions: readFileSync(table, 'utf8').split('\n').filter((line) => line.trim() !== '').map((line) => row.parse(JSON.parse(line)).question) };
}

function coldStartMs(dataFolder: string, question: string): number {
  const startedAt = performance.now();
  execFileSync(process.execPath, [join(PROJECT, 'dist/cli.js'), 'ask', '--json', question, '--data', dataFolder]);
  return performance.now() - startedAt;
}

function quantile(sorted: readonly number[], share: number): string {
  return (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(1);
}

function print(name: string, value: string): void {
  console.log(`${name.padEnd(24)} ${value}`);
}
