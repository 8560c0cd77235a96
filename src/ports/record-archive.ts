import type { Engine, Verdict } from '../domain/answer.js';
import type { Status } from '../domain/status.js';
import type { AnswerRecord } from './record-log.js';

/** What records are narrowed to; what is left out narrows nothing. */
export interface RecordQuery {
  /** Every piece of it stands in the question or the answer; script, width, case and punctuation do not count. */
  text?: string;
  /** ISO moment (UTC): asked at it or later. */
  fromUtc?: string;
  /** ISO moment (UTC): asked before it. */
  beforeUtc?: string;
  statuses?: readonly Status[];
  engine?: Engine;
  /** What was said of a claim. */
  verdict?: Verdict;
}

/** The log of questions, read at length. */
export interface RecordArchive {
  /** Read in pages while it is walked through; memory does not grow with the log. */
  select(query: RecordQuery, order: 'newest first' | 'oldest first'): Iterable<AnswerRecord>;
  /** Records asked before an ISO moment (UTC). */
  countBefore(askedAtUtc: string): number;
}
