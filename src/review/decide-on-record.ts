import type { ModeratorAction, ModeratorActions } from '../ports/moderator-actions.js';
import type { Reviews } from './review-state.js';

/** What somebody decides about a record they have before their eyes. */
export interface Decision extends Pick<ModeratorAction, 'personId' | 'detail'> {
  recordId: string;
  action: 'judged' | 'flagged' | 'assigned';
  /** Of the review as this person saw it. */
  version: number;
  nowMs: number;
}

/**
 * Writes a decision into the action log. `repeated`: the same button pressed twice, which is one decision; `stale`: somebody else
 * decided in between, and that is to be looked at first. Throws when the log cannot be written.
 */
export function decideOnRecord({ recordId, action, personId, detail, version, nowMs }: Decision, actions: ModeratorActions, reviews: () => Reviews): 'done' | 'repeated' | 'stale' {
  const now = reviews().of(recordId);
  if (now.version !== version) return now.by === personId || now.version === 0 ? 'repeated' : 'stale';
  actions.append({ atUtc: new Date(nowMs).toISOString(), personId, action, subject: recordId, detail });
  return 'done';
}
