import { splitClauses, type Span } from '../../../language/sentences.js';
import type { Spot } from './claim-spots.js';

/** A sentence up to this length is quoted whole, in UTF-16 units. */
const MAX_WHOLE = 110;
/** Clauses before the one meant that are quoted with it for its subject. */
const MAX_LEAD = 60;
const MAX_CLAUSE = 160;

/** What is quoted for a spot: its sentence, or in a long one its clause with what leads to it. Offsets are those of `text`. */
export function quoteOf(text: string, { sentence, clause }: Pick<Spot, 'sentence' | 'clause'>): Span {
  if (sentence.end - sentence.start <= MAX_WHOLE) return sentence;
  const clauses = splitClauses(text, sentence);
  const at = clauses.findIndex(({ start }) => start === clause.start);
  let { start } = clause;
  for (let index = at - 1; index >= 0; index--) {
    const earlier = clauses[index]?.start ?? start;
    if (clause.start - earlier > MAX_LEAD) break;
    start = earlier;
  }
  const end = /[，,；;、]/.test(text[clause.end - 1] ?? '') ? clause.end - 1 : clause.end;
  return end - start <= MAX_CLAUSE ? { start, end } : { start: clause.start, end: Math.min(end, clause.start + MAX_CLAUSE) };
}
