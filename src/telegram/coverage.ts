import type { Coverage as RecordCoverage } from '../answer/holdings/coverage.js';

/** What the bot says of the index. */
export interface Coverage extends Pick<RecordCoverage, 'documents' | 'articles' | 'passages' | 'firstDate' | 'lastDate'> {
  /** Organs, those with most records first. */
  bodies: string[];
  /** Questions that these records answer. */
  examples: string[];
}
