// How well pages are split into articles, and people and figures drawn out of them: npm run score:articles
import { scoreFacts } from '../facts/score-facts.js';
import { isThere, PAGE_SETS, scoreSet } from './read-golden.js';

const share = (right: number, of: number): string => `${right}/${of}${of === 0 ? '' : ` (${((100 * right) / of).toFixed(1)} %)`}`;

console.log('| pages | articles | border precision | border recall | titles | dates | kinds | first and last words |\n|---|---|---|---|---|---|---|---|');
for (const set of PAGE_SETS) {
  if (!isThere(set)) {
    console.log(`| ${set.name} | skipped: ${set.pages} is not there |`);
    continue;
  }
  const { pages, score } = await scoreSet(set);
  console.log(`| ${pages} ${set.name} | ${score.wanted} | ${share(score.borders, score.found)} | ${share(score.borders, score.wanted)} | ${share(score.titles, score.titlesWanted)} | ${share(score.dates, score.wanted)} | ${share(score.kinds, score.wanted)} | ${share(score.ends, score.wanted)} |`);
  for (const fault of score.faults) console.error(`  ${fault}`);
}

const { articles, people, figures, figuresAlone, faults } = scoreFacts();
console.log(`\n| drawn out of ${articles} invented articles | precision | recall |\n|---|---|---|`);
for (const [name, { wanted, found, right }] of [['people with office and state', people], ['figures with subject, measure, target or result, period', figures], ['figures, subject aside', figuresAlone]] as const) console.log(`| ${name} | ${share(right, found)} | ${share(right, wanted)} |`);
for (const fault of faults) console.error(`  ${fault}`);
