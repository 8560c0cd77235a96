import { describe, expect, it } from 'vitest';
import { readComparison, readExtreme } from '../../src/answer/compose/compare/read-comparison.js';
import { findSeries } from '../../src/answer/compose/compare/series.js';
import { understand } from '../../src/answer/understand.js';
import { thesaurus } from './ask-lanqiao.js';

type Row = readonly [question: string, sides: readonly string[]];

const SPLIT: readonly Row[] = [
  ['甲类提案比乙类多多少件', ['甲类提案是多少件', '乙类提案是多少件']],
  ['2031年的粮食产量目标比2030年高多少', ['2031年的粮食产量目标是多少', '2030年的粮食产量目标是多少']],
  ['渔业产值和林业产值哪个更高', ['渔业产值是多少', '林业产值是多少']],
  ['主席团第五次和第六次会议的主持人一样吗', ['主席团第五次会议的主持人是谁', '主席团第六次会议的主持人是谁']],
  ['青州、白州和黑州2031年的就业目标分别是多少', ['青州2031年的就业目标是多少', '白州2031年的就业目标是多少', '黑州2031年的就业目标是多少']],
  ['四次会议的提案数和三次会议比，多了多少件', ['四次会议的提案数是多少件', '三次会议的提案数是多少件']],
  ['“渡口和码头更新”表决时赞成票和反对票各有多少', ['“渡口和码头更新”表决时赞成票有多少', '“渡口和码头更新”表决时反对票有多少']],
];

describe('a question with two sides', () => {
  it.each(SPLIT)('%s', (question, sides) => {
    expect(readComparison(understand(question, thesaurus))?.sides.map((side) => side.question)).toEqual(sides);
  });

  it.each(['林业产值的比重是多少', '渔业产值比上年增长多少', '谁和哪位委员一起提了建议', '两个软件相比有什么优点', '会议听取和讨论了什么'])('is not seen in: %s', (question) => {
    expect(readComparison(understand(question, thesaurus))).toBeNull();
  });
});

describe('a question for an end of a series', () => {
  it.each([
    ['哪一类提案最多', 'most', 1, null],
    ['件数最少的是哪类', 'least', 1, null],
    ['占比排第二的是哪一类', 'most', 1, 2],
    ['提案最多的前三类是哪几类', 'most', 3, null],
  ] as const)('%s', (question, end, count, rank) => {
    expect(readExtreme(understand(question, thesaurus))).toEqual({ end, count, rank });
  });

  it('is not seen where the superlative only describes', () => {
    expect(readExtreme(understand('最大的收获是什么时候取得的', thesaurus))).toBeNull();
  });
});

describe('a series', () => {
  it('gives a share to the thing named before it', () => {
    const series = findSeries('其中，渔业类30件，占30%，林业类50件，占50%，水利类20件，占20%。');
    expect(series.map(({ unit, items }) => [unit, items.map(({ label, printed }) => `${label}:${printed}`)])).toEqual([
      ['件', ['渔业类:30件', '林业类:50件', '水利类:20件']],
      ['%', ['渔业类:30%', '林业类:50%', '水利类:20%']],
    ]);
  });

  it('may be a list of lines', () => {
    const series = findSeries('分为三类：\n\n- 渔业类提案30件\n- 林业类提案50件\n- 水利类提案20件\n');
    expect(series.find(({ unit }) => unit === '件')?.items.map(({ label }) => label)).toEqual(['渔业类提案', '林业类提案', '水利类提案']);
  });
});
