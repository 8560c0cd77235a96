import { describe, expect, it } from 'vitest';
import type { QuestionRow } from '../../../src/evaluate/question-row.js';
import { halfOf } from '../question-sets.js';
import { isTaken, learnLogistic } from './logistic.js';
import { isRightFirst, learnWeights, type Example } from './softmax.js';
import { STRENGTH_FEATURES } from '../../../src/answer/strength-weights.js';
import { learnStrength, partingOf, type StrengthCase } from './strength.js';
import { LEARNABLE, namedWeights, withWeights } from './weights-file.js';
import { readFileSync } from 'node:fs';

/** Two features a candidate; the first candidate is right. */
const example = (...candidates: [number, number][]): Example => ({ weight: 1, features: Float64Array.from(candidates.flat()), fixed: new Float64Array(candidates.length), isRight: candidates.map((_, index) => index === 0) });
const settings = { start: [0, 0], kept: new Set<number>(), sharpness: 6, hold: 0.01, steps: 100 };

describe('learning by listwise softmax', () => {
  const examples = [example([1, 0], [0, 1], [0, 0]), example([1, 0.4], [0.2, 1])];

  it('raises what right candidates have and lowers what wrong ones have', () => {
    const [first, second] = learnWeights(examples, settings);
    expect(first).toBeGreaterThan(0.1);
    expect(second).toBeLessThan(-0.05);
    expect(examples.every((one) => isRightFirst(one, [first!, second!]))).toBe(true);
  });

  it('gives the same weights every time', () => { expect(learnWeights(examples, settings)).toEqual(learnWeights(examples, settings)); });

  it('leaves a kept weight, and all of them where no question has a right candidate', () => {
    expect(learnWeights(examples, { ...settings, start: [0, 0.5], kept: new Set([1]) })[1]).toBe(0.5);
    expect(learnWeights([{ ...example([1, 0], [0, 1]), isRight: [false, false] }], { ...settings, start: [0.3, 0.7] })).toEqual([0.3, 0.7]);
  });

  it('learns nothing that the fixed part of the score says already', () => {
    const told = { ...example([1, 0], [0, 1]), fixed: Float64Array.from([5, 0]) };
    expect(learnWeights([told], settings)[0]).toBeLessThan(0.01);
  });

  it('counts no question without candidates as right', () => { expect(isRightFirst(example(), [1, 1])).toBe(false); });
});

describe('learning to take or to leave', () => {
  const cases = [[0.9, 1], [0.8, 1], [0.2, 1], [0.1, 1]].map((features, index) => ({ weight: 1, features: Float64Array.from(features), isRight: index < 2 }));

  it('finds the border between what is right and what is not', () => {
    const weights = learnLogistic(cases, 2, 1);
    expect(cases.map((one) => isTaken(one, weights))).toEqual([true, true, false, false]);
    expect(isTaken({ weight: 1, features: Float64Array.from([0.6, 1]), isRight: true }, weights)).toBe(true);
    expect(isTaken({ weight: 1, features: Float64Array.from([0.4, 1]), isRight: true }, weights)).toBe(false);
  });

  it('gives the same weights every time, and none where there is nothing to learn from', () => {
    expect(learnLogistic(cases, 2, 1)).toEqual(learnLogistic(cases, 2, 1));
    expect(learnLogistic([], 2, 1)).toEqual([0, 0]);
  });

  it('minds how much a case counts', () => {
    const border = (weight: number): number => {
      const [slope, bias] = learnLogistic([...cases, { weight, features: Float64Array.from([0.5, 1]), isRight: false }], 2, 1);
      return -bias! / slope!;
    };
    expect(border(10)).toBeGreaterThan(border(0.1));
  });
});

describe('how strong answers are', () => {
  const answer = (value: number, isRight: boolean, changes: Partial<StrengthCase> = {}): StrengthCase => ({ weight: 1, features: Float64Array.from(STRENGTH_FEATURES, (feature) => (feature === 'bias' ? 1 : feature === 'asked' ? value : 0)), isRight, set: 'towns', half: 0, isLearnedFrom: true, ...changes });
  const answers = [answer(0.9, true), answer(0.8, true), answer(0.5, true), answer(0.6, false), answer(0.1, false)];

  it('counts the weak ones of each kind and how often a right one is above a wrong one', () => {
    // 0.8 of 1 is a sum of 1.386: with 10 × asked − 6 all below 0.7386 are weak.
    const weights = STRENGTH_FEATURES.map((feature) => (feature === 'asked' ? 10 : feature === 'bias' ? -6 : 0));
    expect(partingOf(answers, () => weights)).toEqual({ right: 3, wrong: 2, weakRight: 1, weakWrong: 2, area: 5 / 6 });
    expect(partingOf(answers.slice(0, 1), () => weights).area).toBeNaN();
  });

  it('learns from what may be learned from alone', () => {
    const contrary = Array.from({ length: 50 }, () => answer(0, true, { isLearnedFrom: false }));
    expect(learnStrength([...answers, ...contrary])).toEqual(learnStrength(answers));
    expect(learnStrength(answers)[STRENGTH_FEATURES.indexOf('asked')]).toBeGreaterThan(0);
  });
});

describe('halves of a set', () => {
  const row = (changes: object): QuestionRow => ({ id: 'q1', question: '？', history: [], answerable: true, doc_ids: [], ...changes });

  it('keep the questions of one document together, refusals beside it too', () => {
    for (let index = 0; index < 20; index++) {
      const document = `minutes-${index}`;
      expect(halfOf(row({ id: 'a', doc_ids: [document] }))).toBe(halfOf(row({ id: 'b', answerable: false, near_doc_ids: [document, 'x'] })));
    }
  });

  it('are about equal', () => {
    const inFirst = Array.from({ length: 200 }, (_, index) => halfOf(row({ doc_ids: [`minutes-${index}`] }))).filter((half) => half === 0).length;
    expect(inFirst).toBeGreaterThan(70);
    expect(inFirst).toBeLessThan(130);
  });
});

describe('the files of weights', () => {
  it.each(Object.values(LEARNABLE))('take other weights and nothing else: $constant', ({ file, constant, features, inUse }) => {
    const source = readFileSync(file, 'utf8');
    const written = withWeights(source, constant, namedWeights(features, inUse.map((weight) => weight + 1)), 'From a test.');
    expect(written).toContain('/**\n * From a test.\n */');
    expect(written).toContain(`  ${features[0]}: ${String(Math.round(100 * (inUse[0]! + 1)) / 100)},`);
    // Written with the weights in use it says the same, whatever its comment.
    const again = withWeights(written, constant, namedWeights(features, inUse), 'C');
    const withoutComment = (text: string): string[] => text.replace(/\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n(?=export const \w+_WEIGHTS)/u, '').replace(/(\.\d)0,/gu, '$1,').split('\n').sort();
    expect(withoutComment(again)).toEqual(withoutComment(source));
  });

  it('are refused where they hold no such constant', () => { expect(() => withWeights('export const OTHER = {};', 'WEIGHTS', {}, '')).toThrow('no commented constant WEIGHTS'); });
});
