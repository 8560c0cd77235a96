import { describe, expect, it } from 'vitest';
import { documentKinds, namedDocuments } from '../../src/answer/named-document.js';
import { understand } from '../../src/answer/understand.js';
import type { ArticleHeader } from '../../src/domain/corpus.js';
import { thesaurus } from './ask-lanqiao.js';

const header = (title: string, date: string | null): ArticleHeader => ({ articleId: title, documentId: title, ordinal: 0, title, body: '', meeting: '', date, kind: 'report', source: '', file: '' });
const HEADERS = [
  header('2023年桂林市政府工作报告', '2023-01-10'),
  header('2024年桂林市政府工作报告', '2024-01-11'),
  header('2024年绵阳市政府工作报告', '2024-01-12'),
  header('2024年国务院政府工作报告', '2024-03-05'),
  header('政府工作报告', '2022-01-09'),
  header('渡口修缮记', '2024-02-01'),
];
const kinds = documentKinds(HEADERS);
const named = (question: string): string[] | null => namedDocuments(understand(question, thesaurus), kinds, HEADERS)?.map((ordinal) => `${HEADERS[ordinal]!.title} ${HEADERS[ordinal]!.date ?? ''}`) ?? null;

describe('kinds of document', () => {
  it('are shared ends of at least three titles, longest first', () => {
    expect(kinds[0]).toEqual({ name: '市政府工作报告', articles: [0, 1, 2] });
    expect(kinds.find(({ name }) => name === '府工作报告')?.articles).toEqual([0, 1, 2, 3, 4]);
    expect(kinds.some(({ name }) => name.endsWith('修缮记'))).toBe(false);
  });

  it('are none in a small corpus', () => {
    expect(documentKinds(HEADERS.slice(0, 2))).toEqual([]);
  });
});

describe('the document a question names', () => {
  it.each([
    ['2024年桂林市政府工作报告的目标是多少', ['2024年桂林市政府工作报告 2024-01-11']],
    ['2023年桂林市政府工作报告的目标是多少', ['2023年桂林市政府工作报告 2023-01-10']],
    ['绵阳市政府工作报告提出了什么', ['2024年绵阳市政府工作报告 2024-01-12']],
    ['2024年国务院政府工作报告提出了什么', ['2024年国务院政府工作报告 2024-03-05']],
    ['2024年政府工作报告提出了什么', ['2024年国务院政府工作报告 2024-03-05']],
  ])('%s', (question, documents) => {
    expect(named(question)).toEqual(documents);
  });

  it.each(['2021年桂林市政府工作报告提出了什么', '柳州市政府工作报告提出了什么'])('that the corpus lacks gives an empty list: %s', (question) => {
    expect(named(question)).toEqual([]);
  });

  it.each(['渡口是哪一年修的', '政府工作报告是谁作的', '2024年桂林市增长多少'])('is none where no kind is named, or neither year nor place: %s', (question) => {
    expect(named(question)).toBeNull();
  });

  it('takes a year behind the name for what is asked of the document', () => {
    expect(named('桂林市政府工作报告里2023年增长多少')).toHaveLength(2);
  });
});
