import { PERSONAL_DATA_MASK } from '../language/personal-data.js';
import type { AnswerRecord } from '../ports/record-log.js';

/** A row of a golden table that is judged by patterns; test/README.md has the format. */
export interface GoldenRow {
  id: string;
  kind: string;
  question: string;
  accept: string[][];
  cite?: string;
  refuse: boolean;
  forbid?: string[];
  history?: { question: string }[];
}

/** What a right answer must hold, as somebody says it. */
export interface Expected {
  /** Regular expressions that must all match the answer. */
  accept: readonly string[];
  /** One that must match a cited passage; null for any. */
  cite: string | null;
  /** Words that must not be shown. */
  forbid: readonly string[];
  /** True: the right answer is that there is none. */
  isRefusal: boolean;
}

/** The row that asks a logged question again and knows what is right; null where the log masked what was asked. */
export function goldenRow({ id, question }: AnswerRecord, kind: string, { accept, cite, forbid, isRefusal }: Expected): GoldenRow | null {
  if ([question, ...question.history].some((asked) => asked.question.includes(PERSONAL_DATA_MASK))) return null;
  return {
    id: `log-${id}`, kind, question: question.question, accept: accept.map((pattern) => [pattern]),
    ...(cite === null ? {} : { cite }), refuse: isRefusal, ...(forbid.length === 0 ? {} : { forbid: [...forbid] }),
    ...(question.history.length === 0 ? {} : { history: question.history.map((earlier) => ({ question: earlier.question })) }),
  };
}

/** What a right answer must hold according to the answer that a moderator wrote: each of its figures, or all of its words where it has none. */
export function expectedOf(answer: string, passages: readonly string[]): Expected {
  // Answers are judged in this form.
  const words = answer.replace(/\s*\[\d+\]/gu, '').trim().normalize('NFKC');
  const figures = [...new Set(words.match(/\d+(?:[.,]\d+)*%?/gu) ?? [])];
  const accept = figures.length > 0 ? figures.map((figure) => `(?<![\\d.])${literal(figure)}(?!\\d|\\.\\d)`) : [literal(words)];
  const cited = figures.find((figure) => passages.some((text) => text.includes(figure)));
  return { accept, cite: cited === undefined ? null : literal(cited), forbid: [], isRefusal: false };
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}
