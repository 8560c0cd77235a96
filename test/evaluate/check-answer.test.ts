import { describe, expect, it } from 'vitest';
import type { Answer, Citation } from '../../src/domain/answer.js';
import { checkAnswer } from '../../src/evaluate/check-answer.js';
import { evaluate } from '../../src/evaluate/evaluate.js';

const TEXT = '2025年2月20日，会议收到提案三十件，立案25件。';
const citation: Citation = { marker: 1, passageId: 'p', articleId: 'a', documentId: 'd', title: '决议', body: '', meeting: '', date: '2025-02-20', source: { file: 'f', page: null, startLine: 1, endLine: 1 }, quote: '立案25件', text: TEXT };
const answer: Answer = { id: '1', question: '？', status: 'answered', answer: '立案25件 [1]', verdict: null, citations: [citation], nearest: [], engine: 'extract', asOf: null, durationMs: 3 };
const sources = { passageText: (id: string) => (id === 'p' ? TEXT : null), sourceText: () => '2025年2月20日，会议收到\n提案三十件，立案25件。' };
const all = (value: boolean | null) => ({ 'markers match citations': value, 'citations resolve': value, 'quotes stand in their passage': value, 'passages stand in their source': value, 'figures and dates stand in a citation': value, 'names stand in a citation': value });

describe('the proofs of an answer', () => {
  it('hold for a sound one', () => { expect(checkAnswer(answer, sources)).toEqual(all(true)); });
  it('do not apply to a refusal', () => { expect(checkAnswer({ ...answer, status: 'refused_no_passages' }, sources)).toEqual(all(null)); });
  it('leave a source out that is not at hand', () => { expect(checkAnswer(answer, { ...sources, sourceText: () => null })).toMatchObject({ 'passages stand in their source': null }); });
  it('let stars stand for what was blotted out, and for nothing else', () => {
    const blotted = (text: string) => ({ ...answer, citations: [{ ...citation, text }] });
    expect(checkAnswer(blotted('2025年2月20日，会议收到提案＊＊＊，立案25件。'), sources)).toMatchObject({ 'passages stand in their source': true });
    expect(checkAnswer(blotted('会议收到提案＊＊＊，立案26件。'), sources)).toMatchObject({ 'passages stand in their source': false });
    expect(checkAnswer(blotted('立案25件＊＊会议收到'), sources)).toMatchObject({ 'passages stand in their source': false });
  });
  it.each(['The record says: ', 'As of 2025-02-20: '])('let an English frame stand around the record: %s', (frame) => {
    expect(checkAnswer({ ...answer, answer: `${frame}立案25件 [1]` }, sources)).toEqual(all(true));
  });
  it.each(['说法：26件；记录：25件 [1]', '计算得出：收到比立案多5件。\n立案25件 [1]'])('let the question speak, and a calculation have a result: %s', (text) => {
    expect(checkAnswer({ ...answer, question: '立案26件，对吗？', answer: text }, sources)).toEqual(all(true));
  });
  it.each([
    ['markers match citations', { answer: '立案25件 [2]' }],
    ['markers match citations', { answer: '立案25件', citations: [] }],
    ['citations resolve', { citations: [{ ...citation, passageId: 'gone' }] }],
    ['citations resolve', { citations: [{ ...citation, text: `${TEXT}改` }] }],
    ['quotes stand in their passage', { citations: [{ ...citation, quote: '立案26件' }] }],
    ['quotes stand in their passage', { citations: [{ ...citation, quote: '' }] }],
    ['passages stand in their source', { citations: [{ ...citation, text: `${TEXT}改` }] }],
    ['figures and dates stand in a citation', { answer: '立案52件 [1]' }],
    ['figures and dates stand in a citation', { answer: '立案5件 [1]' }],
    ['figures and dates stand in a citation', { answer: '计算得出：31件比26件多5件。 [1]' }],
    ['figures and dates stand in a citation', { answer: '2025年2月21日立案25件 [1]' }],
    ['names stand in a citation', { answer: '立案25件，由李建国办理 [1]' }],
    ['names stand in a citation', { answer: '立案25件，由上海办理 [1]' }],
    ['names stand in a citation', { answer: '立案25件，见Riverbank [1]' }],
  ] as const)('find a fault: %s', (name, changes) => {
    expect(checkAnswer({ ...answer, ...changes } as Answer, sources)[name]).toBe(false);
  });
});

it('evaluate counts by type and shows what was wrong', async () => {
  const row = { id: '1', question: '立案几件？', history: [], answerable: true, doc_ids: [], type: 'howmany' };
  const evaluation = await evaluate([{ ...row, answers: ['25件'] }, { ...row, id: '2', answers: ['26件'] }, { ...row, id: '3', answerable: false, type: 'absent' }], new Map(), {
    ...sources,
    ask: () => Promise.resolve(answer),
  });
  expect(evaluation.groups).toEqual({ 'ALL answerable': { right: 1, count: 2 }, 'ALL unanswerable': { right: 0, count: 1 }, absent: { right: 0, count: 1 }, howmany: { right: 1, count: 2 } });
  expect(evaluation.checks['citations resolve']).toEqual({ right: 3, count: 3 });
  expect(evaluation.failures.map(({ id, fault }) => [id, fault])).toEqual([['2', 'reference not in answer'], ['3', 'answered an unanswerable question']]);
  expect(evaluation).toMatchObject({ p50Ms: 3, p95Ms: 3, meanCharacters: 5 });
});
