// Changes one thing at a time in drafts made of right answers and counts what verification catches: npm run mutate -- [SET…] [--of-kind N] [--failures N]
import { parseArgs } from 'node:util';
import { judgeRows } from '../../../src/evaluate/evaluate.js';
import { isAnswerable } from '../../../src/evaluate/question-row.js';
import type { Answer } from '../../../src/domain/answer.js';
import { findPeople } from '../../../src/language/people.js';
import { chosenSets, missingPart, openSet, SHARED } from '../../evaluate/question-sets.js';
import { draftCases } from './draft-cases.js';
import type { DraftCase } from './mutations.js';
import { tryMutations } from './try-mutations.js';

const TARGETS = { caught: 99, rejected: 1 } as const;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { 'of-kind': { type: 'string', default: '100' }, failures: { type: 'string', default: '0' }, shared: { type: 'string', default: SHARED } } });
const failures = Number(values.failures);
const cases: DraftCase[] = [];
const sets = chosenSets(positionals.length > 0 ? positionals : ['pages', 'corpus', 'elsewhere', 'reports'], values.shared);
for (const set of sets) {
  const missing = missingPart(set);
  if (missing !== null) {
    console.log(`${set.name}: skipped, ${missing} is not here.`);
    continue;
  }
  const open = await openSet(set);
  const judged = await judgeRows(open.rows.filter((row) => set.isJudged(row) && isAnswerable(row)), new Map(), open.rehearsal);
  const right = judged.filter(({ fault, answer }) => fault === null && answer.citations.length > 0 && answer.verdict === null).map(({ answer }) => answer);
  cases.push(...casesOf(right));
  open.close();
}
const thesaurus = (await import('../ask-lanqiao.js')).thesaurus;
const { kinds, right } = tryMutations(cases, thesaurus, Number(values['of-kind']));
console.log('| kind | changed drafts | caught |\n| --- | --- | --- |');
let [tried, caught] = [0, 0];
for (const [kind, count] of Object.entries(kinds)) {
  tried += count.tried;
  caught += count.caught;
  console.log(`| ${kind} | ${String(count.tried)} | ${percent(count.caught, count.tried)} |`);
  for (const line of count.missed.slice(0, failures)) console.log(`  missed: ${line}`);
}
console.log(`| all | ${String(tried)} | ${percent(caught, tried)} (≥ ${String(TARGETS.caught)} ${100 * caught >= TARGETS.caught * tried ? 'met' : 'missed'}) |`);
const rejected = right.tried - right.accepted;
console.log(`\nUntouched right drafts rejected: ${String(rejected)} of ${String(right.tried)}, ${percent(rejected, right.tried)} (≤ ${String(TARGETS.rejected)} ${100 * rejected <= TARGETS.rejected * right.tried ? 'met' : 'missed'})`);
for (const line of right.rejected.slice(0, failures)) console.log(`  rejected: ${line}`);
if (100 * caught < TARGETS.caught * tried || 100 * rejected > TARGETS.rejected * right.tried) process.exitCode = 1;

function casesOf(answers: readonly Answer[]): DraftCase[] {
  const passages = answers.flatMap(({ citations }) => citations);
  const people = [...new Set(passages.flatMap(({ text }) => findPeople(text).filter(({ office }) => office !== '').map(({ name }) => name)))].filter((name) => /^[\u4e00-\u9fff]{2,3}$/.test(name));
  return answers.flatMap((answer, index) => draftCases(answer, [...passages.slice(index + 7), ...passages.slice(0, index)], people));
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${String(part)}/${String(whole)} ${((100 * part) / whole).toFixed(1)} %`;
}
