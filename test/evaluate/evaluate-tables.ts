// Asks every golden table that is at hand and prints what came of it as Markdown: npm run evaluate -- [SET…] [--strict] [--failures N]
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ClearError } from '../../src/domain/errors.js';
import { judgeRows, summarise, type EvaluatePorts, type JudgedRow } from '../../src/evaluate/evaluate.js';
import { PROJECT } from '../house/project.js';
import { chosenSets, missingPart, openSet, questionSets, SHARED, type QuestionSet } from './question-sets.js';
import { readRewordings, reworded, type Rewording } from './rewordings.js';
import { halvesTable } from './tables/halves-table.js';
import type { Table } from './tables/markdown.js';
import { rankDocuments, rankingTable, type RankedSet } from './tables/ranking-table.js';
import { rewordingsTable, type RewordedPair, type RewordedSet } from './tables/rewordings-table.js';
import { classesTable, proofsTable, setsTable, type JudgedSet } from './tables/sets-table.js';

const USAGE = `npm run evaluate -- [SET…] [options]     every set when none is named
  --strict        exit code 1 when a target that was measured is missed
  --failures N    list the first N wrong answers of each set (default 0)
  --shared DIR    where the sets beside the project lie (default: ../shared)`;
/** The same questions in other words. */
const REWORDINGS = join(PROJECT, 'test/golden/rewordings.jsonl');
/** The set that is learned from in halves. */
const HALVED = 'minutes';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { strict: { type: 'boolean', default: false }, failures: { type: 'string', default: '0' }, shared: { type: 'string', default: SHARED }, help: { type: 'boolean', default: false } },
});
try {
  if (values.help) console.log(USAGE);
  else await evaluateSets(chosenSets(positionals, values.shared));
} catch (error) {
  if (!(error instanceof ClearError)) throw error;
  console.error(error.message);
  process.exitCode = error.exitCode;
}

async function evaluateSets(sets: readonly QuestionSet[]): Promise<void> {
  const failures = Number(values.failures);
  if (!Number.isInteger(failures) || failures < 0) throw new ClearError(`--failures ${JSON.stringify(values.failures)} is not a whole number of 0 and more.`, 2);
  const rewordings = existsSync(REWORDINGS) ? readRewordings(REWORDINGS, questionSets(values.shared).map(({ name }) => name)) : [];
  const judgedSets: JudgedSet[] = [];
  const rewordedSets: RewordedSet[] = [];
  const ranked: RankedSet[] = [];
  const halves: Table[] = [];
  for (const set of sets) {
    const missing = missingPart(set);
    if (missing !== null) {
      judgedSets.push({ set, judged: [], missing });
      continue;
    }
    // On standard error, so that the tables can be kept.
    console.error(`${set.name} …`);
    const open = await openSet(set);
    const judged = await judgeRows(open.rows.filter((row) => set.isJudged(row)), new Map(), open.rehearsal);
    judgedSets.push({ set, judged, missing });
    const others = rewordings.filter((rewording) => rewording.set === set.name);
    if (others.length > 0) rewordedSets.push(await askReworded(set.name, judged, others, open.rehearsal));
    const targets = set.targets.firstDocument;
    if (targets !== undefined) ranked.push({ name: set.name, ranks: await rankDocuments(open.rows, open.answering), targets });
    if (set.name === HALVED) halves.push(await halvesTable(set, open));
    open.close();
  }
  const tables = [setsTable(judgedSets), classesTable(judgedSets), proofsTable(judgedSets), ...(ranked.length > 0 ? [rankingTable(ranked)] : []), ...halves, ...(rewordedSets.length > 0 ? [rewordingsTable(rewordedSets)] : [])];
  console.log(tables.map(({ markdown }) => markdown).join('\n'));
  if (rewordings.length === 0) console.log(`Reworded questions: skipped, ${REWORDINGS} is not here.\n`);
  for (const { judged } of judgedSets) for (const failure of summarise(judged).failures.slice(0, failures)) console.log(JSON.stringify(failure));
  const missed = tables.flatMap((table) => table.missed);
  console.log(missed.length === 0 ? 'Every target that was measured is met.' : `Missed: ${missed.join('; ')}.`);
  if (values.strict && missed.length > 0) process.exitCode = 1;
}

/** Asks each question again in its other words. */
async function askReworded(name: string, judged: readonly JudgedRow[], rewordings: readonly Rewording[], ports: EvaluatePorts): Promise<RewordedSet> {
  const byId = new Map(judged.map((one) => [one.row.id, one]));
  const pairs: RewordedPair[] = [];
  const orphans: string[] = [];
  for (const rewording of rewordings) {
    const original = byId.get(rewording.of);
    const [again] = original === undefined ? [] : await judgeRows([reworded(original.row, rewording)], new Map(), ports);
    if (original === undefined || again === undefined) orphans.push(rewording.id);
    else pairs.push({ original, reworded: again });
  }
  return { name, pairs, orphans };
}
