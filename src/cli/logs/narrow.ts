import { type Command } from 'commander';
import type { Engine, Verdict } from '../../domain/answer.js';
import { familyOf, STATUS_TABLE, type Status } from '../../domain/status.js';
import type { RecordQuery } from '../../ports/record-archive.js';
import type { AnswerRecord } from '../../ports/record-log.js';
import { EYES_REASONS, type EyesReason, needsEyes } from '../../review/needs-eyes.js';
import { REVIEW_VERDICTS, type ReviewVerdict } from '../../review/review-state.js';
import { usageError } from '../usage.js';
import type { LogDesk } from './log-desk.js';
import { readMoment } from './read-moment.js';

const STATUSES = Object.keys(STATUS_TABLE) as Status[];
const FAMILIES = [...new Set(STATUSES.map(familyOf))];
const ENGINES: readonly Engine[] = ['extract', 'draft'];
const CLAIM_VERDICTS: readonly Verdict[] = ['supported', 'contradicted', 'not_found'];

export interface NarrowOptions {
  since?: string;
  until?: string;
  status?: string;
  engine?: string;
  verdict?: string;
  waiting?: string;
}

/** Adds the options that narrow the log to a command. */
export function addNarrowing(command: Command): Command {
  return command
    .option('--since <when>', 'asked at that time or later: 2025-03-01, 2025-03-01T08:00Z, or 30d, 12h, 45m ago')
    .option('--until <when>', 'asked before that time; a day is taken to its end (UTC)')
    .option('--status <name>', `a status, or its family: ${FAMILIES.join(', ')}`)
    .option('--engine <name>', `what answered: ${ENGINES.join(' or ')}`)
    .option('--verdict <name>', `a moderator's: ${REVIEW_VERDICTS.join(', ')}, none; or of a claim: ${CLAIM_VERDICTS.join(', ')}`)
    .option('--waiting <why>', `waits for a moderator, and why: any, ${EYES_REASONS.join(', ')} (weak: low evidence)`);
}

/** What is wanted, in the words of the log. */
export interface Narrowing {
  query: RecordQuery;
  /** `none`: nobody judged it yet. Null: whatever it is. */
  review: ReviewVerdict | 'none' | null;
  /** Why it waits for a moderator; null: whether it does or not. */
  waiting: EyesReason | 'any' | null;
}

/** Reads what was typed. Throws ClearError (2) naming the value and what is allowed. */
export function readNarrowing({ since, until, status, engine, verdict, waiting }: NarrowOptions): Narrowing {
  const query: RecordQuery = {};
  if (since !== undefined) query.fromUtc = readMoment('--since', since, false);
  if (until !== undefined) query.beforeUtc = readMoment('--until', until, true);
  if (query.fromUtc !== undefined && query.beforeUtc !== undefined && query.fromUtc >= query.beforeUtc) {
    throw usageError(`--since ${String(since)} is not before --until ${String(until)}; exchange the two.`);
  }
  if (status !== undefined) {
    const named = oneOf('--status', status, [...FAMILIES, ...STATUSES]);
    query.statuses = STATUSES.filter((each) => each === named || familyOf(each) === named);
  }
  if (engine !== undefined) query.engine = oneOf('--engine', engine, ENGINES);
  const said = verdict === undefined ? null : oneOf('--verdict', verdict, [...REVIEW_VERDICTS, 'none' as const, ...CLAIM_VERDICTS]);
  const isOfClaim = (word: string | null): word is Verdict => CLAIM_VERDICTS.some((each) => each === word);
  if (isOfClaim(said)) query.verdict = said;
  return { query, review: said === null || isOfClaim(said) ? null : said, waiting: waiting === undefined ? null : oneOf('--waiting', waiting, ['any' as const, ...EYES_REASONS]) };
}

/** The records that fit, at most `limit`. */
export function* narrowed(desk: LogDesk, { query, review, waiting }: Narrowing, limit: number, order: 'newest first' | 'oldest first' = 'newest first'): Generator<AnswerRecord> {
  const reviews = review === null && waiting === null ? null : desk.reviews();
  let count = 0;
  for (const record of desk.select(query, order)) {
    if (reviews !== null && review !== null && (reviews.of(record.id).verdict ?? 'none') !== review) continue;
    if (reviews !== null && waiting !== null) {
      const why = needsEyes({ ...record.answer, strength: record.strength }, reviews.of(record.id), reviews.feedbackOn(record.id));
      if (waiting === 'any' ? why === null : why !== waiting) continue;
    }
    yield record;
    if (++count >= limit) return;
  }
}

/** Throws ClearError (2) unless the value is one of those that are allowed. */
export function oneOf<Word extends string>(flag: string, value: string, allowed: readonly Word[]): Word {
  const word = allowed.find((each) => each === value);
  if (word === undefined) throw usageError(`${flag} is ${JSON.stringify(value.slice(0, 40))}, but must be one of ${allowed.join(', ')}; choose one of them.`);
  return word;
}
