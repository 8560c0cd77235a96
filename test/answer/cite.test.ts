import { describe, expect, it } from 'vitest';
import { cite, locate, viewOf } from '../../src/answer/cite.js';
import type { Generation, StoredPassage } from '../../src/ports/generation.js';
import { generationOf } from './ask-lanqiao.js';
import { inventedDocument } from './lanqiao-news.js';

const PARAGRAPHS = Array.from({ length: 30 }, (_, index) => `第${String(index + 1)}段写道：${'渡口的石阶、栏杆与灯柱都要在年底前修好，'.repeat(3)}由镇上负责。`);

async function longArticle(): Promise<{ generation: Generation; passages: StoredPassage[]; text: string }> {
  const generation = await generationOf([inventedDocument('long.md', PARAGRAPHS.join('\n\n'), { title: '渡口修缮记', date: '2024-03-01' })]);
  const { first, end } = generation.corpus.rowsOfArticle(0);
  const passages = generation.corpus.passages(Array.from({ length: end - first }, (_, index) => first + index));
  expect(passages.length).toBeGreaterThan(1);
  return { generation, passages, text: generation.corpus.article(0).text };
}

describe('cuts', () => {
  it('inside a passage are one citation', async () => {
    const { generation, passages } = await longArticle();
    const { start } = passages[1]!;
    const cuts = locate([{ article: 0, start, end: start + 12 }], generation.corpus);
    expect(cuts.map(({ text, passage }) => [text, passage.passageId])).toEqual([[passages[1]!.text.slice(0, 12), passages[1]!.passageId]]);
  });

  it('over a border of passages are two citations, each with its own words', async () => {
    const { generation, passages, text } = await longArticle();
    const [before, after] = passages as [StoredPassage, StoredPassage];
    const cuts = locate([{ article: 0, start: before.end - 5, end: after.start + 6 }], generation.corpus);
    expect(cuts.map((cut) => cut.passage.passageId)).toEqual([before.passageId, after.passageId]);
    for (const cut of cuts) expect(cut.passage.text).toContain(cut.text);
    expect(cuts.map((cut) => cut.text).join('')).toBe(text.slice(before.end - 5, after.start + 6).replace(/\s+/g, ''));
    const { answer, citations } = cite(cuts);
    expect(citations.map(({ marker, quote }) => [marker, quote])).toEqual([[1, cuts[0]!.text], [2, cuts[1]!.text]]);
    expect(answer).toBe(`${cuts[0]!.text} [1]\n${cuts[1]!.text} [2]`);
  });

  it('give a label to the first of their pieces only', async () => {
    const { generation, passages } = await longArticle();
    const [before, after] = passages as [StoredPassage, StoredPassage];
    const cuts = locate([{ article: 0, start: before.end - 5, end: after.start + 6, label: '渡口：' }], generation.corpus);
    expect(cuts.map(({ label }) => label)).toEqual(['渡口：', undefined]);
    expect(cite(cuts).answer.startsWith('渡口：')).toBe(true);
  });

  it('of white space, or of nothing, are dropped', async () => {
    const { generation, passages, text } = await longArticle();
    const gap = text.indexOf('\n');
    expect(locate([{ article: 0, start: gap, end: gap + 1 }, { article: 0, start: passages[0]!.start, end: passages[0]!.start }], generation.corpus)).toEqual([]);
  });
});

describe('markers', () => {
  it('are shared by what one passage says in several places, and stand behind the last of it', async () => {
    const { generation, passages } = await longArticle();
    const [one, two] = passages as [StoredPassage, StoredPassage];
    const cuts = locate([{ article: 0, start: one.start, end: one.start + 4 }, { article: 0, start: one.start + 8, end: one.start + 12 }, { article: 0, start: two.start, end: two.start + 4 }], generation.corpus);
    const { answer, citations } = cite(cuts);
    expect(citations.map(({ marker, passageId }) => [marker, passageId])).toEqual([[1, one.passageId], [2, two.passageId]]);
    expect(answer.match(/\[\d\]/g)).toEqual(['[1]', '[2]']);
  });

  it('count from one in the order of the answer', async () => {
    const { generation, passages } = await longArticle();
    const cuts = [passages[2], passages[0]].map((passage) => ({ article: 0, start: passage!.start, end: passage!.start + 4 }));
    expect(cite(locate(cuts, generation.corpus)).citations.map(({ marker, passageId }) => [marker, passageId])).toEqual([[1, passages[2]!.passageId], [2, passages[0]!.passageId]]);
  });

  it('are none where nothing is cited', () => {
    expect(cite([])).toEqual({ answer: '', citations: [] });
  });
});

it('shows a passage whole, with its article and its place', async () => {
  const { passages } = await longArticle();
  const [passage] = passages as [StoredPassage];
  expect(viewOf(passage)).toEqual({ passageId: passage.passageId, articleId: 'long.md#1', documentId: 'long.md', title: '渡口修缮记', body: '', meeting: '', date: '2024-03-01', source: passage.place, text: passage.text });
});
