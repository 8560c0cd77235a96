import { z } from 'zod';
import { familyOf, STATUS_TABLE, type Status } from '../../domain/status.js';
import { fold } from '../../language/fold.js';
import { EYES_REASONS, needsEyes } from '../../review/needs-eyes.js';
import type { Review, Reviews } from '../../review/review-state.js';
import type { RecordFacts } from '../../ports/record-facts.js';

export const FAMILIES = ['answered', 'refused', 'clarification', 'failed'] as const;
export const ENGINES = ['extract', 'draft'] as const;
export const CLAIM_VERDICTS = ['supported', 'contradicted', 'not_found'] as const;
export const REVIEWED = ['none', 'right', 'wrong', 'incomplete', 'unread', 'mine', 'flagged', 'corrected'] as const;
export const FEEDBACK = ['liked', 'disliked', 'reported'] as const;
export const STATUSES = Object.keys(STATUS_TABLE) as Status[];

const word = z.string().max(200).catch('');
const day = z.iso.date().or(z.literal('')).catch('');
const shape = z.object({
  text: word,
  family: z.enum(['', ...FAMILIES]).catch(''),
  status: z.enum(['', ...STATUSES]).catch(''),
  engine: z.enum(['', ...ENGINES]).catch(''),
  channel: word,
  verdict: z.enum(['', ...CLAIM_VERDICTS]).catch(''),
  review: z.enum(['', ...REVIEWED]).catch(''),
  feedback: z.enum(['', ...FEEDBACK]).catch(''),
  eyes: z.enum(['', ...EYES_REASONS]).catch(''),
  meeting: word,
  document: word,
  from: day,
  to: day,
  page: z.coerce.number().int().min(1).max(1_000_000).catch(1),
});

/** What a list is narrowed to; an empty string means everything. */
export type Filters = z.infer<typeof shape>;
type FilterName = Exclude<keyof Filters, 'page'>;

/** Reads the query of an address. What is not allowed counts as not given. */
export function readFilters(query: Record<string, string>): Filters {
  return shape.parse(Object.fromEntries(Object.keys(shape.shape).map((name) => [name, query[name] ?? ''])));
}

/** The query of an address that shows the same, from its first page on unless one is named. */
export function queryOf(filters: Filters, page = 1): string {
  const given = Object.entries(filters).filter(([name, value]) => name !== 'page' && value !== '') as [FilterName, string][];
  const query = new URLSearchParams(given);
  if (page > 1) query.set('page', String(page));
  return query.toString();
}

/** Newest first. `search` gives the sequences of the records that hold a text. */
export function filterRecords(records: readonly RecordFacts[], filters: Filters, reviews: Pick<Reviews, 'of' | 'feedbackOn'>, personId: string, search: (text: string) => number[]): RecordFacts[] {
  const tests = testsOf(filters, reviews, personId, search);
  if (tests.length === 0) return records.toReversed();
  const wanted: RecordFacts[] = [];
  for (let index = records.length - 1; index >= 0; index--) {
    const record = records[index] as RecordFacts;
    if (tests.every((isWanted) => isWanted(record))) wanted.push(record);
  }
  return wanted;
}

type Test = (record: RecordFacts) => boolean;

/** One test a filter that is set, the cheap ones first. */
function testsOf(filters: Filters, reviews: Pick<Reviews, 'of' | 'feedbackOn'>, personId: string, search: (text: string) => number[]): Test[] {
  const { family, status, engine, channel, verdict, review, feedback, eyes, from, to } = filters;
  const [text, meeting, document] = [filters.text.trim(), fold(filters.meeting).trim(), filters.document.trim()];
  const tests: Test[] = [];
  if (status !== '') tests.push((record) => record.status === status);
  if (family !== '') tests.push((record) => familyOf(record.status) === family);
  if (engine !== '') tests.push((record) => record.engine === engine);
  if (channel !== '') tests.push((record) => record.channel === channel);
  if (verdict !== '') tests.push((record) => record.verdict === verdict);
  if (from !== '') tests.push((record) => record.askedAtUtc >= from);
  if (to !== '') tests.push((record) => record.askedAtUtc.slice(0, 10) <= to);
  if (text !== '') {
    const found = new Set(search(text));
    tests.push((record) => found.has(record.sequence));
  }
  if (review !== '') tests.push((record) => isReviewed(reviews.of(record.id), review, personId));
  if (feedback !== '') tests.push((record) => reviews.feedbackOn(record.id)[VOTE_OF[feedback]] > 0);
  if (eyes !== '') tests.push((record) => needsEyes(record, reviews.of(record.id), reviews.feedbackOn(record.id)) === eyes);
  if (meeting !== '') tests.push(citesOneOf((cited) => fold(cited.meeting).includes(meeting)));
  if (document !== '') tests.push(citesOneOf(({ documentId, title }) => documentId.includes(document) || title.includes(document)));
  return tests;
}

/** Each cited passage is asked about once, however many records cite it. */
function citesOneOf(isWanted: (cited: RecordFacts['cited'][number]) => boolean): Test {
  const known = new Map<RecordFacts['cited'][number], boolean>();
  return ({ cited }) =>
    cited.some((one) => {
      const answer = known.get(one) ?? isWanted(one);
      known.set(one, answer);
      return answer;
    });
}

const VOTE_OF = { liked: 'up', disliked: 'down', reported: 'staff' } as const;

function isReviewed(review: Review, wanted: (typeof REVIEWED)[number], personId: string): boolean {
  switch (wanted) {
    case 'none': return review.verdict === null;
    case 'unread': return !review.readBy.has(personId);
    case 'mine': return review.assignedTo === personId;
    case 'flagged': return review.isFlagged;
    case 'corrected': return review.isCorrected;
    case 'right':
    case 'wrong':
    case 'incomplete': return review.verdict === wanted;
  }
}
