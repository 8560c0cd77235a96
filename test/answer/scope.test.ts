import { describe, expect, it } from 'vitest';
import { scopeOf, withoutNames } from '../../src/answer/scope.js';
import { understand } from '../../src/answer/understand.js';
import { lanqiaoGeneration, thesaurus } from './ask-lanqiao.js';

async function scoped(question: string): Promise<{ documents: string[] | null; body: string | null; isMissing: boolean; words: string[] }> {
  const { corpus } = await lanqiaoGeneration();
  const intent = understand(question, thesaurus);
  const scope = scopeOf(intent, corpus);
  const documents = scope.articles === null ? null : [...scope.articles].map((ordinal) => corpus.headers[ordinal]?.documentId ?? '').sort();
  return { documents, body: scope.body?.name ?? null, isMissing: scope.isMissing, words: withoutNames(intent, scope).words.map(({ text }) => text) };
}

describe('which articles a question points to', () => {
  it('a body on a day: the minutes of that day', async () => {
    expect(await scoped('2024年5月22日市政务数据工作专班讨论了什么')).toMatchObject({ documents: ['minutes/2024-05-22.md'], body: '市政务数据工作专班', isMissing: false });
  });

  it('a body on a day when it did not meet: nothing, and it is said to be missing', async () => {
    expect(await scoped('2024年5月23日市政务数据工作专班讨论了什么')).toMatchObject({ documents: null, isMissing: true });
    expect(await scoped('2024年5月22日市水系治理专班讨论了什么')).toMatchObject({ documents: null, body: '市水系治理专班', isMissing: true });
  });

  it('a day alone: all articles of the day', async () => {
    expect((await scoped('2024年1月16日发生了什么')).documents).toEqual(['news/2024-01-16-1.txt', 'reports/2024.md']);
  });

  it('a day without records: no scope, and nothing is said to be missing', async () => {
    expect(await scoped('2024年1月9日发生了什么')).toMatchObject({ documents: null, body: null, isMissing: false });
  });

  it.each(['市水系治理专班讨论了什么', '2024年5月市水系治理专班讨论了什么', '2024年5月22日和2024年6月19日市水系治理专班讨论了什么'])('no scope by a month, by two days, or by a body alone: %s', async (question) => {
    expect(await scoped(question)).toMatchObject({ documents: null, body: '市水系治理专班', isMissing: false });
  });

  it('a body inside quotation marks is the topic, not the asker of it', async () => {
    expect((await scoped('“市水系治理专班经费”的结论是什么')).body).toBeNull();
  });

  it('the words that name the body need no evidence of their own', async () => {
    const { words } = await scoped('2024年9月11日市水系治理专班更换多少扇闸门');
    expect(words).toContain('闸门');
    expect(words).not.toContain('水系');
    expect(words).not.toContain('专班');
  });
});
