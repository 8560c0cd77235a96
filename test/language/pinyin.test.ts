import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainPinyin, readingsOf, spellPinyin, splitSyllables } from '../../src/language/pinyin.js';

describe('plainPinyin', () => {
  it.each([['Lù Chénzhōu', 'lu chenzhou'], ['lǚ', 'lv'], ['lü', 'lv'], ['Lyu', 'lv'], ['shui3ku4', "shui'ku"], ["Xi'an", "xi'an"], ['Xi’an', "xi'an"], ['guanyu', 'guanyu'], ['v2', 'v2'], ['PMC', 'pmc']])('%s → %s', (typed, plain) => {
    expect(plainPinyin(typed)).toBe(plain);
  });
});

describe('splitSyllables', () => {
  it.each([
    ['yunxi', [['yun', 'xi']]],
    ['tian', [['tian'], ['ti', 'an']]],
    ["ti'an", [['ti', 'an']]],
    ['zhuang', [['zhuang'], ['zhu', 'ang']]],
    ['lvdao', [['lv', 'dao'], ['lv', 'da', 'o']]],
    ['bridge', []],
    ['the', []],
    ['', []],
    ['sh', []],
  ])('%s', (letters, splits) => {
    expect(splitSyllables(letters)).toEqual(splits);
  });

  it('puts the letters together again', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('yun', 'xi', 'an', 'e', 'shi', 'zhuang', 'lv', 'er', 'ng', 'q'), { minLength: 1, maxLength: 8 }), (parts) => {
      const letters = parts.join('');
      for (const split of splitSyllables(letters)) expect(split.join('')).toBe(letters);
      if (parts.every((part) => part !== 'ng' && part !== 'q')) expect(splitSyllables(letters).length).toBeGreaterThan(0);
    }));
  });
});

describe('readings', () => {
  it.each([['行', ['xing', 'hang', 'heng']], ['桥', ['qiao']], ['女', ['nv', 'ru']]])('%s', (character, readings) => {
    expect(readingsOf(character)).toEqual(readings);
  });

  it.each([['云溪市', 'yunxishi'], ['银行行长', 'yinhanghangzhang'], ['綠道', 'lvdao'], ['第2届', 'dijie'], ['', '']])('%s is spelt %s', (text, letters) => {
    expect(spellPinyin(text)).toBe(letters);
  });
});
