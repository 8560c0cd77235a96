import { splitClauses, type Span } from '../../../language/sentences.js';
import type { Spot } from './claim-spots.js';

/** How much is quoted, in UTF-16 units: a sentence whole, the clauses before the one meant, the clause itself. */
export interface QuoteLengths {
  whole: number;
  lead: number;
  clause: number;
  /** Whether clauses before are quoted only where the one meant begins with its verb. */
  isBare?: boolean;
}

const OPENS_WITH_VERB = /^(?:占|达|增|下降|提高|同比|约|共|其中|为|比|等|提出|完成)/;
const USUAL: QuoteLengths = { whole: 110, lead: 60, clause: 160 };

/** What is quoted for a spot: its sentence, or in a long one its clause with what leads to it. Offsets are those of `text`. */
export function quoteOf(text: string, { sentence, clause }: Pick<Spot, 'sentence' | 'clause'>, lengths = USUAL): Span {
  const bullet = /^[-*•·]\s+/.exec(text.slice(sentence.start, sentence.end))?.[0].length ?? 0;
  if (sentence.end - sentence.start <= lengths.whole) return { start: sentence.start + bullet, end: sentence.end };
  const clauses = splitClauses(text, sentence);
  const opening = /^(?:是|为)?[:：]\s*/.exec(text.slice(sentence.start, sentence.end))?.[0].length ?? 0;
  const at = clauses.findIndex(({ start }) => start === clause.start);
  let { start } = clause;
  for (let index = at - 1; index >= 0; index--) {
    const earlier = clauses[index]?.start ?? start;
    if (clause.start - earlier > lengths.lead || (lengths.isBare === true && !OPENS_WITH_VERB.test(text.slice(start, start + 4)))) break;
    start = earlier;
  }
  const end = /[，,；;、]/.test(text[clause.end - 1] ?? '') ? clause.end - 1 : clause.end;
  // A passage that begins inside a sentence may begin with its colon.
  if (start === sentence.start) start += opening;
  return end - start <= lengths.clause ? { start, end } : { start: clause.start, end: Math.min(end, clause.start + lengths.clause) };
}
