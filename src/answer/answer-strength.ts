import type { Answer } from '../domain/answer.js';
import { fold } from '../language/fold.js';
import { bigramShare, squeeze } from '../language/likeness.js';
import type { CorpusReader } from '../ports/generation.js';
import type { Draft } from './compose/draft.js';
import type { Found } from './find-evidence.js';
import { STRENGTH_FEATURES, STRENGTH_WEIGHTS, type StrengthFeature } from './strength-weights.js';

/** How well (0 to 1) an answer is borne out by what was found, for moderators: nothing is answered or refused by it. Null where nothing is answered. */
export function strengthOf(found: Found, draft: Draft, answer: Pick<Answer, 'citations'>, corpus: CorpusReader): number | null {
  const features = strengthFeatures(found, draft, answer, corpus);
  if (features === null) return null;
  const sum = STRENGTH_FEATURES.reduce((total, feature) => total + STRENGTH_WEIGHTS[feature] * features[feature], 0);
  return Math.round(1000 / (1 + Math.exp(-sum))) / 1000;
}

/** What speaks for an answer; see STRENGTH_FEATURES. Null where nothing is answered. */
export function strengthFeatures({ intent, ranked }: Found, draft: Draft, { citations }: Pick<Answer, 'citations'>, corpus: CorpusReader): Record<StrengthFeature, number> | null {
  if (draft.kind === 'refusal' || citations.length === 0) return null;
  const { chosen } = draft;
  const lead = Math.max(-1, Math.min(1, chosen?.lead ?? 0));
  const said = draft.cuts.map(({ article, start, end }) => {
    const { text, title, body, meeting, date } = corpus.article(article);
    return [text.slice(start, end), title, body, meeting, date ?? ''].join(' ');
  });
  return {
    confidence: chosen?.among === 'sentences' ? chosen.confidence : 0,
    sentenceLead: chosen?.among === 'sentences' ? lead : 0,
    figureLead: chosen?.among === 'figures' ? lead : 0,
    figure: chosen?.among === 'figures' ? 1 : 0,
    structured: chosen === undefined ? 1 : 0,
    asked: bigramShare(squeeze(intent.folded), fold(said.join(' '))),
    ahead: leadOfCited(ranked, new Set(citations.map(({ passageId }) => passageId))),
    bias: 1,
  };
}

/** How far (-1 to 1, of the best score) the best cited passage is before the best one of another document. */
function leadOfCited(ranked: Found['ranked'], cited: ReadonlySet<string>): number {
  const own = ranked.find(({ passage }) => cited.has(passage.passageId));
  const other = ranked.find(({ passage }) => own !== undefined && passage.header.documentId !== own.passage.header.documentId);
  if (own === undefined) return 0;
  return other === undefined ? 1 : Math.max(-1, Math.min(1, (own.score - other.score) / Math.abs(ranked[0]?.score ?? 1)));
}
