import type { ClaimedValue, Verdict } from '../../domain/answer.js';
import type { Status } from '../../domain/status.js';

/** A stretch of an article's printed text that is to be said. Offsets are those of the article's text. */
export interface Cut {
  /** Dense ordinal of the article. */
  article: number;
  start: number;
  end: number;
  /** Words of ours before the quoted ones: which side of a comparison this is. */
  label?: string;
}

/** How the cuts were chosen: among sentences (`confidence`: how likely, 0 to 1, the best one answers) or among figures, and how far before the next best, in scores of that kind. */
export type Chosen = { among: 'sentences'; confidence: number; lead: number } | { among: 'figures'; lead: number };

/**
 * What a composer hands on: cuts to quote in order, or a reason why there is nothing to say. `lead` is a sentence of ours before
 * them; its figures are the question's, the record's or `computed` ones. `missing` names what of the question is not on record;
 * `isComparison` says that each side was looked up and judged by itself;
 * `chosen` is absent where the structure of the record gave the answer.
 */
export type Draft =
  | { kind: 'cuts'; cuts: Cut[]; verdict: Verdict | null; lead: string; missing?: string; computed?: readonly string[]; isComparison?: boolean; findings?: ClaimedValue[]; chosen?: Chosen }
  | { kind: 'refusal'; status: Extract<Status, `refused_${string}`>; missing: string; verdict?: Verdict; findings?: ClaimedValue[] };

export function draftOf(cuts: Cut[], lead = ''): Draft {
  return { kind: 'cuts', cuts, verdict: null, lead };
}

/** The draft with how it was chosen; a refusal stays as it is. */
export function chosenDraft(draft: Draft, chosen: Chosen): Draft {
  return draft.kind === 'refusal' ? draft : { ...draft, chosen };
}

export function refusal(status: Extract<Status, `refused_${string}`>, missing = ''): Draft {
  return { kind: 'refusal', status, missing };
}
