import { fold } from '../../language/fold.js';
import { bigramShare, squeeze } from '../../language/likeness.js';
import { CATEGORY } from '../answer-type.js';
import { coverage, headerLine, presence, type WeighedWord } from '../evidence.js';
import type { AnswerType, Intent } from '../intent.js';
import { ACCEPTANCE_FEATURES, ACCEPTANCE_WEIGHTS, type AcceptanceFeature } from './acceptance-weights.js';
import type { SentenceCandidate } from './sentence-features.js';

/** Least share of the asked words that the chosen sentence and its surroundings must hold. */
const MIN_COVERAGE = 0.5;
/** Types whose values are recognised well enough that a sentence without one is no answer. */
const NEEDS_VALUE: ReadonlySet<AnswerType> = new Set<AnswerType>(['where', 'who', 'presenter', 'when', 'office', 'how_many', 'share']);

/** Where nothing speaks against a sentence, it must only not be hopeless; where something does, it must speak for itself; more so without a value. */
const LEAST_CONFIDENCE = { unopposed: 0.03, opposed: 0.45, valueless: 0.7 } as const;

/** Why a sentence is no answer: what of the question it does not meet; null when it is one. `margin` is its lead over the next best sentence. */
export function objectionTo(intent: Intent, words: readonly WeighedWord[], candidate: SentenceCandidate & { gaps: number }, margin: number, hasPerson: boolean): string | null {
  if (candidate.gaps > 0) return intent.dates[0] === undefined ? (intent.meetings[0]?.text ?? intent.places[0] ?? '') : intent.text.slice(intent.dates[0].start, intent.dates[0].end);
  const missing = missingNames(intent, words, candidate) ?? missingNoun(intent, words, candidate);
  if (missing !== null) return missing;
  const isPredicateHeld = predicateHeld(words, candidate);
  const lacksValue = candidate.values?.length === 0 && !hasPerson && NEEDS_VALUE.has(intent.type);
  const isOpposed = lacksValue || (candidate.coverage < MIN_COVERAGE && words.some(({ importance }) => importance >= 0.3)) || (!isPredicateHeld && !hasPerson && (intent.type === 'when' || intent.type === 'who'));
  const least = !isOpposed ? LEAST_CONFIDENCE.unopposed : lacksValue ? LEAST_CONFIDENCE.valueless : LEAST_CONFIDENCE.opposed;
  return confidence(intent, words, candidate, margin, isPredicateHeld) >= least ? null : missingWords(words, candidate);
}

/** How likely (0 to 1) a sentence is to answer, by what was learned from answered questions and from questions whose record was taken away. */
export function confidence(intent: Intent, words: readonly WeighedWord[], candidate: SentenceCandidate, margin: number, isPredicateHeld = predicateHeld(words, candidate)): number {
  const evidence = acceptanceFeatures(intent, words, candidate, margin, isPredicateHeld);
  const sum = ACCEPTANCE_FEATURES.reduce((total, feature) => total + ACCEPTANCE_WEIGHTS[feature] * evidence[feature], 0);
  return 1 / (1 + Math.exp(-sum));
}

/** What speaks for taking a sentence as the answer, and against it. */
export function acceptanceFeatures(intent: Intent, words: readonly WeighedWord[], candidate: SentenceCandidate, margin: number, isPredicateHeld: boolean): Record<AcceptanceFeature, number> {
  const { features, ranked, coverage: held } = candidate;
  const header = headerLine(ranked.passage.header);
  const title = squeeze(fold(ranked.passage.header.title));
  const matter = words.filter(({ text }) => text !== intent.askedNoun && !header.includes(text));
  return {
    ...features,
    bias: 1,
    coverage: held,
    matter: coverage(matter, [{ folded: fold(ranked.passage.text.slice(candidate.span.start, candidate.span.end)), factor: 1 }]),
    title: title.length < 2 ? 0 : bigramShare(title, squeeze(intent.folded)),
    margin: Math.min(1, margin),
    predicateMissing: isPredicateHeld ? 0 : 1,
    open: intent.type === 'open' ? 1 : 0,
    list: intent.type === 'list' ? 1 : 0,
    where: intent.type === 'where' ? 1 : 0,
    reason: intent.type === 'reason' ? 1 : 0,
  };
}

/** A date answers when only if its sentence speaks of what happened, not just of who or where. */
export function predicateHeld(words: readonly WeighedWord[], best: SentenceCandidate): boolean {
  const { passage } = best.ranked;
  const header = headerLine(passage.header);
  const happened = words.filter((word) => !word.isName && word.importance >= 0.5 && !header.includes(word.text));
  return happened.length === 0 || coverage(happened, [{ folded: fold(passage.text.slice(Math.max(0, best.span.start - 40), best.span.end)), factor: 1 }]) >= 0.25;
}

/** Names and the office that the passage does not speak of; null when it speaks of all. */
export function missingNames(intent: Intent, words: readonly WeighedWord[], best: SentenceCandidate): string | null {
  const { passage } = best.ranked;
  const folded = fold(passage.text) + headerLine(passage.header) + fold(passage.heading);
  const held = folded + squeeze(folded);
  const post = intent.type === 'who' ? intent.compounds.find((compound) => /(?:书记|[市省县区局厅院校行会]长|主席|主任|检察长|总理)$/.test(compound) && bigramShare(compound, held) < 0.75) : undefined;
  if (post !== undefined) return post;
  const names = words.filter((word) => word.isName && !intent.places.some((place) => word.text.startsWith(place)) && presence(word, folded) < 0.6).map(({ text }) => text);
  if (names.length > 0) return names.join('、');
  return null;
}

/** The asked noun (哪个会议室), where the passage does not speak of it; null when it does or when a value need not be called so. */
export function missingNoun(intent: Intent, words: readonly WeighedWord[], best: SentenceCandidate): string | null {
  const { passage } = best.ranked;
  const folded = fold(passage.text) + headerLine(passage.header) + fold(passage.heading);
  if (intent.type === 'office' || intent.type === 'who') return null;
  const noun = words.find(({ text }) => text === intent.askedNoun);
  return noun === undefined || noun.importance < 0.5 || presence(noun, folded) >= 0.5 || CATEGORY.test(noun.text) ? null : noun.text;
}

function missingWords(words: readonly WeighedWord[], best: SentenceCandidate): string {
  const { passage } = best.ranked;
  const folded = fold(passage.text) + headerLine(passage.header);
  return words.filter((word) => word.importance >= 0.3 && presence(word, folded) < 0.5).map((word) => word.text).slice(0, 3).join('、');
}
