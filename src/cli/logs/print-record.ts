import type { AnswerRecord } from '../../ports/record-log.js';
import type { Review } from '../../review/review-state.js';
import { plainText } from '../plain-text.js';
import { printAnswer } from '../print-answer.js';

/** A record on one line. */
export function printLine({ id, askedAtUtc, channel, answer, question }: AnswerRecord, verdict: Review['verdict'] = null): string {
  const asked = plainText(question.question).replace(/\s+/gu, ' ').slice(0, 100);
  return `${askedAtUtc} ${plainText(id)} ${channel} ${answer.status}${verdict === null ? '' : ` (${verdict})`} ${asked}\n`;
}

/** A record with what was understood, said, looked at, and what moderators made of it. */
export function printRecord(record: AnswerRecord, review: Review, hasColour: boolean): string {
  const { question, standaloneQuestion, passages, failure } = record;
  const looked = passages.map(({ isKept, score, title, passageId }) => `${isKept ? '+' : '-'} ${score.toFixed(3)} ${plainText(title)} (${plainText(passageId)})\n`);
  const completed = standaloneQuestion === question.question || standaloneQuestion === '' ? '' : `Understood as: ${plainText(standaloneQuestion)}\n`;
  const broken = failure === null ? '' : `Failure: ${plainText(failure)}\n`;
  const judged = review.verdict === null ? '' : `Judged ${review.verdict} by ${plainText(review.by)}${review.note === '' ? '' : `: ${plainText(review.note)}`}\n`;
  return `${printLine(record, review.verdict)}${completed}${broken}${judged}\n${printAnswer(record.answer, hasColour)}\nPassages looked at:\n${looked.join('')}`;
}
