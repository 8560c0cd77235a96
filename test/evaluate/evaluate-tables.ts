// Asks every golden table that is at hand and prints one table of results: npm run evaluate
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { PROJECT } from '../house/project.js';

/** Question sets that lie beside the project on some machines; without them their rows say so. */
const SHARED = join(PROJECT, '..', 'shared');
const TABLES = [
  { name: 'corpus', questions: join(PROJECT, 'test/golden/corpus.jsonl'), documents: join(PROJECT, 'corpus') },
  { name: 'elsewhere', questions: join(PROJECT, 'test/golden/elsewhere.jsonl'), documents: join(PROJECT, 'test/golden/elsewhere') },
  { name: 'pages', questions: join(PROJECT, 'test/golden/pages.jsonl'), documents: join(SHARED, 'seeds') },
  ...['minutes', 'reports', 'cmrc'].map((name) => ({ name, questions: join(SHARED, 'data', name, 'dev.jsonl'), documents: join(SHARED, 'data', name, 'docs.jsonl') })),
];

const share = z.object({ right: z.number(), count: z.number() });
const shape = z.object({ groups: z.record(z.string(), share), checks: z.record(z.string(), share), p50Ms: z.number(), p95Ms: z.number() });

function huida(...words: string[]): string {
  return execFileSync(process.execPath, [join(PROJECT, 'dist/cli.js'), ...words], { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'inherit'] });
}

function evaluateTable(questions: string, documents: string): z.infer<typeof shape> {
  const data = mkdtempSync(join(tmpdir(), 'huida-tables-'));
  try {
    huida('ingest', '--json', documents, '--data', data);
    return shape.parse(JSON.parse(huida('evaluate', '--json', '--questions', questions, '--data', data)));
  } finally {
    rmSync(data, { recursive: true });
  }
}

const cell = ({ right, count } = { right: 0, count: 0 }): string => (count === 0 ? '–' : `${right}/${count} ${((100 * right) / count).toFixed(1)} %`);
const chosen = process.argv.slice(2);

console.log('| table | answerable | not answerable | proofs | p50 ms | p95 ms |\n|---|---|---|---|---|---|');
for (const { name, questions, documents } of TABLES) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  if (!existsSync(questions) || !existsSync(documents)) {
    console.log(`| ${name} | skipped: ${existsSync(questions) ? documents : questions} is not here | | | | |`);
    continue;
  }
  const { groups, checks, p50Ms, p95Ms } = evaluateTable(questions, documents);
  const proofs = Object.values(checks).reduce((sum, { right, count }) => ({ right: sum.right + right, count: sum.count + count }), { right: 0, count: 0 });
  console.log(`| ${name} | ${cell(groups['ALL answerable'])} | ${cell(groups['ALL unanswerable'])} | ${cell(proofs)} | ${p50Ms.toFixed(1)} | ${p95Ms.toFixed(1)} |`);
}
