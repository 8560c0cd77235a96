import { describe, expect, it } from 'vitest';
import { answerQuestion, type AnswerPorts } from '../../../src/answer/answer-question.js';
import { SENTENCE_FEATURES } from '../../../src/answer/compose/sentence-features.js';
import { indexTerms } from '../../../src/language/tokens.js';
import type { QuestionRow } from '../../../src/evaluate/question-row.js';
import { lanqiaoPorts } from '../../answer/ask-lanqiao.js';
import { parts, sentenceGroups } from './without.js';

const row = (question: string, history: string[] = []): QuestionRow => ({ id: '1', question, history: history.map((earlier) => ({ question: earlier })), answerable: true, doc_ids: [] });
const part = (name: string) => parts().find((one) => one.part.startsWith(name))!;

/** The ports over the invented records with a part taken out. */
async function portsWithout(name: string): Promise<AnswerPorts> {
  const answering = lanqiaoPorts();
  return part(name).ports!(answering, await answering.generation());
}

describe('a part taken out', () => {
  it('leaves every sentence feature in one group, whatever features there are', () => {
    expect(sentenceGroups().flatMap(([, features]) => features).sort()).toEqual([...SENTENCE_FEATURES].sort());
  });

  it('without headers fewer passages are found by the titles and dates above them, none anew', async () => {
    const whole = await lanqiaoPorts().generation();
    const { lexical } = await (await portsWithout('header')).generation();
    const terms = new Set(whole.corpus.headers.flatMap(({ title, date }) => indexTerms(`${title} ${date ?? ''}`)));
    const lost = [...terms].map((term) => whole.lexical.passageFrequency(term) - lexical.passageFrequency(term));
    expect(Math.min(...lost)).toBe(0);
    expect(Math.max(...lost)).toBeGreaterThan(0);
  });

  it('without date terms no date finds anything, words still do', async () => {
    const { lexical } = await (await portsWithout('dates')).generation();
    expect(lexical.search([{ term: 'y:2025', weight: 1 }], 10)).toEqual([]);
    expect(lexical.search([{ term: '会议', weight: 1 }], 10)).not.toEqual([]);
  });

  it('without lines nothing moves', async () => {
    const { corpus } = await (await portsWithout('structure')).generation();
    const before = (await lanqiaoPorts().generation()).corpus;
    expect(corpus.article(0).text).not.toContain('\n');
    expect(corpus.article(0).text.length).toBe(before.article(0).text.length);
    expect(corpus.passages([0])).toEqual(before.passages([0]));
  });

  it('without a conversation only follow-ups are asked again', () => {
    expect(part('conversation').row!(row('他是谁？'))).toBeNull();
    expect(part('conversation').row!(row('他是谁？', ['谁主持？']))).toMatchObject({ question: '他是谁？', history: [] });
  });

  it('without translation an English question finds nothing that only Chinese words say', async () => {
    expect(part('translation').row!(row('谁主持了会议？'))).toBeNull();
    const question = 'How many proposals were received at the session of Lanqiao?';
    const status = async (asked: string): Promise<string> => (await answerQuestion({ id: 'q', question: asked, history: [] }, 'test', lanqiaoPorts())).status;
    expect(await status(question)).toBe('answered');
    expect(await status(part('translation').row!(row(question))!.question)).toMatch(/^refused/u);
  });
});
