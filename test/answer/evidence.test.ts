import { describe, expect, it } from 'vitest';
import { coverage, gapsOf, gapsOfPassage, presence, weighWords, type Gap, type WeighedWord } from '../../src/answer/evidence.js';
import { understand } from '../../src/answer/understand.js';
import type { ArticleHeader } from '../../src/domain/corpus.js';
import { generationOf, lanqiaoGeneration, thesaurus } from './ask-lanqiao.js';
import { inventedDocument } from './lanqiao-news.js';

const header = (more: Partial<ArticleHeader> = {}): ArticleHeader => ({ articleId: 'a#1', documentId: 'a', ordinal: 0, title: '渡口修缮', body: '', meeting: '', date: '2024-05-22', kind: 'news', source: '', file: 'a', ...more });
const gaps = (question: string, more: Partial<ArticleHeader>, text: string, before = ''): Gap[] => gapsOf(understand(question, thesaurus), header(more), text, before);

describe('the date that a question demands', () => {
  it.each([
    ['the day of the article', '2024年5月22日修了什么', {}, '渡口修好了。', []],
    ['a day named in the text', '2024年5月20日修了什么', {}, '5月20日，渡口修好了。', []],
    ['another day', '2024年5月23日修了什么', {}, '渡口修好了。', ['date']],
    ['the same day of another year', '2023年5月22日修了什么', {}, '渡口修好了。', ['date']],
    ['the day without its year', '5月22日修了什么', {}, '渡口修好了。', []],
    ['the month of the article', '2024年5月修了什么', {}, '渡口修好了。', []],
    ['another month', '2024年6月修了什么', {}, '渡口修好了。', ['date']],
    ['an article without a date', '2024年5月22日修了什么', { date: null }, '渡口修好了。', ['date']],
    ['the year named in the text', '2023年修了什么', {}, '2023年，渡口修好了。', []],
    ['the year of an undated sentence: that of the article', '2024年修了什么', {}, '渡口修好了。', []],
    ['another year', '2021年修了什么', {}, '渡口修好了。', ['date']],
    ['no date at all', '渡口修了什么', { date: null }, '渡口修好了。', []],
  ] as const)('%s', (_, question, more, text, expected) => {
    expect(gaps(question, more, text)).toEqual(expected);
  });

  it('a year governs what follows it', () => {
    expect(gaps('2023年修了多少座渡口', {}, '修好渡口六座。', '2023年')).toEqual([]);
    expect(gaps('2024年修了多少座渡口', {}, '修好渡口六座。', '2023年')).toEqual(['date']);
  });

  it('the year in a title governs a text that names none', () => {
    expect(gaps('2023年修了多少座渡口', { title: '2023年渡口修缮总结' }, '修好渡口六座。')).toEqual([]);
  });
});

describe('the session that a question demands', () => {
  it.each([
    ['the same, in short', '政协五届三次会议谁讲话', '政协第五届澜桥市委员会第三次会议', []],
    ['the term left out', '政协三次会议谁讲话', '政协第五届澜桥市委员会第三次会议', []],
    ['the session after', '政协五届四次会议谁讲话', '政协第五届澜桥市委员会第三次会议', ['meeting']],
    ['the term before', '政协四届三次会议谁讲话', '政协第五届澜桥市委员会第三次会议', ['meeting']],
    ['the same numbers of another organ', '人大五届三次会议谁讲话', '政协第五届澜桥市委员会第三次会议', ['meeting']],
    ['an article of no session', '政协五届三次会议谁讲话', '', ['meeting']],
  ])('%s', (_, question, meeting, expected) => {
    expect(gaps(question, { meeting }, '主席讲话。')).toEqual(expected);
  });

  it('may be named in the text alone', () => {
    expect(gaps('政协五届三次会议谁讲话', {}, '在政协五届三次会议上，主席讲话。')).toEqual([]);
  });
});

describe('gaps of a passage', () => {
  it('the year is read from above the passage in its article', async () => {
    const filler = Array.from({ length: 28 }, (_, index) => `第${String(index + 1)}段石阶、栏杆和灯柱由镇上逐段修整，材料就近取用。`).join('');
    const { corpus } = await generationOf([inventedDocument('long.md', `2021年，渡口开工。\n\n${filler}\n\n完工渡口六座。`, { title: '渡口修缮', date: '2024-05-22' })]);
    const last = corpus.passages([corpus.passageCount - 1])[0]!;
    expect(last.text).not.toContain('2021');
    expect(gapsOfPassage(understand('2021年完工渡口多少座', thesaurus), last, corpus)).toEqual([]);
    expect(gapsOfPassage(understand('2022年完工渡口多少座', thesaurus), last, corpus)).toEqual(['date']);
  });

  it('another place is a gap, the place of another article of the page is none', async () => {
    const page = inventedDocument('page.txt', '桂林市日报\n\n2024年3月1日 星期五 第1版\n\n桂林市渡口管理会议召开\n\n本报讯 2月29日，会议召开，渡口由镇上管理。\n\n渡口灯柱换新\n\n本报讯 2月28日，我市更换渡口灯柱六根。');
    const { corpus } = await generationOf([page]);
    const rows = corpus.passages([...Array(corpus.passageCount).keys()]);
    const lamp = rows.find(({ text }) => text.includes('六根'))!;
    expect(lamp.text).not.toContain('桂林');
    expect(gapsOfPassage(understand('桂林市更换渡口灯柱多少根', thesaurus), lamp, corpus)).toEqual([]);
    expect(gapsOfPassage(understand('绵阳市更换渡口灯柱多少根', thesaurus), lamp, corpus)).toEqual(['place']);
  });
});

describe('how far a text speaks of the words', () => {
  const word = (text: string, more: Partial<WeighedWord> = {}): WeighedWord => ({ text, importance: 1, synonyms: [], isName: false, weight: 1, isUnknown: false, ...more });

  it.each([
    ['itself', word('渡口'), '修好渡口', 1],
    ['an official wording', word('修路', { synonyms: ['道路改造'] }), '道路改造三条', 0.95],
    ['nothing', word('渡口'), '修好泵站', 0],
    ['the short form of a longer name', word('江行', { isUnknown: true }), '由江南银行承办', 0.7],
  ])('%s', (_, asked, text, share) => {
    expect(presence(asked, text)).toBe(share);
  });

  it('a part of a long word counts in part', () => {
    const half = presence(word('失业率'), '就业率上升，失业人数下降');
    expect(half).toBeGreaterThan(0);
    expect(half).toBeLessThan(0.95);
  });

  it('coverage is the share of the weight, the best text of each word counted with its factor', () => {
    const words = [word('渡口', { weight: 3 }), word('泵站', { weight: 1 })];
    expect(coverage(words, [{ folded: '渡口', factor: 1 }])).toBe(0.75);
    expect(coverage(words, [{ folded: '渡口', factor: 1 }, { folded: '渡口泵站', factor: 0.5 }])).toBe(0.875);
    expect(coverage([], [{ folded: '渡口', factor: 1 }])).toBe(1);
  });

  it('a rare word weighs more than a common one, a name more than another word', async () => {
    const { lexical, corpus } = await lanqiaoGeneration();
    const [rare, common, named] = weighWords([word('闸门'), word('会议'), word('闸门', { isName: true })], lexical, corpus.passageCount);
    expect(rare!.weight).toBeGreaterThan(common!.weight);
    expect(named!.weight).toBeGreaterThan(rare!.weight);
    expect([rare, common].map((weighed) => weighed!.isUnknown)).toEqual([false, false]);
    expect(weighWords([word('鲸鱼')], lexical, corpus.passageCount)[0]!.isUnknown).toBe(true);
  });
});
