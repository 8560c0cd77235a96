import type { Generation, QueryTerm } from '../ports/generation.js';

/** Share (0 to 1) of a question's terms, by weight and rarity, that a folded text holds. */
export type TermMatch = (folded: string) => number;

/** Prepares the question's terms for matching against sentences. */
export function termMatch(terms: readonly QueryTerm[], { lexical, corpus }: Generation): TermMatch {
  const weighed = terms.flatMap(({ term, weight }) => {
    const literal = term.replace(/^n:/, '');
    if (/^[dmyk]:/.test(literal)) return [];
    const frequency = lexical.passageFrequency(term);
    // What the corpus never says cannot tell its sentences apart.
    return frequency === 0 ? [] : [{ literal, weight: weight * Math.log(1 + corpus.passageCount / (frequency + 0.5)) }];
  });
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0);
  return (folded) => (total === 0 ? 0 : weighed.reduce((sum, { literal, weight }) => (folded.includes(literal) ? sum + weight : sum), 0) / total);
}
