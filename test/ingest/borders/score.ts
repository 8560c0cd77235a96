// How well pages are split into articles: npm run score:articles
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
