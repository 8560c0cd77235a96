import { familyOf } from '../domain/status.js';
import type { RecordFacts } from '../ports/record-facts.js';
import type { Review } from './review-state.js';

export type EyesReason = 'flagged' | 'failed' | 'refused' | 'partly' | 'contradicted';

/** Why somebody should look at a record, or null: nobody judged it yet and the answer was no plain answer. */
export function needsEyes(record: Pick<RecordFacts, 'status' | 'verdict'>, review: Review): EyesReason | null {
  if (review.isFlagged) return 'flagged';
  if (review.verdict !== null) return null;
  const family = familyOf(record.status);
  if (family === 'failed' || family === 'refused') return family;
  if (record.status === 'answered_partly') return 'partly';
  return record.verdict === 'contradicted' ? 'contradicted' : null;
}
