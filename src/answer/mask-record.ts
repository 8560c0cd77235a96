import { fold } from '../language/fold.js';
import { findPersonalData, PERSONAL_DATA_MASK } from '../language/personal-data.js';
import type { AnswerRecord } from '../ports/record-log.js';

/**
 * The record without personal identifiers that the asker wrote: in the question, in the conversation before it, and wherever the
 * answer repeats them. What was understood goes as a whole, because it holds them in pieces. Passages are as they were indexed.
 */
export function maskRecord(record: AnswerRecord): AnswerRecord {
  const written = [record.question.question, record.standaloneQuestion, ...record.question.history.map(({ question }) => question)];
  const found = written.flatMap((text) => findPersonalData(text).map(({ start, end }) => text.slice(start, end)));
  if (found.length === 0) return record;
  // The longest first: one may stand inside another.
  const identifiers = [...new Set(found.flatMap((identifier) => [identifier, fold(identifier)]))].sort((a, b) => b.length - a.length);
  const mask = (text: string): string => identifiers.reduce((rest, identifier) => rest.replaceAll(identifier, identifier.replace(/\S/g, PERSONAL_DATA_MASK)), text);
  const { question, answer, statements } = record;
  return {
    ...record,
    question: { ...question, question: mask(question.question), history: question.history.map((item) => ({ ...item, question: mask(item.question) })) },
    standaloneQuestion: mask(record.standaloneQuestion),
    intent: null,
    answer: {
      ...answer,
      question: mask(answer.question),
      answer: mask(answer.answer),
      ...(answer.findings === undefined ? {} : { findings: answer.findings.map((finding) => ({ ...finding, claimed: mask(finding.claimed) })) }),
    },
    draft: mask(record.draft),
    statements: statements.map((statement) => ({ ...statement, text: mask(statement.text) })),
    failure: record.failure === null ? null : mask(record.failure),
  };
}
