import type { Generation, QueryTerm } from '../ports/generation.js';

/**
 * Share (0 to 1) of a question's terms, by weight and rarity, that a folded text holds. Terms that `given` (the article's
 * header) holds already count little: they name the article, and tell none of its sentences apart.
 */
export type TermMatch = (folded: string, given?: string) => number;

/** What is left of a term's weight where the header holds it. */
const GIVEN_SHARE = 0.2;

/** Prepares the question's terms for matching against sentences. */
export function termMatch(terms: readonly QueryTerm[], { lexical, corpus }: Generation): TermMatch {
  const weighed = terms.flatMap(({ term, weight }) => {
    const literal = term.replace(/^n:/, '');
    if (/^[dmyk]:/.test(literal)) return [];
    const frequency = lexical.passageFrequency(term);
    // What the corpus never says cannot tell its sentences apart.
    return frequency === 0 ? [] : [{ literal, weight: weight * Math.log(1 + corpus.passageCount / (frequency + 0.5)) }];
  });
  return (folded, given = '') => {
    let held = 0;
    let total = 0;
    for (const { literal, weight } of weighed) {
      const counted = given.includes(literal) ? GIVEN_SHARE * weight : weight;
      total += counted;
      if (folded.includes(literal)) held += counted;
    }
    return total === 0 ? 0 : held / total;
  };
}
