import type { FeedbackReader } from '../ports/feedback-log.js';
import type { ModeratorAction, ModeratorActions } from '../ports/moderator-actions.js';
import { createFeedback, type Feedback } from './feedback-state.js';

export const REVIEW_VERDICTS = ['right', 'wrong', 'incomplete'] as const;
export type ReviewVerdict = (typeof REVIEW_VERDICTS)[number];

/** What moderators made of one record, read from their actions. */
export interface Review {
  /** The last one given. */
  verdict: ReviewVerdict | null;
  by: string;
  atUtc: string;
  note: string;
  /** The last verdict of each moderator. */
  verdicts: ReadonlyMap<string, ReviewVerdict>;
  assignedTo: string | null;
  readBy: ReadonlySet<string>;
  isFlagged: boolean;
  isCorrected: boolean;
  /** Sequence of the last action that changed it; a form made before another action is told so. */
  version: number;
}

export interface SavedView {
  name: string;
  query: string;
}

export interface Reviews {
  of: (recordId: string) => Review;
  /** What citizens made of it, which is no verdict. */
  feedbackOn: (recordId: string) => Feedback;
  /** Records of which any of that was said; some of them twice. */
  touched: () => Iterable<string>;
  /** Differs when an action or feedback was added, or feedback erased. */
  state: string;
  /** A person's saved views, by name. */
  viewsOf: (personId: string) => SavedView[];
}

/** What is known of a record that no moderator touched. */
export const UNREVIEWED: Review = { verdict: null, by: '', atUtc: '', note: '', verdicts: new Map(), assignedTo: null, readBy: new Set(), isFlagged: false, isCorrected: false, version: 0 };

/** Reads actions and feedback once and then only what is new. */
export function createReviews(source: Pick<ModeratorActions, 'after'>, feedbackSource: FeedbackReader): () => Reviews {
  const feedback = createFeedback(feedbackSource);
  const taken: ModeratorAction[] = [];
  const byRecord = new Map<string, Review>();
  const views = new Map<string, Map<string, string>>();

  const reviews: Pick<Reviews, 'of' | 'viewsOf'> = {
    of: (recordId) => byRecord.get(recordId) ?? UNREVIEWED,
    viewsOf: (personId) => [...(views.get(personId) ?? [])].map(([name, query]) => ({ name, query })).sort((a, b) => a.name.localeCompare(b.name)),
  };

  return () => {
    for (const action of source.after(taken.at(-1)?.sequence ?? 0)) {
      taken.push(action);
      if (action.action === 'saved view') viewsFor(views, action.personId).set(action.subject, String(action.detail.query ?? ''));
      else if (action.action === 'removed view') viewsFor(views, action.personId).delete(action.subject);
      else if (action.subject !== '') {
        const changed = applied(reviews.of(action.subject), action);
        if (changed !== null) byRecord.set(action.subject, changed);
      }
    }
    const { on, records, version } = feedback();
    return {
      ...reviews,
      feedbackOn: on,
      *touched() {
        yield* byRecord.keys();
        yield* records();
      },
      state: `${taken.length} ${version}`,
    };
  };
}

function viewsFor(views: Map<string, Map<string, string>>, personId: string): Map<string, string> {
  const own = views.get(personId) ?? new Map<string, string>();
  views.set(personId, own);
  return own;
}

/** The review after one action; null where the action says nothing of a record. */
function applied(review: Review, { action, personId, atUtc, detail, sequence }: ModeratorAction): Review | null {
  switch (action) {
    case 'opened': return { ...review, readBy: new Set([...review.readBy, personId]) };
    case 'judged': {
      const verdict = detail.verdict as ReviewVerdict;
      return { ...review, verdict, by: personId, atUtc, note: String(detail.note ?? ''), verdicts: new Map([...review.verdicts, [personId, verdict]]), isFlagged: false, version: sequence };
    }
    case 'assigned': return { ...review, assignedTo: detail.to === null ? null : String(detail.to), version: sequence };
    case 'flagged': return { ...review, isFlagged: true, version: sequence };
    case 'published': return { ...review, isCorrected: true, version: sequence };
    case 'withdrawn': return { ...review, isCorrected: false, version: sequence };
    default: return null;
  }
}
