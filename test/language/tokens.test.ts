import fc from 'fast-check';
import * as OpenCC from 'opencc-js/cn2t';
import { describe, expect, it } from 'vitest';
import { indexTerms, tagWords, termWeight } from '../../src/language/tokens.js';
import { fold } from '../../src/language/fold.js';
import { inventedText, plainChinese } from './invented-text.js';

/** The package's own types do not resolve under NodeNext. */
const toTraditional = (OpenCC as unknown as { Converter(options: { from: string; to: string }): (text: string) => string }).Converter({ from: 'cn', to: 't' });
const toFullWidth = (text: string): string => text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0)).replaceAll(' ', '\u3000');

describe('indexTerms', () => {
  it.each([
    ['桥梁', ['桥', '桥梁', '梁']],
    ['代表大会', ['代', '代表', '表', '表大', '大', '大会', '会', '代表大会']],
    ['提案87件', ['提', '提案', '案', 'n:87', '件']],
    ['占31.5%', ['占', 'n:31.5%']],
    ['1,204万', ['n:1204', '万']],
    ['NorthRiver', ['northriver']],
    ['lib_river-v2', ['lib_river-v2', 'lib', 'river', 'v2']],
    ['C++', ['c++']],
    ['2031年4月5日', ['d:2031-04-05', 'd:04-05', 'm:2031-04', 'y:2031']],
    ['4月5日', ['d:04-05']],
    ['2031年4月', ['m:2031-04', 'y:2031']],
    ['……——👍', []],
    ['', []],
  ])('%j', (text, terms) => {
    expect(indexTerms(text)).toEqual(terms);
  });

  it('says a term as often as it occurs', () => {
    expect(indexTerms('桥和桥').filter((term) => term === '桥')).toHaveLength(2);
  });

  it('indexes a session under every key by which one may ask for it', () => {
    expect(indexTerms('市政协三届二次会议').filter((term) => term.startsWith('k:')).sort()).toEqual(['k:*:3:2', 'k:cppcc:*:2', 'k:cppcc:3:2']);
    expect(indexTerms('第二次会议').filter((term) => term.startsWith('k:'))).toEqual([]);
  });

  it('writes a date the same whatever its notation', () => {
    const dated = (text: string): string[] => indexTerms(text).filter((term) => /^[dmy]:/.test(term));
    for (const notation of ['2031-04-05', '二〇三一年四月五日', '20310405', '民国120年4月5日', '５ April ２０３１']) expect(dated(notation), notation).toEqual(dated('2031年4月5日'));
  });

  it('is the same for traditional and simplified script', () => {
    fc.assert(
      fc.property(plainChinese, (text) => {
        const traditional = toTraditional(text);
        fc.pre(fold(traditional) === fold(text));
        expect(indexTerms(traditional)).toEqual(indexTerms(text));
      }),
    );
  });

  it('is the same for full and half width', () => {
    fc.assert(fc.property(plainChinese, (text) => {
      expect(indexTerms(toFullWidth(text))).toEqual(indexTerms(text));
    }));
  });

  it('takes any text and gives folded terms without white space', () => {
    fc.assert(fc.property(inventedText, (text) => {
      for (const term of indexTerms(text)) {
        expect(term).toMatch(/^\S+$/);
        expect(fold(term)).toBe(term);
      }
    }));
  });
});

describe('termWeight', () => {
  it.each([['桥梁', 1], ['桥', 0.5], ['代表大会', 0.5], ['northriver', 2], ['n:87', 2], ['d:2031-04-05', 2], ['k:cppcc:3:2', 2], ['m:2031-04', 2], ['y:2031', 1]])('%s weighs %d', (term, weight) => {
    expect(termWeight(term)).toBe(weight);
  });
});

describe('tagWords', () => {
  it('gives words that make up the text', () => {
    fc.assert(fc.property(plainChinese, (text) => {
      expect(tagWords(fold(text)).map(({ word }) => word).join('')).toBe(fold(text));
    }));
  });

  it('tags places and verbs', () => {
    expect(tagWords('北京举行会议')).toEqual([{ word: '北京', tag: 'ns' }, { word: '举行', tag: 'v' }, { word: '会议', tag: 'n' }]);
  });
});
