import { beforeAll, describe, expect, it } from 'vitest';
import { faultOf, type FaultKind } from '../../../src/answer/write/proof/prove-statement.js';
import type { Answer, PassageView } from '../../../src/domain/answer.js';
import { findPeople } from '../../../src/language/people.js';
import { ask, thesaurus } from '../ask-lanqiao.js';
import { ANSWERED } from '../lanqiao-questions.js';
import { draftCases } from './draft-cases.js';
import type { DraftCase } from './mutations.js';
import { tryMutations } from './try-mutations.js';

const view = (text: string, changes: Partial<PassageView> = {}): PassageView => ({ passageId: 'p', articleId: 'a', documentId: 'd', title: '政协第五届澜桥市委员会第三次会议提案工作情况的报告', body: '政协澜桥市委员会', meeting: '政协第五届澜桥市委员会第三次会议', date: '2024-01-16', source: { file: 'd.md', page: null, startLine: 1, endLine: 2 }, text, ...changes });
const GIVEN = [
  view('会议期间，共收到提案312件，立案289件，立案率92.6%，比上年提高1.5个百分点。其中，经济建设类118件，社会建设类96件。市政协副主席邹未央代表常务委员会作提案工作情况的报告，市政协主席蒋绍川主持会议。会议未通过关于增设街道的提案。绿道总投资约8.6亿元，全长不低于12公里。'),
  view('1月17日，代表团分组讨论，没有收到新的议案。', { title: '分组讨论', date: '2024-01-17' }),
];
const judge = (text: string, passages = [1], question = '政协五届三次会议收到多少件提案？'): FaultKind | null => faultOf({ text, passages }, GIVEN, question, thesaurus)?.kind ?? null;

describe('a statement is held', () => {
  it.each([
    '共收到提案312件，立案289件。',
    '会议期间共收到提案312件。',
    '根据《政协第五届澜桥市委员会第三次会议提案工作情况的报告》，立案率为92.6%，比上年提高1.5个百分点。',
    '政协五届三次会议共收到提案312件，其中经济建设类118件。',
    '市政协副主席邹未央作了提案工作情况的报告。',
    '市政协主席蒋绍川主持会议。',
    '会议未通过关于增设街道的提案。',
    '绿道总投资约8.6亿元。',
    '报告中说“立案率92.6%”。',
  ])('%s', (text) => { expect(judge(text)).toBeNull(); });
});

describe('a statement is not sent', () => {
  it.each<[FaultKind, string, number[]?]>([
    ['empty', '  '], ['empty', '[1]'],
    ['uncited', '共收到提案312件。', []],
    ['unknown passage', '共收到提案312件。', [3]], ['unknown passage', '共收到提案312件。', [1, 99]], ['unknown passage', '共收到提案312件。', [0]], ['unknown passage', '共收到提案312件。', [-1]],
    ['figure', '共收到提案321件。'], ['figure', '共收到提案289件，立案312件。'], ['figure', '社会建设类118件。'], ['figure', '绿道总投资约8.6万元。'], ['figure', '绿道总投资8.6亿元。'], ['figure', '立案率92.6个百分点。'], ['figure', '全长不超过12公里。'], ['figure', '立案289人。'], ['figure', '共收到提案312件。', [2]],
    ['date', '1月18日，代表团分组讨论。', [2]], ['date', '2025年1月17日，代表团分组讨论。', [2]],
    ['meeting', '政协五届四次会议共收到提案312件。'], ['meeting', '政协四届三次会议共收到提案312件。'],
    ['name', '市政协副主席甄海棠代表常务委员会作提案工作情况的报告。'], ['name', '市政协副主席邹未平代表常务委员会作提案工作情况的报告。'], ['name', '邹未央主持会议。'],
    ['office', '市政协主席邹未央代表常务委员会作提案工作情况的报告。'], ['office', '市政协秘书长蒋绍川主持会议。'],
    ['negation', '会议通过关于增设街道的提案。'], ['negation', '收到新的议案。', [2]], ['figure', '会议期间，没有收到提案312件。'], ['negation', '立案率92.6%，比上年降低1.5个百分点。'],
    ['quote', '报告中说“立案率大幅提高”。'],
    ['word', '共收到提案312件，创历史新高。'], ['word', '澜桥市政府高度重视提案办理。'],
    ['markup', '共收到提案312件，见 https://example.org/x 。'], ['markup', '<b>共收到提案312件</b>'], ['markup', '共收到提案312件 ![x](y)'], ['markup', '共收到提案312件 tg://user?id=1'],
  ])('%s: %s', (kind, text, passages) => { expect(judge(text, passages)).toBe(kind); });
});

describe('drafts made of right answers', () => {
  let cases: DraftCase[] = [];
  beforeAll(async () => {
    const answers: Answer[] = [];
    for (const { question } of ANSWERED) answers.push(await ask(question));
    const passages = answers.flatMap(({ citations }) => citations);
    const people = [...new Set(passages.flatMap(({ text }) => findPeople(text).filter(({ office }) => office !== '').map(({ name }) => name)))];
    cases = answers.filter(({ verdict }) => verdict === null).flatMap((answer, index) => draftCases(answer, [...passages.slice(index + 5), ...passages.slice(0, index)], people));
  }, 60_000);

  it('are accepted as they are, and caught with one thing changed', { timeout: 60_000 }, () => {
    const { kinds, right } = tryMutations(cases, thesaurus, 40);
    expect(right.tried).toBeGreaterThan(150);
    expect(right.rejected.length / right.tried, right.rejected.slice(0, 5).join('\n')).toBeLessThanOrEqual(0.01);
    const counts = Object.values(kinds);
    const tried = counts.reduce((sum, count) => sum + count.tried, 0);
    const missed = counts.flatMap((count) => count.missed);
    expect(tried).toBeGreaterThan(200);
    expect(missed.length / tried, missed.join('\n')).toBeLessThanOrEqual(0.01);
  });
});
