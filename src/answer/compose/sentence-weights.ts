import type { SentenceFeature } from './sentence-features.js';

/** How much each feature speaks for a sentence. */
export const SENTENCE_WEIGHTS: Record<SentenceFeature, number> = {
  terms: 1,
  termsAround: 0.3,
  words: 0.5,
  wordsAround: 0.4,
  value: 0.15,
  noValue: -0.4,
  rank: 0.4,
  heading: -1,
  isFirst: 0,
  logLength: -0.02,
};
