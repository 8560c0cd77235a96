import { describe, expect, it } from 'vitest';
import { buildThesaurus } from '../../src/answer/thesaurus.js';

const thesaurus = buildThesaurus({
  entries: [
    { say: ['修路', '修马路'], write: ['道路改造', '修路'] },
    { say: ['修路的钱'], write: ['道路养护经费'] },
    { say: ['修路'], write: ['公路养护'] },
    { say: ['ＡＢ卡'], write: ['通行證'] },
  ],
  same: [['政协', '政治协商会议'], ['常委会', '常务委员会', '常委']],
});

describe('spoken wordings in a question', () => {
  it.each([
    ['今年修马路吗', [['修马路', ['道路改造', '修路']]]],
    ['修路的钱从哪来', [['修路的钱', ['道路养护经费']]]],
    ['修路的钱够修路吗', [['修路的钱', ['道路养护经费']], ['修路', ['道路改造', '公路养护']]]],
    ['道路改造几条', []],
    ['', []],
  ])('%s', (question, found) => {
    expect(thesaurus.spokenIn(question).map(({ say, write }) => [say, write])).toEqual(found);
  });

  it('are folded like the question, and so are the official ones', () => {
    expect(thesaurus.spokenIn('ab卡怎么办')).toEqual([{ say: 'ab卡', write: ['通行证'] }]);
  });

  it('never stand for themselves', () => {
    expect(thesaurus.spokenIn('修路')[0]?.write).not.toContain('修路');
  });
});

describe('other wordings of one thing', () => {
  it('are all the others of the group', () => {
    expect(thesaurus.sameAs('常委会')).toEqual(['常务委员会', '常委']);
    expect(thesaurus.sameAs('政治协商会议')).toEqual(['政协']);
    expect(thesaurus.sameAs('市政府')).toEqual([]);
  });

  it('are put in place of a part of a longer word', () => {
    expect(thesaurus.variants('市政协')).toEqual(['市政治协商会议']);
    expect(thesaurus.variants('政协')).toEqual(['政治协商会议']);
    expect(thesaurus.variants('泵站')).toEqual([]);
  });
});
