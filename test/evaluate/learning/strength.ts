import { strengthFeatures } from '../../../src/answer/answer-strength.js';
import type { AnswerPorts } from '../../../src/answer/answer-question.js';
import { finishAnswer } from '../../../src/answer/finish-answer.js';
import { screenQuestion } from '../../../src/answer/screen.js';
import { searchAndCompose } from '../../../src/answer/search-and-compose.js';
import { STRENGTH_FEATURES } from '../../../src/answer/strength-weights.js';
import { judgeAnswer } from '../../../src/evaluate/judge-answer.js';
import type { QuestionRow } from '../../../src/evaluate/question-row.js';
import { WEAK_BELOW } from '../../../src/review/needs-eyes.js';
import { halfOf, type QuestionSet } from '../question-sets.js';
import { learnLogistic, type Case } from './logistic.js';

/** A plain answer that was given, and whether it is right. */
export interface StrengthCase extends Case {
  set: string;
  half: 0 | 1;
  isLearnedFrom: boolean;
}

/** The encyclopaedia has as many wrong answers as all records together, and is further from what will be asked. */
const EMPHASIS: Readonly<Record<string, number>> = { cmrc: 0.5 };

/** Asks the questions that stand alone. What moderators see anyway (refused, in part, contradicted) tells nothing here; nor does an answer that is only too long. */
export async function strengthCases(set: QuestionSet, rows: readonly QuestionRow[], ports: AnswerPorts): Promise<StrengthCase[]> {
  const generation = await ports.generation();
  const cases: StrengthCase[] = [];
  for (const row of rows) {
    if (row.history.length > 0 || screenQuestion(row.question) !== null) continue;
    const { found, draft } = await searchAndCompose(row.question, generation, ports, () => undefined);
    const answer = finishAnswer({ id: row.id, question: row.question, history: [] }, draft, found, generation);
    const features = strengthFeatures(found, draft, answer, generation.corpus);
    const fault = judgeAnswer(row, answer, new Map());
    if (features === null || answer.status !== 'answered' || answer.verdict === 'contradicted' || fault?.startsWith('answer too long') === true) continue;
    cases.push({ weight: EMPHASIS[set.name] ?? 1, features: Float64Array.from(STRENGTH_FEATURES, (feature) => features[feature]), isRight: fault === null, set: set.name, half: halfOf(row), isLearnedFrom: set.isLearnedFrom(row) });
  }
  return cases;
}

export function learnStrength(cases: readonly StrengthCase[]): number[] {
  return learnLogistic(cases.filter(({ isLearnedFrom }) => isLearnedFrom), STRENGTH_FEATURES.length, STRENGTH_FEATURES.indexOf('bias'));
}

/** What weights say of answers: how many of each kind fall below the border, and how often a right one is above a wrong one. */
export interface Parting {
  wrong: number;
  right: number;
  weakWrong: number;
  weakRight: number;
  /** 0.5 is chance, 1 every right answer above every wrong one; NaN where one kind is missing. */
  area: number;
}

export function partingOf(cases: readonly StrengthCase[], weightsFor: (one: StrengthCase) => readonly number[]): Parting {
  const told = cases.map((one) => ({ isRight: one.isRight, strength: 1 / (1 + Math.exp(-one.features.reduce((sum, value, column) => sum + value * (weightsFor(one)[column] ?? 0), 0))) }));
  const [right, wrong] = [told.filter(({ isRight }) => isRight), told.filter(({ isRight }) => !isRight)];
  const weak = (some: typeof told): number => some.filter(({ strength }) => strength < WEAK_BELOW).length;
  let above = 0;
  for (const one of right) for (const other of wrong) above += one.strength > other.strength ? 1 : one.strength === other.strength ? 0.5 : 0;
  return { wrong: wrong.length, right: right.length, weakWrong: weak(wrong), weakRight: weak(right), area: above / (right.length * wrong.length) };
}
