import type { AnswerType } from '../intent.js';

/** A record as a reply names it. */
export interface RecordName {
  /** The title of an article, or the name of a meeting. */
  title: string;
  isMeeting?: true;
  /** ISO; null when the record has none. */
  date: string | null;
}

/**
 * Why there is no answer, as something that is true of the records. Dates are ISO. `body` null speaks of the whole corpus,
 * `asked` is the wording of the question.
 */
export type RefusalFact =
  /** No record is of this numbered session. */
  | { kind: 'no_meeting'; asked: string; known: RecordName[] }
  /** No document of this kind has the year and the places asked for; `known` are those that come closest. */
  | { kind: 'no_document'; asked: string; known: RecordName[] }
  /** The body met, but has no record of this day; its nearest days. */
  | { kind: 'no_day'; asked: string; body: string | null; before: string | null; after: string | null }
  /** Asked later than the newest record; `last` is a day, or a year where the newest record has no day. */
  | { kind: 'too_late'; asked: string; body: string | null; last: string }
  | { kind: 'too_early'; asked: string; body: string | null; first: string }
  /** Inside the range, but nothing is of this year or month. */
  | { kind: 'no_period'; asked: string; body: string | null }
  /** The place stands nowhere in the records. */
  | { kind: 'no_place'; place: string }
  /** The wordings stand nowhere in the records. */
  | { kind: 'unknown_words'; words: string[] }
  /** The record is there and does not hold these wordings. */
  | { kind: 'not_mentioned'; record: RecordName; words: string[] }
  /** The record has the topic, without this part of it. */
  | { kind: 'no_field'; record: RecordName; topic: string; field: string }
  /** The record is near, and nothing in it was found to answer; `year` where the question is of a year. */
  | { kind: 'not_found'; record: RecordName; type: AnswerType; year: number | null }
  /** Nothing near; the matter and the year of the question, where they could be told. */
  | { kind: 'nothing'; words: string[]; year: number | null };
