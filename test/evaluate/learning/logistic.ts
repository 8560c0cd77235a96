/** One thing to be taken or left. */
export interface Case {
  weight: number;
  features: Float64Array;
  isRight: boolean;
}

/** Held at 0 this strongly (L2, on features of unit spread). */
const HOLD = 0.002;
const STEPS = 1500;
const RATE = 0.7;

/** Whether the weighted sum takes a case, at even odds. */
export function isTaken({ features }: Case, weights: readonly number[]): boolean {
  return features.reduce((sum, value, column) => sum + value * weights[column]!, 0) > 0;
}

/**
 * Logistic regression by full gradient; no chance in it. Features are brought to mean 0 and spread 1 while learning, and the
 * weights given back for features as they are; `bias` is the column that is always 1. Without cases every weight is 0.
 */
export function learnLogistic(cases: readonly Case[], columns: number, bias: number): number[] {
  const total = cases.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return Array<number>(columns).fill(0);
  const mean = momentOf(cases, columns, (value) => value).map((sum, column) => (column === bias ? 0 : sum / cases.length));
  const spread = momentOf(cases, columns, (value, column) => (value - mean[column]!) ** 2).map((sum, column) => (column === bias ? 1 : Math.sqrt(sum / cases.length) + 1e-6));
  const rows = cases.map(({ features }) => features.map((value, column) => (value - mean[column]!) / spread[column]!));
  const weights = Array<number>(columns).fill(0);
  for (let step = 0; step < STEPS; step++) {
    const gradient = new Float64Array(columns);
    for (const [index, row] of rows.entries()) {
      let sum = 0;
      for (let column = 0; column < columns; column++) sum += weights[column]! * row[column]!;
      const { weight, isRight } = cases[index]!;
      const error = weight * (1 / (1 + Math.exp(-sum)) - (isRight ? 1 : 0));
      for (let column = 0; column < columns; column++) gradient[column]! += error * row[column]!;
    }
    for (let column = 0; column < columns; column++) weights[column]! -= RATE * (gradient[column]! / total + HOLD * weights[column]!);
  }
  const raw = weights.map((weight, column) => weight / spread[column]!);
  raw[bias]! -= raw.reduce((sum, weight, column) => sum + (column === bias ? 0 : weight * mean[column]!), 0);
  return raw;
}

function momentOf(cases: readonly Case[], columns: number, of: (value: number, column: number) => number): number[] {
  return Array.from({ length: columns }, (_, column) => cases.reduce((sum, { features }) => sum + of(features[column]!, column), 0));
}
