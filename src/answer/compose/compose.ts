import { fold } from '../../language/fold.js';
import type { CorpusReader } from '../../ports/generation.js';
import type { WeighedWord } from '../evidence.js';
import { answerTypeOutsideMinutes } from '../answer-type.js';
import type { Intent } from '../intent.js';
import type { Ranked } from '../rank.js';
import type { Scope } from '../scope.js';
import type { TermMatch } from '../term-match.js';
import { composeClaim, missingScope } from './claim/claim.js';
import { composeComparison } from './compare/compare.js';
import { composeExtreme } from './compare/extreme.js';
import { readExtreme, type Comparison } from './compare/read-comparison.js';
import type { SideEvidence } from './compare/side-value.js';
import { refusal, type Draft } from './draft.js';
import { composeDelivery } from './delivery.js';
import { composeDissent } from './dissent.js';
import { composeFigure } from './figure.js';
import { composeOffice } from './office/office.js';
import { composeMeetingDays } from './meeting-days.js';
import { composeOverview } from './overview/overview.js';
import { composePremise } from './premise/premise.js';
import { composeFromSentences } from './sentence.js';
import { composeTableFigure } from './table-figure.js';
import { SENTENCE_WEIGHTS, type SentenceWeights } from './sentence-weights.js';
import { composeFromTopics } from './topic.js';

/** Comparisons first, from what was found for each side; whatever they do not settle is answered as a whole. */
export function composeAnswer(found: SideEvidence, corpus: CorpusReader, comparison: Comparison | null, sides: readonly SideEvidence[], weights: SentenceWeights = SENTENCE_WEIGHTS): Draft {
  const whole = ({ intent, words, match, scope, ranked }: SideEvidence): Draft => compose(intent, words, match, scope, ranked, corpus, weights);
  // A quoted topic is asked of its own minutes, whatever figures other topics hold.
  const topical = found.intent.quoted.length === 0 || comparison === null ? null : composeFromTopics(found.intent, found.words, found.scope, found.ranked, corpus);
  if (topical !== null) return topical;
  const extreme = readExtreme(found.intent);
  const compared =
    (comparison === null ? null : composeComparison(comparison, sides, corpus, whole)) ?? (extreme === null ? null : composeExtreme(found.intent, extreme, found.words, found.scope, found.ranked, corpus));
  if (compared !== null) return compared.kind === 'cuts' ? { ...compared, isComparison: true } : compared;
  const answered = whole(found);
  return extreme === null || isExtremeTold(answered, corpus) ? answered : refusal('refused_not_in_passages', /最[\u3400-\u9fff]/.exec(found.intent.folded)?.[0]);
}

/** One of several is no answer to which is most, unless its own words say that it is. */
function isExtremeTold(draft: Draft, corpus: CorpusReader): boolean {
  return draft.kind === 'refusal' || draft.cuts.some(({ article, start, end }) => /最|居|第[一二三]|首|冠|排名|领先|率先|主要|次于|末/.test(corpus.article(article).text.slice(start, end)));
}

/** The extract engine: structure first, where the question asks for it and the record has it, sentences otherwise. */
export function compose(intent: Intent, words: readonly WeighedWord[], match: TermMatch, scope: Scope, ranked: readonly Ranked[], corpus: CorpusReader, weights: SentenceWeights = SENTENCE_WEIGHTS): Draft {
  if (ranked.length === 0) return refusal('refused_no_passages');
  const claim = composeClaim(intent, words, scope, ranked, corpus);
  if (claim !== null) return claim;
  const premise = composePremise(intent, words, scope, ranked, corpus, (rest, restWords, restScope) => composeAsked(rest, restWords, match, restScope, ranked, corpus, weights));
  return premise ?? composeAsked(intent, words, match, scope, ranked, corpus, weights);
}

/** What is asked, answered from structure where the record has it, from sentences otherwise. */
function composeAsked(intent: Intent, words: readonly WeighedWord[], match: TermMatch, scope: Scope, ranked: readonly Ranked[], corpus: CorpusReader, weights: SentenceWeights): Draft {
  if (scope.isMissing) return refusal('refused_not_in_passages', missingScope(intent, scope));
  const office = composeOffice(intent, ranked, corpus);
  if (office !== null) return office;
  const structured = composeFromTopics(intent, words, scope, ranked, corpus) ?? composeDissent(intent, words, ranked, corpus) ?? composeDelivery(intent, words, scope, ranked, corpus) ?? composeMeetingDays(intent, words, scope, ranked, corpus) ?? composeOverview(intent, words, scope, ranked, corpus);
  if (structured !== null) return structured;
  const named = [...words, ...quotedWords(intent)];
  // Where no record keeps a register, 议题 and 与会人 are listed in its sentences like anything else.
  if (intent.type === 'agenda' || intent.type === 'attendees') return composeFromSentences({ ...intent, type: 'list' }, named, match, scope, ranked, corpus, weights);
  // Records without open issues are asked in general.
  const asked = intent.quoted.length === 0 && intent.type === 'followup' ? { ...intent, type: answerTypeOutsideMinutes(intent.folded) } : intent;
  if (asked.type === 'how_many' || asked.type === 'share') return composeTableFigure(asked, named, scope, ranked, corpus) ?? composeFigure(asked, named, scope, ranked, corpus);
  return composeFromSentences(asked, named, match, scope, ranked, corpus, weights);
}

/** What stands in quotation marks is a name like any other once no heading bears it. */
function quotedWords(intent: Intent): WeighedWord[] {
  return intent.quoted.filter((quote) => quote.length <= 24).map((quote) => ({ text: fold(quote), importance: 1, synonyms: [], isName: false, weight: 1, isUnknown: false }));
}
