import { questionKey } from '../language/question-key.js';
import type { FeedbackEntry } from '../ports/feedback-log.js';
import type { AnswerRecord } from '../ports/record-log.js';

/** Somebody who may want to hear of a correction. */
export interface AskerToTell {
  answerId: string;
  /** Pseudonym. */
  person: string;
}

/**
 * Who may be told of a correction: those who got the corrected answer, or one to the same question before it was corrected, and passed it on
 * or disliked it; each once for each answer. Whether they agreed to be written to, the door knows.
 */
export function askersToTell(correction: { recordId: string; question: string; publishedAtUtc: string }, feedback: readonly FeedbackEntry[], find: (recordId: string) => Pick<AnswerRecord, 'question' | 'standaloneQuestion'> | null): AskerToTell[] {
  const key = questionKey(correction.question);
  const isConcerned = ({ recordId }: FeedbackEntry): boolean => {
    if (recordId === correction.recordId) return true;
    const record = find(recordId);
    return record !== null && [record.question.question, record.standaloneQuestion].some((question) => questionKey(question) === key);
  };
  const askers = feedback.filter((entry) => entry.kind !== 'up' && entry.atUtc <= correction.publishedAtUtc && isConcerned(entry)).map(({ recordId, asker }) => ({ answerId: recordId, person: asker }));
  return [...new Map(askers.map((asker) => [`${asker.answerId}/${asker.person}`, asker])).values()];
}
