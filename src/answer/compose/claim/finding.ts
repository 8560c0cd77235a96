import type { Spot } from './claim-spots.js';

/** What the record says to one assertion. `recorded` is the record's value, as printed. */
export interface Finding {
  outcome: 'holds' | 'differs';
  claimed: string;
  recorded: string;
  spot: Spot;
}
