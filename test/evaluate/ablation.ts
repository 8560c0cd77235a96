// What each part brings: the sets asked again with one part taken out at a time. npm run ablate -- [SET…] [--most N]
import { parseArgs } from 'node:util';
import { answerQuestion, type AnswerPorts } from '../../src/answer/answer-question.js';
import { ClearError } from '../../src/domain/errors.js';
import { isAnswerable, type QuestionRow } from '../../src/evaluate/question-row.js';
import { judgeAnswer } from '../../src/evaluate/judge-answer.js';
import { parts, type Without } from './ablation/without.js';
import { chosenSets, missingPart, openSet, SHARED, type QuestionSet } from './question-sets.js';
import { markdownOf } from './tables/markdown.js';

const USAGE = `npm run ablate -- [SET…] [options]     every set when none is named
  --most N        so many questions of a set at most, evenly taken (default 400)
  --shared DIR    where the sets beside the project lie (default: ../shared)`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { most: { type: 'string', default: '400' }, shared: { type: 'string', default: SHARED }, help: { type: 'boolean', default: false } },
});
try {
  if (values.help) console.log(USAGE);
  else await ablate(chosenSets(positionals, values.shared), Number(values.most));
} catch (error) {
  if (!(error instanceof ClearError)) throw error;
  console.error(error.message);
  process.exitCode = error.exitCode;
}

async function ablate(sets: readonly QuestionSet[], most: number): Promise<void> {
  if (!Number.isInteger(most) || most < 1) throw new ClearError(`--most ${JSON.stringify(values.most)} is not a whole number of 1 and more.`, 2);
  const here = sets.filter((set) => missingPart(set) === null);
  for (const set of sets.filter((one) => !here.includes(one))) console.log(`skipped: ${set.name}, because ${missingPart(set) ?? ''} is not here`);
  const table = new Map<string, string[]>(['everything in place', ...parts().map(({ part }) => part)].map((name) => [name, []]));
  for (const set of here) {
    console.error(`${set.name} …`);
    const open = await openSet(set);
    const judged = open.rows.filter((row) => set.isJudged(row));
    const rows = judged.filter((_, index) => Math.floor((index * most) / judged.length) !== Math.floor(((index - 1) * most) / judged.length) || judged.length <= most);
    const whole = await verdicts(rows, open.answering);
    table.get('everything in place')?.push(`${countOf(rows, whole, true)} / ${countOf(rows, whole, false)} of ${rows.length}`);
    for (const without of parts()) table.get(without.part)?.push(await change(without, rows, whole, open.answering));
    open.close();
  }
  console.log(markdownOf('What each part brings: change in questions answered right / rightly declined, without it', ['without', ...here.map(({ name }) => name)], [...table].map(([name, cells]) => [name, ...cells])));
}

/** `-12 / +1`: what taking a part out changes; a dot where nothing does. */
async function change({ ports, row: reword }: Without, rows: readonly QuestionRow[], whole: readonly boolean[], answering: AnswerPorts): Promise<string> {
  const used = ports === undefined ? answering : ports(answering, await answering.generation());
  const touched = rows.map((row) => (reword === undefined ? row : reword(row)));
  const asked = touched.filter((row) => row !== null);
  const right = (await verdicts(asked, used))[Symbol.iterator]();
  const after = touched.map((row, index) => (row === null ? (whole[index] ?? false) : (right.next().value ?? false)));
  const changes = [true, false].map((isAsked) => countOf(rows, after, isAsked) - countOf(rows, whole, isAsked));
  return changes.every((difference) => difference === 0) ? '·' : changes.map((difference) => (difference > 0 ? `+${difference}` : String(difference))).join(' / ');
}

async function verdicts(rows: readonly QuestionRow[], ports: AnswerPorts): Promise<boolean[]> {
  const right: boolean[] = [];
  for (const row of rows) right.push(judgeAnswer(row, await answerQuestion({ id: row.id, question: row.question, history: row.history }, 'evaluate', ports), new Map()) === null);
  return right;
}

function countOf(rows: readonly QuestionRow[], right: readonly boolean[], isAsked: boolean): number {
  return rows.filter((row, index) => isAnswerable(row) === isAsked && right[index] === true).length;
}
