import type { AnswerPorts } from '../../../src/answer/answer-question.js';
import type { QuestionRow } from '../../../src/evaluate/question-row.js';
import { halfOf, type QuestionSet } from '../question-sets.js';
import { gatherExamples, type QuestionExamples } from './examples.js';
import { isTaken, learnLogistic } from './logistic.js';
import { isRightFirst, learnWeights, type Example } from './softmax.js';
import { LEARNABLE } from './weights-file.js';

/** How strong an answer is is learned from whole answers; see strength.ts. */
export type Kind = Exclude<keyof typeof LEARNABLE, 'strength'>;

/** A question of a set with its examples. */
export interface ToldQuestion extends QuestionExamples {
  set: string;
  /** Which half of its set it is in; see `halfOf`. */
  half: 0 | 1;
  isLearnedFrom: boolean;
}

/** How much a question counts: the sets of records are small beside the encyclopaedia and nearer to what will be asked. */
const EMPHASIS: Readonly<Record<string, number>> = { pages: 3, corpus: 3, reports: 3 };
/** A difference of 1 between scores is e^6 to 1: about how far right and wrong sentences are apart. */
const SHARPNESS = 6;

export interface Learning {
  kind: Kind;
  /** Where learning begins and is held; the weights in use when not given. */
  start?: readonly number[];
  /** Features that keep their weight. */
  kept?: readonly string[];
  /** How strongly weights are held at their start (0 not at all). 0.02 lost nothing on sets left out; less moved small sets. */
  hold?: number;
  steps?: number;
}

export async function tellSet(set: QuestionSet, rows: readonly QuestionRow[], answering: AnswerPorts): Promise<ToldQuestion[]> {
  const examples = await gatherExamples(rows, answering);
  return examples.map((example) => ({ ...example, set: set.name, half: halfOf(example.row), isLearnedFrom: set.isLearnedFrom(example.row) }));
}

/** Weights learned from these questions, those for judging left out. Whether a sentence is taken is learned from nothing, the rest from `start`. */
export function learnFrom(questions: readonly ToldQuestion[], { kind, start = LEARNABLE[kind].inUse, kept = [], hold = 0.02, steps = 200 }: Learning): number[] {
  const features: readonly string[] = LEARNABLE[kind].features;
  const taught = questions.filter(({ isLearnedFrom }) => isLearnedFrom);
  const emphasised = <One extends { weight: number }>(set: string, one: One): One => ({ ...one, weight: one.weight * (EMPHASIS[set] ?? 1) });
  if (kind === 'acceptance') return learnLogistic(taught.flatMap(({ set, acceptance }) => acceptance.map((one) => emphasised(set, one))), features.length, features.indexOf('bias'));
  const examples = taught.flatMap((question) => {
    const example = exampleOf(question, kind);
    return example === null ? [] : [emphasised(question.set, example)];
  });
  return learnWeights(examples, { start, kept: new Set(kept.map((name) => features.indexOf(name))), sharpness: SHARPNESS, hold, steps });
}

/** The questions of which the best candidate is a right one, and those that have one at all; of sentences to be taken or left, those decided as they should be. */
export function countRight(questions: readonly ToldQuestion[], kind: Kind, weightsFor: (question: ToldQuestion) => readonly number[]): { right: number; possible: number; count: number } {
  const sum = { right: 0, possible: 0, count: 0 };
  const add = (isPossible: boolean, isRight: boolean): void => {
    sum.count++;
    if (isPossible) sum.possible++;
    if (isRight) sum.right++;
  };
  for (const question of questions) {
    const weights = weightsFor(question);
    if (kind === 'acceptance') for (const one of question.acceptance) add(true, isTaken(one, weights) === one.isRight);
    const example = kind === 'acceptance' ? null : exampleOf(question, kind);
    if (example !== null) add(example.isRight.includes(true), isRightFirst(example, weights));
  }
  return sum;
}

function exampleOf({ passages, sentences }: ToldQuestion, kind: 'ranking' | 'sentence'): Example | null {
  return kind === 'ranking' ? passages : sentences;
}
