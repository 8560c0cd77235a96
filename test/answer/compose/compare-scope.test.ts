import { expect, it } from 'vitest';
import { readComparison } from '../../../src/answer/compose/compare/read-comparison.js';
import { buildThesaurus } from '../../../src/answer/thesaurus.js';
import { understand } from '../../../src/answer/understand.js';

const thesaurus = buildThesaurus({ entries: [], same: [] });
const sidesOf = (question: string): string[] => readComparison(understand(question, thesaurus))?.sides.map((side) => side.question) ?? [];

it('gives the session that only one side names to the other side too', () => {
  for (const side of sidesOf('市政协五届三次会议收到的提案比立案的多多少件？')) expect(side).toContain('五届三次会议');
});

it('leaves a side alone that says its own session or year', () => {
  const [first, second] = sidesOf('五届三次会议立案的提案比五届四次会议的多多少件？');
  expect(first).not.toContain('四次');
  expect(second).not.toContain('三次');
  for (const side of sidesOf('2024年立案的提案比2023年的多多少件？')) expect(side.match(/\d{4}年/g)).toHaveLength(1);
});
