import type { Answer } from '../../domain/answer.js';
import type { Generation } from '../../ports/generation.js';
import { readCoverage } from '../holdings/read-coverage.js';
import { questionIdeas } from './question-ideas.js';

/** Asks one question of the same generation, without a log. */
export type Rehearse = (question: string) => Promise<Answer>;

/** Each costs as much as a question. */
const MAX_OFFERED = 2;
const MAX_EXAMPLES = 3;

const offered = new WeakMap<Generation['corpus'], Map<number, Promise<string[]>>>();

/** Up to two questions that this article answers: each was asked, and answered with a citation of it. Worked out once a generation. */
export function questionsAnswered(article: number, { corpus }: Generation, rehearse: Rehearse): Promise<string[]> {
  const known = offered.get(corpus) ?? new Map<number, Promise<string[]>>();
  offered.set(corpus, known);
  const questions = known.get(article) ?? tryIdeas(article, corpus, rehearse);
  known.set(article, questions);
  return questions;
}

/** Questions that this corpus answers, of its largest bodies and newest records. */
export async function exampleQuestions(generation: Generation, rehearse: Rehearse): Promise<string[]> {
  const examples: string[] = [];
  for (const article of articlesToShow(generation.corpus)) {
    const question = (await questionsAnswered(article, generation, rehearse)).find((text) => !text.startsWith('介绍'));
    if (question !== undefined && !examples.includes(question)) examples.push(question);
    if (examples.length >= MAX_EXAMPLES) break;
  }
  return examples;
}

async function tryIdeas(article: number, corpus: Generation['corpus'], rehearse: Rehearse): Promise<string[]> {
  const whole = corpus.article(article);
  const held: string[] = [];
  for (const { question, holds } of questionIdeas(whole)) {
    const { status, answer, citations } = await rehearse(question);
    if (status === 'answered' && answer.includes(holds) && citations.some(({ articleId }) => articleId === whole.articleId)) held.push(question);
    if (held.length >= MAX_OFFERED) break;
  }
  return held;
}

/** The newest records of each body in turn, largest bodies first. */
function articlesToShow(corpus: Generation['corpus']): number[] {
  const newest = corpus.headers.map((header, article) => ({ header, article })).sort((a, b) => (b.header.date ?? '').localeCompare(a.header.date ?? ''));
  const byBody = readCoverage(corpus).bodies.map(({ writtenAs }) => newest.filter(({ header }) => writtenAs.includes(header.body)));
  return [...byBody.flatMap((members) => members.slice(0, 1)), ...byBody.slice(0, 3).flatMap((members) => members.slice(1, 4)), ...newest.slice(0, 5)].slice(0, 16).map(({ article }) => article);
}
