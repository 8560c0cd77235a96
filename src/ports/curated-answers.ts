/** A right answer that a moderator wrote, with the passages it rests on. */
export interface CuratedAnswer {
  id: string;
  /** As it was asked. */
  question: string;
  /** Plain text with `[n]` markers. */
  answer: string;
  /** The n-th is the passage of marker n; an id changes with the words of its passage. */
  passageIds: string[];
  publishedBy: string;
  publishedAtUtc: string;
  /** The record that was corrected. */
  recordId: string;
}

/** The curated answers of a data folder, found by the keys of the questions they are for. */
export interface CuratedAnswers {
  /** On the disk when it returns; takes the place of an earlier answer to the same questions. */
  publish(curated: CuratedAnswer, keys: readonly string[]): void;
  /** False when there is none of that id. */
  withdraw(id: string): boolean;
  find(key: string): CuratedAnswer | null;
  /** Newest first. */
  all(): CuratedAnswer[];
}
