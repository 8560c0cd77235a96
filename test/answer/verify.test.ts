import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isHeld, isLeadHeld, verify } from '../../src/answer/verify.js';
import type { StoredPassage } from '../../src/ports/generation.js';
import { lanqiaoGeneration } from './ask-lanqiao.js';

const SOURCE = '2024年5月22日，全市收到意见1300条，办结81.5%，安排资金4,350万元，\n第七号闸门由南岸街道更换。';

describe('what a passage holds', () => {
  it.each([
    ['its own words', '收到意见1300条', true],
    ['its words over a line break', '安排资金4,350万元，第七号闸门', true],
    ['the whole', SOURCE, true],
    ['a changed digit', '收到意见1308条', false],
    ['two digits exchanged', '收到意见3100条', false],
    ['a piece of a longer figure', '收到意见130', false],
    ['the tail of a longer figure', '300条', false],
    ['the whole part of a decimal', '办结81', false],
    ['a piece of a grouped figure', '350万元', false],
    ['another day', '2024年5月23日', false],
    ['a day cut short', '2024年5月2', false],
    ['a day of a month that is not said', '6月22日', false],
    ['another name', '由北岸街道更换', false],
    ['another Chinese numeral', '第九号闸门', false],
    ['words in another order', '更换第七号闸门', false],
  ])('%s', (_, text, isIn) => {
    expect(isHeld(text, SOURCE)).toBe(isIn);
  });

  it('no text with one digit changed to another', () => {
    const digits = [...SOURCE.matchAll(/\d/g)].map(({ index }) => index);
    fc.assert(
      fc.property(fc.constantFrom(...digits), fc.integer({ min: 1, max: 9 }), (at, step) => {
        const digit = String((Number(SOURCE[at]) + step) % 10);
        expect(isHeld(SOURCE.slice(0, at) + digit + SOURCE.slice(at + 1), SOURCE)).toBe(false);
      }),
    );
  });

  it('no text with one character of a word exchanged', () => {
    fc.assert(
      fc.property(fc.nat(SOURCE.length - 1), (at) => {
        fc.pre(/\S/.test(SOURCE[at] ?? ''));
        expect(isHeld(`${SOURCE.slice(0, at)}龘${SOURCE.slice(at + 1)}`, SOURCE)).toBe(false);
      }),
    );
  });

  it('every passage holds itself, and each of its lines', async () => {
    const { corpus } = await lanqiaoGeneration();
    for (const { text } of corpus.passages([...Array(corpus.passageCount).keys()])) for (const part of [text, ...text.split('\n')]) expect(isHeld(part, text)).toBe(true);
  });
});

describe('verify', () => {
  it('keeps the statements that hold, in order, and drops the others', () => {
    const passage = { text: SOURCE } as StoredPassage;
    const cut = (text: string) => ({ text, passage });
    expect(verify([cut('第七号闸门'), cut('收到意见1500条'), cut('收到意见1300条')]).map(({ text }) => text)).toEqual(['第七号闸门', '收到意见1300条']);
  });
});

describe('a sentence of ours', () => {
  it.each([
    ['with a figure of the question', '说法：1500条。', true],
    ['with a figure of the record', '记录：1300条。', true],
    ['with a computed figure', '相差200条。', true],
    ['with a figure of nowhere', '相差201条。', false],
    ['without figures', '说法与记录不符。', true],
  ])('%s', (_, lead, isIn) => {
    expect(isLeadHeld(lead, '听说收到意见1500条', [SOURCE], ['200'])).toBe(isIn);
  });
});
