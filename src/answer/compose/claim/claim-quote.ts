import { splitClauses, type Span } from '../../../language/sentences.js';
import type { Spot } from './claim-spots.js';

/** How much is quoted, in UTF-16 units: a sentence whole, the clauses before the one meant, the clause itself. */
export interface QuoteLengths {
  whole: number;
  lead: number;
  clause: number;
}

const USUAL: QuoteLengths = { whole: 110, lead: 60, clause: 160 };

/** What is quoted for a spot: its sentence, or in a long one its clause with what leads to it. Offsets are those of `text`. */
export function quoteOf(text: string, { sentence, clause }: Pick<Spot, 'sentence' | 'clause'>, lengths = USUAL): Span {
  if (sentence.end - sentence.start <= lengths.whole) return sentence;
  const clauses = splitClauses(text, sentence);
  const at = clauses.findIndex(({ start }) => start === clause.start);
  let { start } = clause;
  for (let index = at - 1; index >= 0; index--) {
    const earlier = clauses[index]?.start ?? start;
    if (clause.start - earlier > lengths.lead) break;
    start = earlier;
  }
  const end = /[，,；;、]/.test(text[clause.end - 1] ?? '') ? clause.end - 1 : clause.end;
  return end - start <= lengths.clause ? { start, end } : { start: clause.start, end: Math.min(end, clause.start + lengths.clause) };
}
