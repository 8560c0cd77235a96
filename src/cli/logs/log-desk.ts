import type { CuratedAnswer } from '../../ports/curated-answers.js';
import type { RecordArchive } from '../../ports/record-archive.js';
import type { AnswerRecord } from '../../ports/record-log.js';
import type { IndexedRecord } from '../../review/record-index.js';
import type { ReviewVerdict, Reviews } from '../../review/review-state.js';

export type TableFormat = 'csv' | 'xlsx';
type Pieces = AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;

/** The log of a data folder and what moderators made of it. Reading makes no file where there is none. */
export interface LogDesk extends RecordArchive {
  find(id: string): AnswerRecord | null;
  /** Oldest first. */
  records(): readonly IndexedRecord[];
  reviews(): Reviews;
  /** Written down as done by whoever works at this machine. */
  judge(recordId: string, verdict: ReviewVerdict, note: string): void;
  /** What a moderator published as the right answer of a record; null when nobody did. */
  curatedFor(recordId: string): CuratedAnswer | null;
  /** Removes records asked before an ISO moment (UTC) from the disk; gives how many. */
  removeBefore(askedAtUtc: string): number;
  /** The files of the log, those that are not there yet too. */
  paths(): { name: string; file: string; bytes: number | null }[];
  encode(format: TableFormat, rows: Iterable<readonly (string | number)[]>): Pieces;
  /** Throws ClearError when the file is there (unless it may be replaced), belongs to the data folder, or cannot be written. */
  writeFile(file: string, pieces: Pieces, mayReplace: boolean): Promise<void>;
}
