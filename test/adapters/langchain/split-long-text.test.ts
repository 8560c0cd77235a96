import { describe, expect, it } from 'vitest';
import { splitLongText } from '../../../src/adapters/langchain/split-long-text.js';

describe('splitting an overlong sentence', () => {
  it('keeps every printed character in order and prefers semicolons', async () => {
    const text = `${'甲'.repeat(60)}；${'乙'.repeat(30)}，${'丙'.repeat(60)}。`;
    const pieces = await splitLongText(text, 100);
    expect(pieces.join('')).toBe(text);
    expect(pieces[0]).toBe('甲'.repeat(60));
    for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(100);
  });

  it('cuts even where there is no border at all', async () => {
    const pieces = await splitLongText('字'.repeat(950), 300);
    expect(pieces.map(({ length }) => length)).toEqual([300, 300, 300, 50]);
  });
});
