// Learns the weights of ranking, of sentences, of taking the best sentence for an answer and of how strong an answer is, and says whether that helps: npm run learn -- [ranking|sentence|acceptance|strength] [--write]
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ClearError } from '../../src/domain/errors.js';
import { countRight, learnFrom, tellSet, type Kind, type ToldQuestion } from './learning/learn-from.js';
import { learnStrength, partingOf, strengthCases, type Parting, type StrengthCase } from './learning/strength.js';
import { LEARNABLE, namedWeights, withWeights, type Learnable } from './learning/weights-file.js';
import { shareCell } from './tables/markdown.js';
import { missingPart, openSet, questionSets, SHARED } from './question-sets.js';

const USAGE = `npm run learn -- [ranking | sentence | acceptance | strength] [options]
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

async function learn(chosen: readonly (keyof typeof LEARNABLE)[], hold: number, keep: readonly string[]): Promise<void> {
  const kinds = chosen.filter((kind) => kind !== 'strength');
  checkOptions(kinds, hold, keep);
  const { told, answers } = await tellSets(kinds.length > 0, kinds.length < chosen.length);
  if (kinds.length < chosen.length) sayStrength(answers);
  for (const kind of kinds) {
    const { features, inUse } = LEARNABLE[kind];
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
    const proof = [...shares].map(([name, [before, , after]]) => `${name} ${before ?? ''} → ${after ?? ''}`).join(', ');
    const origin = `${MEANING[kind]} Written by \`npm run learn -- ${kind} --write\`${kept.length > 0 ? ` with ${kept.join(', ')} set by hand` : ''};\n * ${kind === 'acceptance' ? 'decided as it should be' : 'the right one first'}, on questions left out of learning: ${proof}.`;
    writeOrSay(LEARNABLE[kind], learned, origin);
  }
}

/** How far strength parts right answers from wrong ones; what a half teaches is tried on the other half. */
function sayStrength(answers: readonly StrengthCase[]): void {
  const learned = learnStrength(answers);
  const without = [0, 1].map((half) => learnStrength(answers.filter((answer) => answer.half !== half)));
  console.log('\n| strength | answers right / wrong | area in use | area, learned without this half | wrong ones that are weak | right ones that are weak |\n|---|---|---|---|---|---|');
  const share = (some: number, of: number): string => shareCell({ right: some, count: of });
  const told = (area: number): string => (Number.isNaN(area) ? '–' : area.toFixed(3));
  const proofs: string[] = [];
  for (const [name, some] of groups(answers)) {
    const [inUse, { right, wrong, weakRight, weakWrong, area }]: [Parting, Parting] = [partingOf(some, () => LEARNABLE.strength.inUse), partingOf(some, ({ half }) => without[half] ?? learned)];
    console.log(`| ${[name, `${right} / ${wrong}`, told(inUse.area), told(area), share(weakWrong, wrong), share(weakRight, right)].join(' | ')} |`);
    proofs.push(`${name} ${weakWrong}/${wrong} and ${weakRight}/${right}`);
  }
  writeOrSay(LEARNABLE.strength, learned, `How much each speaks for an answer being right: from answers that were judged. Written by \`npm run learn -- strength --write\`;\n * wrong and right answers that are weak, learned without their half: ${proofs.join(', ')}.`);
}

function writeOrSay({ file, constant, features }: Learnable, learned: readonly number[], origin: string): void {
  const weights = namedWeights(features, learned);
  console.log(`\n${constant}: ${JSON.stringify(weights)}`);
  if (!values.write) return;
  writeFileSync(file, withWeights(readFileSync(file, 'utf8'), constant, weights, origin));
  console.log(`written to ${file}`);
}

/** What the sets at hand teach, as far as it is asked for. */
async function tellSets(hasWeights: boolean, hasStrength: boolean): Promise<{ told: ToldQuestion[]; answers: StrengthCase[] }> {
  const [told, answers]: [ToldQuestion[], StrengthCase[]] = [[], []];
  for (const set of questionSets(values.shared)) {
    const missing = missingPart(set);
    if (missing !== null) {
      console.log(`skipped: ${set.name}, because ${missing} is not here`);
      continue;
    }
    const open = await openSet(set);
    if (hasWeights) told.push(...(await tellSet(set, open.rows, open.answering)));
    if (hasStrength) answers.push(...(await strengthCases(set, open.rows, open.answering)));
    open.close();
  }
  return { told, answers };
}

/** The questions of each set; those for judging apart. */
function groups<One extends { set: string; isLearnedFrom: boolean }>(told: readonly One[]): Map<string, One[]> {
  const found = new Map<string, One[]>();
  for (const question of told) {
    const name = question.isLearnedFrom ? question.set : `${question.set}, never learned from`;
    found.set(name, [...(found.get(name) ?? []), question]);
  }
  return found;
}

function chosenKinds(words: readonly string[]): (keyof typeof LEARNABLE)[] {
  const kinds = Object.keys(LEARNABLE) as (keyof typeof LEARNABLE)[];
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
