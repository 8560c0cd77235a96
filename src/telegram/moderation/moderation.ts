import type { Correction, CorrectionFault } from '../../answer/curated/publish-correction.js';
import type { StoredPassage } from '../../ports/generation.js';
import type { AskerToTell } from '../../review/askers-to-tell.js';
import type { Decision } from '../../review/decide-on-record.js';
import type { Review } from '../../review/review-state.js';
import type { WaitingRecord } from '../../review/waiting-records.js';

/** A right answer that is out now. */
export interface PublishedCorrection {
  curatedId: string;
  question: string;
  /** With its `[n]` markers. */
  answer: string;
  askers: AskerToTell[];
}

/** What moderators do from the chat: the same functions as behind the pages of the console, and the same log of actions. */
export interface Moderation {
  /** Newest first. */
  waiting(): WaitingRecord[];
  review(recordId: string): Review;
  decide(decision: Omit<Decision, 'nowMs'>): 'done' | 'repeated' | 'stale';
  /** The question as it stands alone, and the passages a right answer may rest on: those cited first, then those that are found. Null for an unknown record. */
  basisOf(recordId: string): Promise<{ question: string; passages: StoredPassage[] } | null>;
  /** Passages by id; those that are not indexed any more are left out. */
  passages(ids: readonly string[]): Promise<StoredPassage[]>;
  /** `version`: of the review as this person saw it. `stale`: somebody decided in between; `repeated`: there is one of that id; else why it must not go out. */
  publish(correction: Omit<Correction, 'nowMs'> & { version: number }): CorrectionFault | 'stale' | 'repeated' | null;
  /** False when there is none of that id. */
  withdraw(curatedId: string, personId: string): boolean;
  /** What was published after an action of the log, from whatever door, and who is to be told; `sequence` is how far the log was read. */
  corrections(after: number): { sequence: number; corrections: PublishedCorrection[] };
  /** Writes into the log of actions what a person of the team did. */
  note(personId: string, action: string, subject: string, detail: Record<string, string | number>): void;
  /** A link that lets this person into the console once; null where there is no console. */
  consoleLink(personId: string): string | null;
}
