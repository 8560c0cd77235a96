import { maskPersonalData } from '../language/personal-data.js';
import type { AnswerRecord } from '../ports/record-log.js';
import type { Feedback } from './feedback-state.js';
import type { Review } from './review-state.js';

/** The first row of an exported table. Who asked and who judged is not exported. */
export const EXPORT_COLUMNS = ['id', 'asked_at_utc', 'channel', 'status', 'claim_verdict', 'engine', 'question', 'standalone_question', 'answer', 'citations', 'evidence', 'review', 'review_note', 'is_corrected', 'votes_up', 'votes_down', 'passed_on_to_staff', 'vote_reasons', 'vote_comments', 'duration_ms', 'generation_id', 'failure'] as const;

/** One record as a row of a table for people: personal identifiers masked, nothing that a spreadsheet would take for a formula. */
export function exportRow(record: AnswerRecord, review: Review, { up, down, staff, reasons, comments }: Feedback): (string | number)[] {
  const { id, askedAtUtc, channel, answer, question, standaloneQuestion, generationId, failure, strength } = record;
  const citations = answer.citations.map(({ marker, title, date, source }) => `[${marker}] ${[title, date ?? '', `${source.file}:${source.startLine}-${source.endLine}`].filter((part) => part !== '').join(' · ')}`);
  return [
    id, askedAtUtc, channel, answer.status, answer.verdict ?? '', answer.engine, masked(question.question), masked(standaloneQuestion), masked(answer.answer), citations.join('\n'), strength ?? '',
    review.verdict ?? '', masked(review.note), review.isCorrected ? 'yes' : '', up, down, staff, reasons.map(({ reason, count }) => `${reason} ${count}`).join(', '), masked(comments.join('\n')), answer.durationMs, generationId ?? '', masked(failure ?? ''),
  ].map((cell) => (typeof cell === 'number' ? cell : defused(cell)));
}

/** A record as JSON for people elsewhere: personal identifiers masked in every text, without who asked. */
export function exportRecord(record: AnswerRecord, { verdict, note, isCorrected }: Review, feedback: Feedback): unknown {
  const withoutAsker = { ...record, asker: null, question: { ...record.question, asker: undefined } };
  return maskedWithin({ ...withoutAsker, review: { verdict, note, isCorrected }, feedback });
}

/** Spreadsheets run what begins like this, in full width too; behind an apostrophe it is text. */
function defused(cell: string): string {
  return /^[\s\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(cell) ? `'${cell}` : cell;
}

function masked(text: string): string {
  return maskPersonalData(text).text;
}

/** Ids, digests and moments are no texts: a row of digits in them is nobody's number. */
const NO_TEXTS = new Set(['id', 'passageId', 'articleId', 'documentId', 'generationId', 'askedAtUtc', 'digest', 'file', 'passageIds']);

function maskedWithin(value: unknown): unknown {
  if (typeof value === 'string') return masked(value);
  if (Array.isArray(value)) return value.map(maskedWithin);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, NO_TEXTS.has(key) ? part : maskedWithin(part)]));
}
