import { expect, it } from 'vitest';
import { faultOfCurated } from '../../../src/answer/curated/answer-curated.js';
import type { StoredPassage } from '../../../src/ports/generation.js';
import { lanqiaoGeneration } from '../ask-lanqiao.js';

/** The passage of the invented records that says how many proposals one session received. */
async function passage(): Promise<StoredPassage> {
  const { corpus } = await lanqiaoGeneration();
  const rows = Array.from({ length: corpus.passageCount }, (_, row) => row);
  const found = corpus.passages(rows).find(({ text }) => text.includes('提案312件'));
  if (found === undefined) throw new Error('the invented records changed');
  return found;
}

it.each([
  ['共收到提案312件 [1]。', null],
  ['这一届共收到提案312件 [1]，是一次会议的数字。', null],
  ['共收到提案313件 [1]。', 'figure'],
  ['共收到提案三百一十三件 [1]。', 'figure'],
  ['审查用了六十天 [1]。', 'figure'],
  ['共收到提案312件 [2]。', 'marker'],
  ['2024年2月30日之后的2024年3月1日通过 [1]。', 'date'],
  ['[1]', 'empty'],
])('what a moderator writes is held to the cited passages: %s', async (answer, fault) => {
  expect(faultOfCurated(answer, [await passage()])).toBe(fault);
});
