import { questionKey } from '../language/question-key.js';
import type { FeedbackEntry } from '../ports/feedback-log.js';
import type { AnswerRecord } from '../ports/record-log.js';

/** Somebody who passed a question on to staff, and so wants to hear of it. */
export interface AskerToTell {
  answerId: string;
  /** Pseudonym. */
  person: string;
}

/**
 * Who is told of a correction: those who got the corrected answer, or one to the same question before it was corrected, and passed it on.
 * Nobody else agreed to be written to.
 */
export function askersToTell(correction: { recordId: string; question: string; publishedAtUtc: string }, feedback: readonly FeedbackEntry[], find: (recordId: string) => Pick<AnswerRecord, 'question' | 'standaloneQuestion'> | null): AskerToTell[] {
  const key = questionKey(correction.question);
  const isConcerned = ({ recordId }: FeedbackEntry): boolean => {
    if (recordId === correction.recordId) return true;
    const record = find(recordId);
    return record !== null && [record.question.question, record.standaloneQuestion].some((question) => questionKey(question) === key);
  };
  return feedback.filter((entry) => entry.kind === 'staff' && entry.atUtc <= correction.publishedAtUtc && isConcerned(entry)).map(({ recordId, asker }) => ({ answerId: recordId, person: asker }));
}
