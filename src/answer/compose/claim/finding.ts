import type { Spot } from './claim-spots.js';

/** What the record says to one assertion. `recorded` is the record's value, as printed. */
export interface Finding {
  outcome: 'holds' | 'differs';
  claimed: string;
  recorded: string;
  spot: Spot;
}

/** What one value of a clause says to an assertion. */
export interface Reading {
  outcome: 'holds' | 'differs';
  recorded: string;
  /** What the words right around the value add to the clause's score. */
  bonus: number;
}
