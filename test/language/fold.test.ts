import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, visibleText } from '../../src/language/fold.js';
import { inventedText } from './invented-text.js';

describe('fold', () => {
  it.each([
    ['ＡＢｃ１２３％', 'abc123%', 'full width to half width, capitals to small letters'],
    ['發展國家經濟', '发展国家经济', 'traditional to simplified'],
    ['臺灣後面的麵館', '台湾后面的面馆', 'characters with several origins'],
    ['「甲」『乙』“丙”‘丁’', '"甲""乙""丙"\'丁\'', 'quotation marks'],
    ['，：；！？（）', ',:;!?()', 'full-width marks'],
    ['。、《》', '。、《》', 'marks that only Chinese has'],
    ['甲\u3000乙\u00a0丙', '甲 乙 丙', 'spaces of other widths'],
    ['2031–04–05', '2031-04-05', 'en dash'],
    ['2031‐04‑05−6', '2031-04-05-6', 'hyphens and minus'],
    ['甲—乙', '甲—乙', 'em dash'],
    ['①⑨', '19', 'circled digits'],
    ['㎡㈠ﬁ', '㎡㈠ﬁ', 'signs whose plain form is longer keep their length'],
    ['二〇三一', '二〇三一', 'the Chinese zero'],
  ])('%s → %s (%s)', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('keeps the length of every text, so that offsets hold in both', () => {
    fc.assert(fc.property(inventedText, (text) => fold(text).length === text.length));
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => fold(text).length === text.length));
  });

  it('folds a compatibility form of a traditional character to the simplified one', () => {
    expect(fold('\uf97b食')).toBe('粮食');
  });

  it('folds what is folded no further', () => {
    fc.assert(fc.property(inventedText, (text) => fold(fold(text)) === fold(text)));
  });

  it('folds a long text as its pieces', () => {
    const text = '臺北會議ＡＢ'.repeat(2000);
    expect(fold(text)).toBe('台北会议ab'.repeat(2000));
  });
});

describe('visibleText', () => {
  it.each([
    ['提\u200b案\u2060多\ufeff少件', '提案多少件', 'zero-width characters'],
    ['\u202e谁主持\u202c', '谁主持', 'marks of writing direction'],
    ['谁\u0000主\u0007持', '谁 主 持', 'control characters'],
    ['谁\u{e0041}\u{e0042}主持', '谁主持', 'hidden tag characters'],
    ['  谁\t主持\n\n第二次会议  ', '谁 主持 第二次会议', 'white space'],
    ['谁\ud800主持', '谁\ufffd主持', 'half of a surrogate pair'],
    ['❤\ufe0f', '❤', 'variation selectors'],
  ])('%j → %j (%s)', (typed, visible) => {
    expect(visibleText(typed)).toBe(visible);
  });

  it('is visible text itself', () => {
    fc.assert(fc.property(inventedText, (text) => visibleText(visibleText(text)) === visibleText(text)));
  });
});
