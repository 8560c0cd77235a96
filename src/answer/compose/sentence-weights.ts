import type { SentenceFeature } from './sentence-features.js';

export type SentenceWeights = Readonly<Record<SentenceFeature, number>>;

/**
 * How much each feature speaks for a sentence. Learned by listwise softmax over about 2,200 questions whose answer is known (npm run learn)
 * (the right sentence first 72 → 76 % on 1,000 others); heading, label and names were set by hand on newspaper pages afterwards.
 */
export const SENTENCE_WEIGHTS: SentenceWeights = {
  terms: 0.5,
  termsBefore: -0.02,
  termsAfter: -0.1,
  run: 0.27,
  termsAround: 0.45,
  words: 0.42,
  wordsAround: -0.14,
  value: 0.21,
  noValue: -0.21,
  rank: 1.63,
  heading: -1.2,
  label: 1.4,
  names: 0.6,
  isFirst: 0.2,
  isLast: -0.08,
  logLength: -0.08,
  date: 0.39,
  opening: -0.12,
  clause: -0.1,
};
