import type { ArticleKind } from '../../domain/corpus.js';

/** What the records cover: of whom, from when to when, and what is missing in between. Dates are ISO days. */
export interface Coverage {
  documents: number;
  articles: number;
  passages: number;
  firstDate: string | null;
  lastDate: string | null;
  /** Years on record, rising. */
  years: number[];
  /** Most records first. */
  bodies: BodyCoverage[];
  kinds: { kind: ArticleKind; articles: number }[];
  /** Articles that no organ could be told of. */
  articlesWithoutBody: number;
  articlesWithoutDate: number;
}

export interface BodyCoverage {
  /** The organ, without the number of its term. */
  name: string;
  /** The ways its records write it. */
  writtenAs: string[];
  articles: number;
  firstDate: string | null;
  lastDate: string | null;
  /** Years on record, rising: of the days, and of the titles of records without a day. */
  years: number[];
  /** Oldest first; those without a date last. */
  meetings: MeetingCoverage[];
  /** Meetings of one name (weekly minutes, yearly reports), most meetings first. */
  series: SeriesCoverage[];
  gaps: CoverageGap[];
}

export interface MeetingCoverage {
  /** In the wording of the record. */
  name: string;
  articles: number;
  firstDate: string | null;
  lastDate: string | null;
}

export interface SeriesCoverage {
  name: string;
  meetings: number;
  firstDate: string | null;
  lastDate: string | null;
}

/** A stretch inside a body's range without a record; `years` and `months` are first and last of a run (2023, 2023-04). */
export type CoverageGap = { kind: 'years'; from: number; to: number } | { kind: 'months'; from: string; to: string } | { kind: 'sessions'; series: string; numbers: number[] };
