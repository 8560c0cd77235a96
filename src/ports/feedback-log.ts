/** `staff`: the question was passed on to staff. */
export const FEEDBACK_KINDS = ['up', 'down', 'staff'] as const;
export type FeedbackKind = (typeof FEEDBACK_KINDS)[number];

/** What somebody made of an answer they got; the last one of a person and kind counts. */
export interface FeedbackEntry {
  /** Rises with every entry. */
  sequence: number;
  recordId: string;
  atUtc: string;
  kind: FeedbackKind;
  /** Code of a reason, or null. */
  reason: string | null;
  /** Their own words, personal identifiers masked, or null. */
  comment: string | null;
  /** Pseudonym. */
  asker: string;
}

/** Append-only, but for what its writer, the asker of its record or its age takes away. */
export interface FeedbackLog {
  append(entry: Omit<FeedbackEntry, 'sequence'>): void;
}

/** Feedback, read from the side. */
export interface FeedbackReader {
  /** Entries after a sequence, oldest first. */
  after(sequence: number): FeedbackEntry[];
  /** Cheap: tells whether entries were added or erased. */
  count(): number;
}
