import type { AnswerRecord } from '../../ports/record-log.js';
import { WEAK_BELOW } from '../../review/needs-eyes.js';
import type { Review, Reviews } from '../../review/review-state.js';
import { plainText } from '../plain-text.js';
import { printAnswer } from '../print-answer.js';

/** A record on one line. */
export function printLine({ id, askedAtUtc, channel, answer, question }: AnswerRecord, verdict: Review['verdict'] = null): string {
  const asked = plainText(question.question).replace(/\s+/gu, ' ').slice(0, 100);
  return `${askedAtUtc} ${plainText(id)} ${channel} ${answer.status}${verdict === null ? '' : ` (${verdict})`} ${asked}\n`;
}

/** A record with what was understood, said, looked at, and what moderators made of it. */
export function printRecord(record: AnswerRecord, reviews: Pick<Reviews, 'of' | 'feedbackOn'>, hasColour: boolean): string {
  const [review, feedback] = [reviews.of(record.id), reviews.feedbackOn(record.id)];
  const { question, standaloneQuestion, passages, failure, strength } = record;
  const looked = passages.map(({ isKept, score, title, passageId }) => `${isKept ? '+' : '-'} ${score.toFixed(3)} ${plainText(title)} (${plainText(passageId)})\n`);
  const completed = standaloneQuestion === question.question || standaloneQuestion === '' ? '' : `Understood as: ${plainText(standaloneQuestion)}\n`;
  const broken = failure === null ? '' : `Failure: ${plainText(failure)}\n`;
  const judged = review.verdict === null ? '' : `Judged ${review.verdict} by ${plainText(review.by)}${review.note === '' ? '' : `: ${plainText(review.note)}`}\n`;
  const voted = feedback.up + feedback.down + feedback.staff === 0 ? '' : `Citizens: ${feedback.up} up, ${feedback.down} down, ${feedback.staff} passed on to staff${[...feedback.reasons.map(({ reason, count }) => `${reason} ${count}`), ...feedback.comments.map((comment) => `“${comment}”`)].map((part) => `; ${plainText(part)}`).join('')}\n`;
  const borne = strength === null ? '' : `Evidence: ${strength.toFixed(2)} of 1${strength < WEAK_BELOW ? ', low' : ''}\n`;
  return `${printLine(record, review.verdict)}${completed}${borne}${broken}${judged}${voted}\n${printAnswer(record.answer, hasColour)}\nPassages looked at:\n${looked.join('')}`;
}
