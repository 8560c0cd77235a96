import { familyOf, isDanger } from '../domain/status.js';
import type { RecordFacts } from '../ports/record-facts.js';
import type { Feedback } from './feedback-state.js';
import type { Review } from './review-state.js';

/** Why a record waits, the first that holds. */
export const EYES_REASONS = ['flagged', 'danger', 'reported', 'disliked', 'failed', 'refused', 'partly', 'contradicted', 'weak'] as const;
export type EyesReason = (typeof EYES_REASONS)[number];

/** An answer less borne out than this waits for a moderator; how many right and wrong ones that are is printed by `npm run learn -- strength`. */
export const WEAK_BELOW = 0.8;

/** Why somebody should look at a record, or null: nobody judged it yet, and somebody may be in danger, passed it on or disliked it, or it was no plain answer, or one that little speaks for. */
export function needsEyes({ status, verdict, strength }: Pick<RecordFacts, 'status' | 'verdict' | 'strength'>, review: Review, feedback: Pick<Feedback, 'down' | 'staff'>): EyesReason | null {
  if (review.isFlagged) return 'flagged';
  if (review.verdict !== null) return null;
  if (isDanger(status)) return 'danger';
  if (feedback.staff > 0) return 'reported';
  if (feedback.down > 0) return 'disliked';
  const family = familyOf(status);
  if (family === 'failed' || family === 'refused') return family;
  if (status === 'answered_partly') return 'partly';
  if (verdict === 'contradicted') return 'contradicted';
  return family === 'answered' && strength !== null && strength < WEAK_BELOW ? 'weak' : null;
}
