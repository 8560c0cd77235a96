/** One thing a moderator did: `action` names it (`entered`, `judged`, …), `subject` what it was done to (a record's id, or empty). */
export interface ModeratorAction {
  /** Rises with every action. */
  sequence: number;
  atUtc: string;
  /** Telegram id, or `local` for whoever works at the machine. */
  personId: string;
  action: string;
  subject: string;
  detail: Record<string, string | number | boolean | null>;
}

/** Append-only: what is known of reviews is read from it. */
export interface ModeratorActions {
  /** On the disk when it returns. Gives the action's sequence. */
  append(action: Omit<ModeratorAction, 'sequence'>): number;
  /** Actions after a sequence, oldest first. */
  after(sequence: number): ModeratorAction[];
}
