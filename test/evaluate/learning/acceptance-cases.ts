import { acceptanceFeatures, predicateHeld } from '../../../src/answer/compose/acceptance.js';
import { ACCEPTANCE_FEATURES } from '../../../src/answer/compose/acceptance-weights.js';
import { scoredSentences } from '../../../src/answer/compose/sentence.js';
import type { Found } from '../../../src/answer/find-evidence.js';
import { isAnswerable, isPatternRow, type QuestionRow } from '../../../src/evaluate/question-row.js';
import type { Generation } from '../../../src/ports/generation.js';
import { holdsAnswer } from './holds-answer.js';
import type { Case } from './logistic.js';

export type AcceptanceCase = Case;

/** Cases made by taking something away are many and alike; refusals written by hand are few. */
const COUNTS = { asItIs: 1, withoutRecord: 0.7, withoutSentence: 0.4, refusal: 2 } as const;

/**
 * The best sentence as it is, that of the same question with its record taken away, and with the answering sentences taken away:
 * the last two must not be taken. A wrong sentence of an answerable question teaches nothing: choosing is learned elsewhere.
 */
export function acceptanceCases(row: QuestionRow, found: Found, generation: Generation): AcceptanceCase[] {
  if (!isAnswerable(row)) return caseOf(row, found, generation, COUNTS.refusal, 'all').map((one) => ({ ...one, isRight: false }));
  const asItIs = caseOf(row, found, generation, COUNTS.asItIs, 'all').filter(({ isRight }) => isRight);
  // A question that names its document is refused by that, whatever else is found.
  if (isPatternRow(row) || found.scope.articles !== null) return asItIs;
  const others = found.ranked.filter(({ passage }) => !row.doc_ids.includes(passage.header.documentId));
  return [...asItIs, ...caseOf(row, { ...found, ranked: others }, generation, COUNTS.withoutRecord, 'all'), ...caseOf(row, found, generation, COUNTS.withoutSentence, 'wrong')];
}

function caseOf(row: QuestionRow, { intent, words, match, scope, ranked }: Found, { corpus }: Generation, weight: number, which: 'all' | 'wrong'): AcceptanceCase[] {
  const isRight = ({ ranked: { passage }, span }: ReturnType<typeof scoredSentences>[number]): boolean => holdsAnswer(row, passage.header, passage.text.slice(span.start, span.end), passage.text);
  const scored = scoredSentences(intent, words, match, scope, ranked, corpus).filter((sentence) => which === 'all' || !isRight(sentence));
  const [first, second] = scored;
  if (first === undefined) return [];
  const features = acceptanceFeatures(intent, words, first, second === undefined ? 1 : first.score - second.score, predicateHeld(words, first));
  return [{ weight, features: Float64Array.from(ACCEPTANCE_FEATURES, (feature) => features[feature]), isRight: isRight(first) }];
}
