/** One question: the candidates for its answer, and which of them are right. */
export interface Example {
  /** How much the question counts. */
  weight: number;
  /** Candidate by candidate, in each the features in their order. */
  features: Float64Array;
  /** What is added to each candidate's score and not learned. */
  fixed: Float64Array;
  isRight: readonly boolean[];
}

export interface LearnSettings {
  /** Where learning begins, and where it stays for want of evidence. */
  start: readonly number[];
  /** Columns that keep their start. */
  kept: ReadonlySet<number>;
  /** How sharply scores are told apart: `sharpness` times a difference of 1 is its logarithm of odds. */
  sharpness: number;
  /** How strongly weights are held at their start (L2). */
  hold: number;
  steps: number;
}

/**
 * Listwise softmax (Cao et al., "Learning to Rank: From Pairwise Approach to Listwise Approach", 2007), for any number of right
 * candidates: makes the share of the right ones among all, by exponentials of scores, as large as it gets. Full gradient, Adam
 * (Kingma and Ba 2014), no chance in it: the same examples give the same weights. Examples without a right candidate say nothing.
 */
export function learnWeights(examples: readonly Example[], { start, kept, sharpness, hold, steps }: LearnSettings): number[] {
  const told = examples.filter(({ isRight }) => isRight.includes(true));
  const total = told.reduce((sum, { weight }) => sum + weight, 0);
  const weights = [...start];
  if (total === 0) return weights;
  const mean = start.map(() => 0);
  const spread = start.map(() => 0);
  for (let step = 1; step <= steps; step++) {
    const gradient = gradientOf(told, weights, sharpness);
    // The step shrinks to nothing, so that the end does not depend on where the last one fell.
    const rate = 0.04 * (1 - (step - 1) / steps);
    for (const [column, slope] of gradient.entries()) {
      if (kept.has(column)) continue;
      const own = slope / total - hold * (weights[column]! - start[column]!);
      mean[column] = 0.9 * mean[column]! + 0.1 * own;
      spread[column] = 0.99 * spread[column]! + 0.01 * own * own;
      weights[column]! += (rate * (mean[column] / (1 - 0.9 ** step))) / (Math.sqrt(spread[column] / (1 - 0.99 ** step)) + 1e-9);
    }
  }
  return weights;
}

/** Whether the best candidate is a right one. */
export function isRightFirst(example: Example, weights: readonly number[]): boolean {
  let best = -Infinity;
  let isRight = false;
  for (const [index, score] of scoresOf(example, weights).entries()) {
    if (score <= best) continue;
    best = score;
    isRight = example.isRight[index]!;
  }
  return isRight;
}

function gradientOf(examples: readonly Example[], weights: readonly number[], sharpness: number): Float64Array {
  const gradient = new Float64Array(weights.length);
  for (const { weight, features, fixed, isRight } of examples) {
    const scores = scoresOf({ features, fixed }, weights);
    const top = scores.reduce((a, b) => Math.max(a, b), -Infinity);
    let all = 0;
    let right = 0;
    for (let index = 0; index < scores.length; index++) {
      const odds = Math.exp(sharpness * (scores[index]! - top));
      scores[index] = odds;
      all += odds;
      if (isRight[index]!) right += odds;
    }
    for (let index = 0, at = 0; index < scores.length; index++) {
      const pull = weight * sharpness * scores[index]! * ((isRight[index]! ? 1 / Math.max(right, 1e-300) : 0) - 1 / all);
      for (let column = 0; column < weights.length; column++, at++) gradient[column]! += pull * features[at]!;
    }
  }
  return gradient;
}

function scoresOf({ features, fixed }: Pick<Example, 'features' | 'fixed'>, weights: readonly number[]): Float64Array {
  const scores = fixed.slice();
  for (let index = 0, at = 0; index < scores.length; index++) {
    let sum = 0;
    for (let column = 0; column < weights.length; column++, at++) sum += weights[column]! * features[at]!;
    scores[index]! += sum;
  }
  return scores;
}
