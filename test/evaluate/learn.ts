// Learns the weights of ranking, of sentences and of taking the best sentence for an answer, and says whether that helps: npm run learn -- [ranking|sentence|acceptance] [--write]
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ClearError } from '../../src/domain/errors.js';
import { countRight, learnFrom, tellSet, type Kind, type ToldQuestion } from './learning/learn-from.js';
import { LEARNABLE, namedWeights, withWeights } from './learning/weights-file.js';
import { missingPart, openSet, questionSets, SHARED } from './question-sets.js';

const USAGE = `npm run learn -- [ranking | sentence | acceptance] [options]
  --write         write what was learned into the file of the weights
  --keep a,b      features of ranking and sentences that keep their weight
  --hold NUMBER   how strongly weights are held at those in use (default 0.02; 0 not at all)
  --shared DIR    where the sets lie (default: ../shared beside the project)`;

/** What the file of the weights says of them. */
const MEANING: Readonly<Record<Kind, string>> = {
  ranking: 'How much each feature speaks for a passage.',
  sentence: 'How much each feature speaks for a sentence.',
  acceptance: 'How much each speaks for answering: from answered questions, from the same with record or answering sentence taken away, and from refusals.',
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { write: { type: 'boolean', default: false }, keep: { type: 'string', default: '' }, hold: { type: 'string', default: '0.02' }, shared: { type: 'string', default: SHARED }, help: { type: 'boolean', default: false } },
});
try {
  if (values.help) console.log(USAGE);
  else await learn(chosenKinds(positionals), Number(values.hold), values.keep.split(',').filter((name) => name !== ''));
} catch (error) {
  if (!(error instanceof ClearError)) throw error;
  console.error(error.message);
  process.exitCode = error.exitCode;
}

async function learn(kinds: readonly Kind[], hold: number, keep: readonly string[]): Promise<void> {
  checkOptions(kinds, hold, keep);
  const told = await tellSets();
  for (const kind of kinds) {
    const { features, inUse, file, constant } = LEARNABLE[kind];
    const kept = keep.filter((name) => (features as readonly string[]).includes(name));
    const learned = learnFrom(told, { kind, kept, hold });
    // What a half teaches is tried on the other half: the honest column.
    const without = [0, 1].map((half) => learnFrom(told.filter((question) => question.half !== half), { kind, kept, hold }));
    console.log(`\n| ${kind}: ${kind === 'acceptance' ? 'taken or left as it should be' : 'right one first'} | questions | to be had | in use | learned | learned without this half |\n|---|---|---|---|---|---|`);
    const columns = [() => inUse, () => learned, ({ half }: ToldQuestion) => without[half] ?? inUse];
    const shares = new Map<string, string[]>();
    for (const [name, questions] of groups(told)) {
      const [before, ...after] = columns.map((weightsFor) => countRight(questions, kind, weightsFor));
      if (before === undefined || before.count === 0) continue;
      const cells = [before, ...after].map(({ right, count }) => `${((100 * right) / count).toFixed(1)} %`);
      shares.set(name, cells);
      console.log(`| ${[name, before.count, before.possible, ...cells].join(' | ')} |`);
    }
    const weights = namedWeights(features, learned);
    console.log(`\n${constant}: ${JSON.stringify(weights)}`);
    if (!values.write) continue;
    const proof = [...shares].map(([name, [before, , after]]) => `${name} ${before ?? ''} → ${after ?? ''}`).join(', ');
    const origin = `${MEANING[kind]} Written by \`npm run learn -- ${kind} --write\`${kept.length > 0 ? ` with ${kept.join(', ')} set by hand` : ''};\n * ${kind === 'acceptance' ? 'decided as it should be' : 'the right one first'}, on questions left out of learning: ${proof}.`;
    writeFileSync(file, withWeights(readFileSync(file, 'utf8'), constant, weights, origin));
    console.log(`written to ${file}`);
  }
}

async function tellSets(): Promise<ToldQuestion[]> {
  const told: ToldQuestion[] = [];
  for (const set of questionSets(values.shared)) {
    const missing = missingPart(set);
    if (missing !== null) {
      console.log(`skipped: ${set.name}, because ${missing} is not here`);
      continue;
    }
    const open = await openSet(set);
    told.push(...(await tellSet(set, open.rows, open.answering)));
    open.close();
  }
  return told;
}

/** The questions of each set; those for judging apart. */
function groups(told: readonly ToldQuestion[]): Map<string, ToldQuestion[]> {
  const found = new Map<string, ToldQuestion[]>();
  for (const question of told) {
    const name = question.isLearnedFrom ? question.set : `${question.set}, never learned from`;
    found.set(name, [...(found.get(name) ?? []), question]);
  }
  return found;
}

function chosenKinds(words: readonly string[]): Kind[] {
  const kinds = Object.keys(LEARNABLE) as Kind[];
  const unknown = words.find((word) => !(kinds as readonly string[]).includes(word));
  if (unknown !== undefined) throw new ClearError(`${JSON.stringify(unknown)} cannot be learned; choose ${kinds.join(', ')}.`, 2);
  return words.length === 0 ? kinds : kinds.filter((kind) => words.includes(kind));
}

function checkOptions(kinds: readonly Kind[], hold: number, keep: readonly string[]): void {
  if (!(hold >= 0)) throw new ClearError(`--hold ${JSON.stringify(values.hold)} is not a number of 0 and more.`, 2);
  const names: readonly string[] = kinds.flatMap((kind) => LEARNABLE[kind].features);
  const unknown = keep.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new ClearError(`--keep ${JSON.stringify(unknown)} is no feature; choose from ${names.join(', ')}.`, 2);
}
