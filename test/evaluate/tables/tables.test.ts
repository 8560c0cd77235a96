import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/domain/answer.js';
import type { JudgedRow } from '../../../src/evaluate/evaluate.js';
import { lanqiaoPorts } from '../../answer/ask-lanqiao.js';
import type { QuestionSet } from '../question-sets.js';
import { readRewordings, reworded } from '../rewordings.js';
import { rankDocuments, rankingTable } from './ranking-table.js';
import { rewordingsTable } from './rewordings-table.js';
import { classesTable, proofsTable, setsTable } from './sets-table.js';
import { temporaryFolder } from '../../adapters/temporary-folder.js';

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
  const pairs = (wrong: number) => Array.from({ length: 10 }, (_, index) => ({ original: judged(String(index), true), reworded: judged(`r${index}`, index >= wrong) }));

  it('shows what other wording loses', () => {
    const { markdown, missed } = rewordingsTable([{ name: 'towns', pairs: pairs(0), orphans: [] }, { name: 'reports', pairs: [{ original: judged('1', false), reworded: judged('r', true) }], orphans: [] }]);
    expect(markdown).toContain('| towns | 10/10 100.0 % | 10/10 100.0 % | 0.0 | – |');
    expect(markdown).toContain('| all | 10/11 90.9 % | 11/11 100.0 % | -9.1 | ≤ 5 met |');
    expect(missed).toEqual([]);
  });

  it('misses where more than five points are lost', () => { expect(rewordingsTable([{ name: 'towns', pairs: pairs(1), orphans: [] }]).missed).toEqual(['rewordings: loss']); });

  it('names a row without an original', () => { expect(rewordingsTable([{ name: 'towns', pairs: pairs(0), orphans: ['r99'] }]).markdown).toContain('Without an original: r99'); });
});

describe('reading rewordings', () => {
  const file = (...rows: object[]): string => {
    const path = join(temporaryFolder(), 'rewordings.jsonl');
    writeFileSync(path, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
    return path;
  };
  const row = { id: 'r1', set: 'towns', of: '1', question: '换个说法？' };

  it('asks the original in other words and expects the same', () => {
    const { row: original } = judged('1', true, { answers: ['35'], history: [{ question: '先问' }] });
    const [rewording] = readRewordings(file(row), ['towns']);
    expect(reworded(original, rewording!)).toEqual({ ...original, id: 'r1', question: '换个说法？' });
    expect(reworded(original, { ...rewording!, history: [] }).history).toEqual([]);
  });

  it('refuses a line of another shape and a set that does not exist, by line', () => {
    expect(() => readRewordings(file(row, { ...row, of: 7 }), ['towns'])).toThrow(/^Line 2 of .* is not a rewording .*"of"/u);
    expect(() => readRewordings(file(row), ['villages'])).toThrow(/^Line 1 of .* rewords a question of "towns"; the sets are villages/u);
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
