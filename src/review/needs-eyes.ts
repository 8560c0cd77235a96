import { familyOf, isDanger } from '../domain/status.js';
import type { RecordFacts } from '../ports/record-facts.js';
import type { Feedback } from './feedback-state.js';
import type { Review } from './review-state.js';

export type EyesReason = 'flagged' | 'danger' | 'reported' | 'disliked' | 'failed' | 'refused' | 'partly' | 'contradicted';

/** Why somebody should look at a record, or null: nobody judged it yet, and somebody may be in danger, passed it on or disliked it, or it was no plain answer. */
export function needsEyes(record: Pick<RecordFacts, 'status' | 'verdict'>, review: Review, feedback: Pick<Feedback, 'down' | 'staff'>): EyesReason | null {
  if (review.isFlagged) return 'flagged';
  if (review.verdict !== null) return null;
  if (isDanger(record.status)) return 'danger';
  if (feedback.staff > 0) return 'reported';
  if (feedback.down > 0) return 'disliked';
  const family = familyOf(record.status);
  if (family === 'failed' || family === 'refused') return family;
  if (record.status === 'answered_partly') return 'partly';
  return record.verdict === 'contradicted' ? 'contradicted' : null;
}
