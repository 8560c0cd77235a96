import type { Answer } from '../../domain/answer.js';
import type { Draft } from '../compose/draft.js';

/** Share of a text's letters that are Han from which on it counts as Chinese. */
const MOSTLY_HAN = 0.3;

/**
 * Whether a model may reword an answer: only what is answered, whole, in the words of the record. Refusals, verdicts on claims,
 * computed figures and comparisons stay as they are, and so does whatever is in another language than its record: that could not be proved.
 */
export function isWritable({ status, verdict, findings, citations, question }: Answer, draft: Draft): boolean {
  if (status !== 'answered' || verdict !== null || findings !== undefined || citations.length === 0) return false;
  if (draft.kind !== 'cuts' || draft.lead !== '' || draft.computed !== undefined || draft.isComparison === true || draft.cuts.some(({ label }) => label !== undefined)) return false;
  return citations.every(({ text }) => isChinese(text) === isChinese(question));
}

function isChinese(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  return letters.filter((letter) => /\p{Script=Han}/u.test(letter)).length >= MOSTLY_HAN * letters.length;
}
