import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bigramShare, dice, squeeze } from '../../src/language/likeness.js';
import { inventedText } from './invented-text.js';

describe('squeeze', () => {
  it.each([['“桥梁”，养护-方案 Ａ1。', '桥梁养护方案a1'], ['《臺北》', '台北'], ['……', '']])('%s → %s', (text, squeezed) => {
    expect(squeeze(text)).toBe(squeezed);
  });

  it('squeezes what is squeezed no further', () => {
    fc.assert(fc.property(inventedText, (text) => squeeze(squeeze(text)) === squeeze(text)));
  });
});

describe('bigramShare', () => {
  it.each([['桥梁', '市桥梁养护', 1], ['桥梁养护', '桥梁与养护', 2 / 3], ['桥灯', '桥梁', 0], ['桥', '桥梁', 1], ['灯', '桥梁', 0], ['', '桥梁', 1]])('%s in %s: %d', (part, whole, share) => {
    expect(bigramShare(part, whole)).toBeCloseTo(share);
  });
});

describe('dice', () => {
  it.each([['桥梁养护', '桥梁养护', 1], ['桥', '桥', 1], ['桥', '灯', 0], ['桥梁', '灯塔', 0], ['桥梁养护', '桥梁维护', 1 / 3], ['桥桥桥', '桥桥', 2 / 3]])('%s and %s: %d', (a, b, likeness) => {
    expect(dice(a, b)).toBeCloseTo(likeness);
  });

  it('lies between 0 and 1, is 1 for equal texts and the same both ways', () => {
    fc.assert(fc.property(inventedText, inventedText, (a, b) => {
      expect(dice(a, b)).toBeGreaterThanOrEqual(0);
      expect(dice(a, b)).toBeLessThanOrEqual(1);
      expect(dice(a, b)).toBe(dice(b, a));
      expect(dice(a, a)).toBe(1);
    }));
  });
});
