import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitClauses, splitSentences } from '../../src/language/sentences.js';
import { inventedText } from './invented-text.js';

const sentences = (text: string): string[] => splitSentences(text).map(({ start, end }) => text.slice(start, end));
const clauses = (text: string): string[] => splitClauses(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end));

describe('splitSentences', () => {
  it.each([
    ['会议通过决议。代表发言！谁主持？', ['会议通过决议。', '代表发言！', '谁主持？']],
    ['她说：“散会。”大家离场。', ['她说：“散会。”', '大家离场。']],
    ['他问“谁去？”，没有人答。随后散会。', ['他问“谁去？”，没有人答。', '随后散会。']],
    ['（全体同意。）会议结束', ['（全体同意。）', '会议结束']],
    ['真的？！是的', ['真的？！', '是的']],
    ['第一行\n第二行。\n\n第三行', ['第一行', '第二行。', '第三行']],
    ['水位上涨3.5米。下降0.2米', ['水位上涨3.5米。', '下降0.2米']],
    ['一、听取报告；二、表决。', ['一、听取报告；二、表决。']],
    ['  前后有空白。 \t 中间也有。  ', ['前后有空白。', '中间也有。']],
    ['', []],
    [' \n　\n ', []],
    ['没有句号', ['没有句号']],
  ])('%j', (text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });

  it('gives spans in order that do not overlap, are trimmed and hold every visible character', () => {
    fc.assert(
      fc.property(inventedText, (text) => {
        const spans = splitSentences(text);
        let at = 0;
        for (const { start, end } of spans) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(text.slice(at, start).trim()).toBe('');
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          at = end;
        }
        expect(text.slice(at).trim()).toBe('');
      }),
    );
  });
});

describe('splitClauses', () => {
  it.each([
    ['收到提案87件，其中联名提案9件；立案71件。', ['收到提案87件，', '其中联名提案9件；', '立案71件。']],
    ['总额1,204,567元，增长5%', ['总额1,204,567元，', '增长5%']],
    ['会议（由陆沉舟、白棠，二人轮流主持）召开，随后结束', ['会议（由陆沉舟、白棠，二人轮流主持）召开，', '随后结束']],
    ['“桥，路”和灯，已修', ['“桥，路”和灯，', '已修']],
    ['结论：同意', ['结论：同意']],
    ['）多了半个括号，照样切', ['）多了半个括号，', '照样切']],
    ['（少了半个括号，不再切', ['（少了半个括号，不再切']],
  ])('%j', (text, expected) => {
    expect(clauses(text)).toEqual(expected);
  });

  it('cuts inside the given span only', () => {
    const text = '甲，乙。丙，丁。戊，己。';
    expect(splitClauses(text, { start: 4, end: 8 }).map(({ start, end }) => text.slice(start, end))).toEqual(['丙，', '丁。']);
  });

  it('loses nothing of a sentence', () => {
    fc.assert(
      fc.property(inventedText, (text) => {
        for (const sentence of splitSentences(text)) {
          const spans = splitClauses(text, sentence);
          const joined = spans.map(({ start, end }) => text.slice(start, end)).join('');
          expect(joined.replace(/\s/g, '')).toBe(text.slice(sentence.start, sentence.end).replace(/\s/g, ''));
          expect(spans.every(({ start, end }) => start >= sentence.start && end <= sentence.end && end > start)).toBe(true);
        }
      }),
    );
  });
});
