import { describe, expect, it } from 'vitest';
import type { Citation } from '../../src/domain/answer.js';
import type { Status } from '../../src/domain/status.js';
import { judgeAnswer } from '../../src/evaluate/judge-answer.js';
import type { GoldRow, PatternRow } from '../../src/evaluate/question-row.js';

const citation = (documentId: string, text: string): Citation => ({ marker: 1, passageId: 'p', articleId: 'a', documentId, title: '', body: '', meeting: '', date: null, source: { file: 'f', page: null, startLine: 1, endLine: 1 }, quote: text.slice(0, 2), text });
const said = (answer: string, citations: Citation[] = [citation('d1', '原文')], status: Status = 'answered') => ({ status, answer, citations, verdict: null });
const gold = (changes: Partial<GoldRow>): GoldRow => ({ id: '1', question: '？', history: [], answerable: true, answers: ['35件'], doc_ids: ['d1'], ...changes });
const patterns = (changes: Partial<PatternRow>): PatternRow => ({ id: '1', question: '？', history: [], accept: [['35|三十五'], ['件']], refuse: false, forbid: [], ...changes });
const none = new Map<string, string>();

describe('judged by references', () => {
  it.each([
    ['the reference, whatever its punctuation', gold({}), said('共３５ 件。[1]'), null],
    ['a piece of a longer figure', gold({ answers: ['5%'] }), said('4.5% [1]'), 'reference not in answer'],
    ['the beginning of a longer figure', gold({ answers: ['35'] }), said('352件，35.2件 [1]'), 'reference not in answer'],
    ['a full stop behind a figure is no decimal point', gold({ answers: ['35'] }), said('共35. 其他 [1]'), null],
    ['too long for a short reference', gold({}), said(`35件${'长'.repeat(160)}`), 'answer too long'],
    ['another document', gold({}), said('35件 [1]', [citation('d2', '原文')]), 'right words, wrong document cited'],
    ['no document asked for', gold({ doc_ids: [] }), said('35件 [1]', []), null],
    ['a long reference, four fifths of it', gold({ answers: ['甲乙丙丁戊己庚辛壬癸'.repeat(5)] }), said('甲乙丙丁戊己庚辛壬癸'.repeat(4) + '甲'), null],
    ['a long reference, half of it', gold({ answers: ['甲乙丙丁戊己庚辛壬癸'.repeat(5)] }), said('甲乙丙丁戊己庚辛壬癸'.repeat(2)), 'answer misses too much of the reference'],
    ['declined', gold({}), said('没有', [], 'refused_no_passages'), 'not answered (refused_no_passages)'],
    ['rightly declined', gold({ answerable: false }), said('没有', [], 'clarification_which_meeting'), null],
    ['a failure is no refusal', gold({ answerable: false }), said('', [], 'failed_internal'), 'answered an unanswerable question'],
    ['a span of the document, in code points', gold({ answers: undefined, spans: [['d1', 1, 4]] }), said('三十五 [1]'), null],
  ])('%s', (_name, row, answer, verdict) => {
    expect(judgeAnswer(row, answer, new Map([['d1', '𠀀三十五件']]))).toBe(verdict);
  });
});

describe('judged by patterns', () => {
  it.each([
    ['every group is met', patterns({}), said('三十五件 [1]'), null],
    ['one group is missed', patterns({}), said('35 [1]'), 'misses 件'],
    ['the evidence is cited, across a line break', patterns({ cite: '原文' }), said('35件 [1]', [citation('d1', '原\n文')]), null],
    ['the evidence is not cited', patterns({ cite: '别处' }), said('35件 [1]'), 'no cited passage holds the evidence'],
    ['a forbidden text in a citation', patterns({ forbid: ['13800000000'] }), said('35件 [1]', [citation('d1', '电话13800000000')]), 'shows 13800000000'],
    ['too long', patterns({}), said(`35件${'长'.repeat(300)}`), 'answer too long (303 characters)'],
    ['a list may be longer', patterns({ kind: 'list' }), said(`35件${'长'.repeat(300)}`), null],
    ['the wrong verdict', patterns({ verdict: 'supported' }), { ...said('35件 [1]'), verdict: 'contradicted' as const }, 'verdict contradicted, expected supported'],
    ['rightly refused', patterns({ refuse: true }), said('没有', [], 'refused_out_of_scope'), null],
    ['wrongly answered', patterns({ refuse: true }), said('35件 [1]'), 'answered an unanswerable question'],
  ])('%s', (_name, row, answer, verdict) => { expect(judgeAnswer(row, answer, none)).toBe(verdict); });
});
