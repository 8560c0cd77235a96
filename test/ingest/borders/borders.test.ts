import { describe, expect, it } from 'vitest';
import { isThere, PAGE_SETS, scoreSet } from './read-golden.js';

describe.each(PAGE_SETS)('pages of $name', (set) => {
  it.skipIf(!isThere(set))('are split where their articles begin, with the right titles and days (skipped where the pages are absent)', async () => {
    const { pages, score } = await scoreSet(set);
    const shares = { precision: score.borders / score.found, recall: score.borders / score.wanted, titles: score.titles / score.titlesWanted, dates: score.dates / score.wanted, ends: score.ends / score.wanted };
    for (const [name, share] of Object.entries(shares)) expect(share, `${name}; ${score.faults.join('; ')}`).toBeGreaterThanOrEqual(set.least);
    expect(pages).toBeGreaterThanOrEqual(set.name === 'seeds' ? 2 : 12);
  });
});
