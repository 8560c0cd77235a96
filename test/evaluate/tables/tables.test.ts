import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/domain/answer.js';
import type { JudgedRow } from '../../../src/evaluate/evaluate.js';
import { lanqiaoPorts } from '../../answer/ask-lanqiao.js';
import type { QuestionSet } from '../question-sets.js';
import { rankDocuments, rankingTable } from './ranking-table.js';
import { rewordingsTable } from './rewordings-table.js';
import { classesTable, proofsTable, setsTable } from './sets-table.js';

const PROOFS = { 'markers match citations': true, 'citations resolve': true, 'quotes stand in their passage': true, 'passages stand in their source': null, 'figures and dates stand in a citation': true, 'names stand in a citation': true };
const said = (text: string): Answer => ({ id: 'a', question: '？', status: 'answered', answer: text, verdict: null, citations: [], nearest: [], engine: 'extract', asOf: null, durationMs: 4 });
const judged = (id: string, isRight: boolean, changes: object = {}): JudgedRow => ({ row: { id, question: '？', history: [], answerable: true, doc_ids: [], type: 'who', ...changes }, answer: said('十个字的回答是这样的 [1]'), fault: isRight ? null : 'reference not in answer', checks: PROOFS });
const set = (name: string, targets: QuestionSet['targets']): QuestionSet => ({ name, questions: 'q', documents: 'd', isLearnedFrom: () => true, isJudged: () => true, targets });

describe('the table of sets', () => {
  const half = [judged('1', true), judged('2', false), judged('3', true, { answerable: false, type: 'absent' })];

  it('counts, says what is met and names what is missed', () => {
    const { markdown, missed } = setsTable([{ set: set('towns', { answerable: 60, declined: 90, meanCharacters: 12 }), judged: half, missing: null }]);
    expect(markdown).toContain('| towns | 1/2 50.0 % | ≥ 60 MISSED | 1/1 100.0 % | ≥ 90 met | 10 (≤ 12 met) | 4.0 | 4.0 |');
    expect(missed).toEqual(['towns: answerable right']);
  });

  it('finds answers too long on the whole', () => { expect(setsTable([{ set: set('towns', { meanCharacters: 9 }), judged: half, missing: null }]).missed).toEqual(['towns: mean answer']); });

  it('names a set that is not here and misses none of its targets', () => {
    const table = setsTable([{ set: set('towns', { answerable: 97 }), judged: [], missing: '/nowhere' }]);
    expect(table.markdown).toContain('| towns | skipped: /nowhere is not here |');
    expect(table.missed).toEqual([]);
  });

  it('shows each class of question', () => { expect(classesTable([{ set: set('towns', {}), judged: half, missing: null }]).markdown).toContain('absent 1/1 100.0 % · who 1/2 50.0 %'); });

  it('names every answer that breaks a proof', () => {
    const broken = { ...judged('7', true), checks: { ...PROOFS, 'citations resolve': false } };
    const { markdown, missed } = proofsTable([{ set: set('towns', {}), judged: [...half, broken], missing: null }]);
    expect(markdown).toContain('| citations resolve | 3/4 75.0 % | ≥ 100 MISSED | 7 |');
    expect(missed).toEqual(['proof: citations resolve']);
  });
});

describe('the table of rewordings', () => {
  const originals = Array.from({ length: 10 }, (_, index) => judged(String(index), true));
  const reworded = (wrong: number) => originals.map((_, index) => judged(`r${index}`, index >= wrong, { of: String(index) }));

  it('counts only the originals that were reworded', () => {
    const { markdown, missed } = rewordingsTable([{ name: 'towns', originals: [...originals, judged('other', false)], reworded: reworded(0) }]);
    expect(markdown).toContain('| towns | 10/10 100.0 % | 10/10 100.0 % | 0.0 | – |');
    expect(missed).toEqual([]);
  });

  it('misses where more than five points are lost', () => { expect(rewordingsTable([{ name: 'towns', originals, reworded: reworded(1) }]).missed).toEqual(['rewordings: loss']); });

  it('names a row without an original', () => {
    expect(rewordingsTable([{ name: 'towns', originals, reworded: [judged('r99', true, { of: 'gone' })] }]).markdown).toContain('Without an original: r99');
  });
});

describe('the ranking of documents', () => {
  it('finds the place of the right document among those found', async () => {
    const { title, documentId } = (await lanqiaoPorts().generation()).corpus.headers.find((header) => header.title.includes('提案'))!;
    const row = { id: '1', question: `《${title}》说了什么？`, history: [], answerable: true, type: 'open' };
    const ranks = await rankDocuments([{ ...row, doc_ids: [documentId] }, { ...row, doc_ids: ['no such document'] }, { ...row, doc_ids: [documentId], history: [row] }, { ...row, answerable: false, doc_ids: [] }], lanqiaoPorts());
    expect(ranks).toEqual([{ type: 'open', rank: 1 }, { type: 'open', rank: null }]);
  });

  it('counts firsts, fives and reciprocal ranks', () => {
    const { markdown, missed } = rankingTable([{ name: 'towns', targets: { who: 60 }, ranks: [{ type: 'who', rank: 1 }, { type: 'who', rank: 4 }, { type: 'who', rank: 20 }, { type: 'who', rank: null }] }]);
    expect(markdown).toContain('| towns | who | 1/4 25.0 % | ≥ 60 MISSED | 2/4 50.0 % | 31.3 |');
    expect(missed).toEqual(['ranking: towns who']);
  });
});
