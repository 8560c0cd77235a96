/** How much a model may be asked. */
export interface ModelCeilings {
  tokensPerDay: number;
  tokensPerDayUser: number;
  /** In the currency of the prices; null means no limit. */
  moneyPerDay: number | null;
  moneyPerDayUser: number | null;
  /** For a million tokens. */
  priceInput: number;
  priceOutput: number;
}

/** What one call took. */
export interface ModelUse {
  inputTokens: number;
  outputTokens: number;
}

/** Counts what a model was asked, on the disk, so that a restart forgets no ceiling; keeps its replies. Days are those of UTC. */
export interface ModelLedger {
  /**
   * Books the most that a call may take; null when a ceiling would be passed. `asker` null counts for the day alone.
   * Settle it when the call is over; what is never settled stays booked.
   */
  reserve(asker: string | null, most: ModelUse): Reservation | null;
  /** A reply kept under a key, or null. */
  reply(key: string): string | null;
  keep(key: string, text: string): void;
  /** What was used today, booked calls included. */
  today(): ModelUse & { calls: number; money: number };
}

export interface Reservation {
  settle(used: ModelUse): void;
}
