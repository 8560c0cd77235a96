import { parseNumeral } from '../../language/chinese-numerals.js';
import { fold } from '../../language/fold.js';
import { bigramShare, squeeze } from '../../language/likeness.js';
import { splitClauses, type Span } from '../../language/sentences.js';
import type { CorpusReader } from '../../ports/generation.js';
import { coverage, gapsOfPassage, headerLine, presence, type WeighedWord } from '../evidence.js';
import { CATEGORY } from '../answer-type.js';
import type { AnswerType, Intent } from '../intent.js';
import type { Ranked } from '../rank.js';
import type { Scope } from '../scope.js';
import type { TermMatch } from '../term-match.js';
import { personBefore, valuesIn } from './answer-value.js';
import { draftOf, refusal, type Cut, type Draft } from './draft.js';
import { enumeratedItems, followEnumeration } from './enumeration.js';
import { composeOverviewAround } from './overview/overview.js';
import { SENTENCE_FEATURES, sentenceCandidates, type SentenceCandidate } from './sentence-features.js';
import { SENTENCE_WEIGHTS, type SentenceWeights } from './sentence-weights.js';

/** Passages whose sentences compete. */
const MAX_PASSAGES = 12;
/** Longest answer taken from one sentence before it is cut to clauses, in UTF-16 units. */
const MAX_SENTENCE = 130;
const MAX_LIST_SENTENCE = 280;
/** Least share of the asked words that the chosen sentence and its surroundings must hold. */
const MIN_COVERAGE = 0.5;
/** Types whose values are recognised well enough that a sentence without one is no answer. */
const NEEDS_VALUE: ReadonlySet<AnswerType> = new Set<AnswerType>(['where', 'who', 'presenter', 'when', 'office', 'how_many', 'share']);
/** A demand of the question that the passage does not meet weighs as much as half of everything else. */
const GAP_PENALTY = 1.5;

/** A sentence without a day is no answer to when, however well it fits. */
const VALUE_PENALTY: Partial<Record<AnswerType, number>> = { when: 0.8, office: 0.8, where: 0.4, list: 0.25, reason: 0.7, who: 0.3 };

/** Verbs of speech: who said it may stand some sentences before what was said. */
const SPEAKS = /说|谈|提|讲|表示|认为|要求|建议|觉得|指出|介绍|强调|希望/;

/** Sentences tried after the best one, and how far behind it they may be. */
const MAX_RUNNERS_UP = 6;
const MAX_BEHIND = 0.7;
/** Least share of the best sentence's hold on the asked words that a runner-up must have. */
const MIN_OF_BEST = 0.5;

interface Scored extends SentenceCandidate {
  score: number;
  gaps: number;
}

/** Picks the sentence that answers, cut to the clauses that carry it; refuses where the evidence does not speak of what was asked. */
export function composeFromSentences(intent: Intent, words: readonly WeighedWord[], match: TermMatch, scope: Scope, ranked: readonly Ranked[], corpus: CorpusReader, weights: SentenceWeights = SENTENCE_WEIGHTS): Draft {
  const scored = scoredSentences(intent, words, match, scope, ranked, corpus, weights);
  const first = scored[0];
  if (first === undefined) return refusal('refused_no_passages');
  // The best sentence may lack the value asked for while a runner-up has it; what is too far behind speaks of something else.
  const best = scored.slice(0, MAX_RUNNERS_UP).find((candidate) => first.score - candidate.score <= MAX_BEHIND && candidate.features.words >= MIN_OF_BEST * first.features.words && objectionTo(intent, words, candidate) === null);
  if (best === undefined) return refusal('refused_not_in_passages', objectionTo(intent, words, first) ?? '');
  const { passage } = best.ranked;
  const article = corpus.articleOfRow(passage.row);
  const person = personFor(intent, best);
  const toArticle = (span: Span): Cut => ({ article, start: passage.start + span.start, end: passage.start + span.end });
  if (intent.type === 'overview') return composeOverviewAround(words, article, toArticle(best.span), ranked, corpus);
  const list = ['list', 'open', 'reason', 'conclusion'].includes(intent.type) ? followEnumeration(corpus.article(article).text, toArticle(best.span), intent.type === 'list') : null;
  const ordinal = /(?:第|最后|倒数第)([一二三四五六七八九十\d]{1,2})(?:件|个|条|项|点|方面|类|步)/.exec(intent.folded);
  const items = ordinal === null ? [] : enumeratedItems(corpus.article(article).text, toArticle(best.span));
  const nth = ordinal === null ? undefined : items.at(positionOf(ordinal));
  if (nth !== undefined) return draftOf([{ article, ...nth }]);
  // A list that is shorter has no such item.
  if (ordinal !== null && items.length > 1) return refusal('refused_not_in_passages', ordinal[0]);
  if (list !== null) return draftOf(list.map((span) => ({ article, ...span })));
  const span = trim(intent, words, passage.text, best);
  return draftOf(person === null ? [toArticle(span)] : [toArticle(person), toArticle(span)]);
}

/** Index of 第三条, counted from the end for 最后一条 and 倒数第二条. */
function positionOf([text, numeral = '']: RegExpExecArray): number {
  const number = parseNumeral(numeral) ?? 0;
  return text.startsWith('第') ? number - 1 : -number;
}

/** Why a sentence is no answer: what of the question it does not meet; null when nothing speaks against it. */
function objectionTo(intent: Intent, words: readonly WeighedWord[], candidate: Scored): string | null {
  if (candidate.gaps > 0) return intent.dates[0] === undefined ? (intent.meetings[0]?.text ?? intent.places[0] ?? '') : intent.text.slice(intent.dates[0].start, intent.dates[0].end);
  const missing = missingNames(intent, words, candidate);
  if (missing !== null) return missing;
  const person = personFor(intent, candidate);
  const isPredicateHeld = (intent.type !== 'when' && intent.type !== 'who') || person !== null || predicateHeld(words, candidate);
  const lacksValue = candidate.values?.length === 0 && person === null && NEEDS_VALUE.has(intent.type);
  return isPredicateHeld && !lacksValue && candidate.coverage >= MIN_COVERAGE ? null : missingWords(words, candidate);
}

/** Who said what a sentence without a name reports, where the question asks who said it. */
function personFor(intent: Intent, { values, ranked, span }: Scored): Span | null {
  const asks = (intent.type === 'who' || intent.type === 'presenter') && SPEAKS.test(intent.folded);
  return asks && values?.length === 0 ? personBefore(ranked.passage.text, span) : null;
}

/** The sentences that compete for the answer, best first. */
export function scoredSentences(intent: Intent, words: readonly WeighedWord[], match: TermMatch, scope: Scope, ranked: readonly Ranked[], corpus: CorpusReader, weights: SentenceWeights = SENTENCE_WEIGHTS): Scored[] {
  const top = ranked[0]?.score ?? 1;
  const inScope = ranked.filter(({ passage }) => scope.articles === null || scope.articles.has(corpus.articleOfRow(passage.row)));
  const fitting = inScope.slice(0, 2 * MAX_PASSAGES).filter(({ passage }) => scope.articles !== null || gapsOfPassage(intent, passage, corpus).length === 0);
  return (fitting.length > 0 ? fitting : inScope)
    .slice(0, MAX_PASSAGES)
    .flatMap((candidate) => {
      const { passage } = candidate;
      const gaps = (scope.articles === null ? gapsOfPassage(intent, passage, corpus).length : 0) + (scope.body !== null && scope.body.name !== passage.header.body ? 1 : 0);
      return sentenceCandidates(intent, words, match, candidate, top).map((sentence) => ({
        ...sentence,
        gaps,
        score: SENTENCE_FEATURES.reduce((sum, feature) => sum + weights[feature] * sentence.features[feature], 0) - GAP_PENALTY * gaps - (VALUE_PENALTY[intent.type] ?? 0) * sentence.features.noValue,
      }));
    })
    .sort((a, b) => b.score - a.score);
}

/** The shortest run of clauses that keeps the value and what the sentence says of the asked words. */
function trim(intent: Intent, words: readonly WeighedWord[], text: string, best: Scored): Span {
  const { span } = best;
  // A list is said whole: its items are what was asked for.
  if (span.end - span.start <= (intent.type === 'list' ? MAX_LIST_SENTENCE : MAX_SENTENCE)) return span;
  const clauses = splitClauses(text, span);
  const folded = fold(text);
  const whole = coverage(words, [{ folded: folded.slice(span.start, span.end), factor: 1 }]);
  let chosen: { span: Span; score: number } | null = null;
  for (let from = 0; from < clauses.length; from++) {
    for (let to = from; to < clauses.length; to++) {
      const run = { start: clauses[from]?.start ?? 0, end: clauses[to]?.end ?? 0 };
      const length = run.end - run.start;
      if (length > MAX_SENTENCE + 20) break;
      if (valuesIn(intent, text.slice(run.start, run.end))?.length === 0 && best.values?.length !== 0) continue;
      const held = coverage(words, [{ folded: folded.slice(run.start, run.end), factor: 1 }]);
      const score = held / Math.max(0.01, whole) - 0.0015 * length;
      if (score > (chosen?.score ?? -Infinity)) chosen = { span: run, score };
    }
  }
  return withoutTrailingComma(text, chosen?.span ?? span);
}

function withoutTrailingComma(text: string, span: Span): Span {
  return /[，,；;、]/.test(text[span.end - 1] ?? '') ? { start: span.start, end: span.end - 1 } : span;
}

/** A date answers when only if its sentence speaks of what happened, not just of who or where. */
function predicateHeld(words: readonly WeighedWord[], best: Scored): boolean {
  const { passage } = best.ranked;
  const header = headerLine(passage.header);
  const happened = words.filter((word) => !word.isName && word.importance >= 0.5 && !header.includes(word.text));
  return happened.length === 0 || coverage(happened, [{ folded: fold(passage.text.slice(Math.max(0, best.span.start - 40), best.span.end)), factor: 1 }]) >= 0.25;
}

/** Names and the asked noun that the passage does not speak of; null when it speaks of all. */
function missingNames(intent: Intent, words: readonly WeighedWord[], best: Scored): string | null {
  const { passage } = best.ranked;
  const folded = fold(passage.text) + headerLine(passage.header) + fold(passage.heading);
  const held = folded + squeeze(folded);
  const post = intent.type === 'who' ? intent.compounds.find((compound) => /(?:书记|[市省县区局厅院校行会]长|主席|主任|检察长|总理)$/.test(compound) && bigramShare(compound, held) < 0.75) : undefined;
  if (post !== undefined) return post;
  const names = words.filter((word) => word.isName && !intent.places.some((place) => word.text.startsWith(place)) && presence(word, folded) < 0.6).map(({ text }) => text);
  if (names.length > 0) return names.join('、');
  if (intent.type === 'office' || intent.type === 'who') return null;
  const noun = words.find(({ text }) => text === intent.askedNoun);
  return noun === undefined || noun.importance < 0.5 || presence(noun, folded) >= 0.5 || CATEGORY.test(noun.text) ? null : noun.text;
}

function missingWords(words: readonly WeighedWord[], best: Scored): string {
  const { passage } = best.ranked;
  const folded = fold(passage.text) + headerLine(passage.header);
  return words.filter((word) => word.importance >= 0.3 && presence(word, folded) < 0.5).map((word) => word.text).slice(0, 3).join('、');
}
