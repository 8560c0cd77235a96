import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/cli/plain-text.js';
import { printAnswer } from '../../src/cli/print-answer.js';
import { fakeAnswer } from './fake-entrance.js';

const ESC = '\u001B';
const citation = {
  marker: 1, passageId: 'p', articleId: 'a', documentId: 'd', title: '决议', body: '市政协', meeting: '四次会议', date: '2025-02-20',
  source: { file: '决议.md', page: null, startLine: 10, endLine: 12 }, quote: '三十件', text: '会议收到提案三十件。',
};
const question = { id: '1', question: '几件？', history: [] };

describe('plainText', () => {
  it.each([
    ['colour', `${ESC}[31m红${ESC}[0m`, '红'],
    ['a link that hides its target', `${ESC}]8;;https://evil.example${ESC}\\点我${ESC}]8;;${ESC}\\`, '点我'],
    ['a window title', `${ESC}]0;owned\u0007文`, '文'],
    ['a sequence in one byte', '\u009B31m文\u009D0;x\u009C', '文'],
    ['a device string', `${ESC}Pabc${ESC}\\文`, '文'],
    ['a sequence cut short', `文${ESC}[3`, '文'],
    ['a lone escape', `文${ESC}`, '文'],
    ['a carriage return that would overwrite the line', '真\r假', '真假'],
    ['backspace, NUL, DEL', '真\b\u0000\u007F文', '真文'],
    ['a reversed reading order', '真\u202E文\u2066', '真文'],
  ])('takes out %s', (_name, text, plain) => { expect(plainText(text)).toBe(plain); });

  it('keeps line breaks, tabs and everything else', () => {
    expect(plainText('一\r\n二\t三 😀 𠀀')).toBe('一\n二\t三 😀 𠀀');
  });
});

describe('printAnswer', () => {
  it('shows answer, header, place and passage', () => {
    const text = printAnswer(fakeAnswer(question, { citations: [citation] }), false);
    expect(text).toBe('三十件 [1]\n\n[1] 决议 · 市政协 · 四次会议 · 2025-02-20\n    决议.md:10-12\n    会议收到提案三十件。\n\nanswered, 1 ms\n');
  });

  it('emphasises the quoted words on a terminal with colour', () => {
    expect(printAnswer(fakeAnswer(question, { citations: [citation] }), true)).toContain(`会议收到提案${ESC}[1m三十件${ESC}[0m。`);
  });

  it('lets nothing of the corpus act on the terminal', () => {
    const hostile = { ...citation, title: `题${ESC}]0;x\u0007`, text: `${ESC}[2J三十件`, source: { ...citation.source, file: `a${ESC}[1m\n.md`, page: 3 } };
    const text = printAnswer(fakeAnswer(question, { answer: `${ESC}[31m三十件 [1]`, citations: [hostile] }), false);
    expect(text).not.toContain(ESC);
    expect(text).toContain('a .md:10-12 (page 3)');
  });

  it('puts the nearest passages of a refusal under a heading of their own', () => {
    const text = printAnswer(fakeAnswer(question, { status: 'refused_not_in_passages', answer: '没有提到。', nearest: [citation] }), false);
    expect(text).toMatch(/^没有提到。\n\nNearest passages \(they do not answer the question\):\n\n- 决议/u);
  });
});
