import { parseNumeral } from '../../language/chinese-numerals.js';
import { fold } from '../../language/fold.js';
import { squeeze } from '../../language/likeness.js';
import { splitClauses, type Span } from '../../language/sentences.js';
import type { CorpusReader } from '../../ports/generation.js';
import { coverage, gapsOfPassage, shareSaid, type WeighedWord } from '../evidence.js';
import { confidence, objectionTo } from './acceptance.js';
import type { AnswerType, Intent } from '../intent.js';
import type { Ranked } from '../rank.js';
import type { Scope } from '../scope.js';
import type { TermMatch } from '../term-match.js';
import { personBefore, valuesIn } from './answer-value.js';
import { chosenDraft, draftOf, refusal, type Cut, type Draft } from './draft.js';
import { enumeratedItems, followEnumeration, listBehind } from './enumeration.js';
import { composeOverviewAround } from './overview/overview.js';
import { SENTENCE_FEATURES, sentenceCandidates, type SentenceCandidate } from './sentence-features.js';
import { withSurroundings } from './surroundings.js';
import { SENTENCE_WEIGHTS, type SentenceWeights } from './sentence-weights.js';

/** Passages whose sentences compete. */
const MAX_PASSAGES = 12;
/** Longest answer taken from one sentence before it is cut to clauses, in UTF-16 units. */
const MAX_SENTENCE = 130;
const MAX_LIST_SENTENCE = 280;
/** What each UTF-16 unit costs a run of clauses. */
const PER_UNIT = 0.0015;
const OPEN_PER_UNIT = -0.0003;
/** A demand of the question that the passage does not meet weighs as much as half of everything else. */
const GAP_PENALTY = 1.5;

/** A sentence without a day is no answer to when, however well it fits. */
const VALUE_PENALTY: Partial<Record<AnswerType, number>> = { when: 0.8, office: 0.8, where: 0.4, list: 0.25, reason: 0.7, who: 0.3, conclusion: 0.5 };

/** Verbs of speech: who said it may stand some sentences before what was said. */
const SPEAKS = /(?:谁|哪[位个]).{0,3}[让叫]|说|谈|提|讲|表示|认为|要求|建议|觉得|指出|介绍|强调|希望/;

/** Sentences tried after the best one, and how far behind it they may be. */
const MAX_RUNNERS_UP = 6;
const MAX_BEHIND = 0.7;
/** Least share of the best sentence's hold on the asked words that a runner-up must have. */
const MIN_OF_BEST = 0.5;

/** How far behind the best a second sentence may be that is said with it, by what is asked for; none where a value is. */
const NEARLY: Partial<Record<AnswerType, number>> = { open: 0.8, reason: 0.8, list: 0.8, who: 0.2, where: 0.2, office: 0.2, when: 0.2 };
/** Longest answer of two sentences, in UTF-16 units. */
const MAX_TWO = 160;
/** What the sentence gains that says all a follow-up brought. */
const BROUGHT_BONUS = 0.4;

/** What a sentence gains that announces a list of just what is asked for. */
const ANNOUNCED_BONUS = 0.6;

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
  const runnerUp = scored[1]?.score ?? first.score - 1;
  const leadOf = (candidate: Scored): number => candidate.score - (candidate === first ? runnerUp : first.score);
  const objection = (candidate: Scored): string | null => objectionTo(intent, words, candidate, leadOf(candidate), personFor(intent, candidate) !== null);
  const best = scored.slice(0, MAX_RUNNERS_UP).find((candidate) => first.score - candidate.score <= MAX_BEHIND && candidate.features.words >= MIN_OF_BEST * first.features.words && objection(candidate) === null);
  if (best === undefined) return refusal('refused_not_in_passages', objection(first) ?? '');
  return chosenDraft(draftFrom(best, scored, intent, words, ranked, corpus), { among: 'sentences', confidence: confidence(intent, words, best, leadOf(best)), lead: leadOf(best) });
}

/** The chosen sentence with what belongs to it: who said it, the list behind it, or a second sentence. */
function draftFrom(best: Scored, scored: readonly Scored[], intent: Intent, words: readonly WeighedWord[], ranked: readonly Ranked[], corpus: CorpusReader): Draft {
  const { passage } = best.ranked;
  const article = corpus.articleOfRow(passage.row);
  const person = personFor(intent, best);
  const toArticle = (span: Span): Cut => ({ article, start: passage.start + span.start, end: passage.start + span.end });
  if (intent.type === 'overview') return composeOverviewAround(words, article, toArticle(best.span), ranked, corpus);
  const behind = intent.type === 'list' && (best.values?.length === 0 || /哪(?:几|[两二三四五六七八九十])/.test(intent.folded)) ? listBehind(corpus.article(article).text, toArticle(best.span), (printed) => (valuesIn(intent, printed)?.length ?? 0) > 0) : null;
  if (behind !== null) return draftOf([toArticle(opening(passage.text, best.span)), ...(followEnumeration(corpus.article(article).text, behind, true) ?? [behind]).map((span) => ({ article, ...span }))]);
  const list = ['list', 'open', 'reason', 'conclusion', 'yes_no'].includes(intent.type) ? followEnumeration(corpus.article(article).text, toArticle(best.span), intent.type === 'list' || intent.type === 'conclusion' || (intent.type === 'yes_no' && /[:：]$/.test(passage.text.slice(best.span.start, best.span.end)))) : null;
  const ordinal = /(?:第|最后|倒数第)([一二三四五六七八九十\d]{1,2})(?:件|个|条|项|点|方面|类|步)/.exec(intent.folded);
  const items = ordinal === null ? [] : enumeratedItems(corpus.article(article).text, toArticle(best.span));
  const nth = ordinal === null ? undefined : items.at(positionOf(ordinal));
  if (nth !== undefined) return draftOf([{ article, ...nth }]);
  // A list that is shorter has no such item.
  if (ordinal !== null && items.length > 1) return refusal('refused_not_in_passages', ordinal[0]);
  if (list !== null) return draftOf(list.map((span) => ({ article, ...span })));
  const trimmed = trim(intent, words, passage.text, best);
  const span = trimmed.end - trimmed.start < best.span.end - best.span.start - 1 ? trimmed : withSurroundings(intent.type, passage.text, best.span);
  const second = secondSentence(intent, scored, best, span, corpus);
  return draftOf([...(person === null ? [] : [toArticle(person)]), ...joined(toArticle(span), second)]);
}

/** Another sentence of the article that fits nearly as well, where an account is asked for: it may be the one that was meant. */
function secondSentence(intent: Intent, scored: readonly Scored[], best: Scored, span: Span, corpus: CorpusReader): Cut | null {
  const within = NEARLY[intent.type];
  if (within === undefined) return null;
  const article = corpus.articleOfRow(best.ranked.passage.row);
  const other = scored.find((candidate) => corpus.articleOfRow(candidate.ranked.passage.row) === article && (candidate.ranked !== best.ranked || candidate.span.end <= span.start || candidate.span.start >= span.end));
  if (other === undefined || best.score - other.score > within || other.features.heading > 0 || span.end - span.start + other.span.end - other.span.start > MAX_TWO) return null;
  const { start } = other.ranked.passage;
  return { article, start: start + other.span.start, end: start + other.span.end };
}

/** Two cuts of one article in the order of the record, as one where they touch. */
function joined(first: Cut, second: Cut | null): Cut[] {
  if (second === null) return [first];
  const [before, after] = first.start < second.start ? [first, second] : [second, first];
  return after.start - before.end <= 1 ? [{ ...before, end: after.end }] : [before, after];
}

/** Index of 第三条, counted from the end for 最后一条 and 倒数第二条. */
function positionOf([text, numeral = '']: RegExpExecArray): number {
  const number = parseNumeral(numeral) ?? 0;
  return text.startsWith('第') ? number - 1 : -number;
}

/** Who said what a sentence without a name reports, where the question asks who said it. */
function personFor(intent: Intent, { values, ranked, span }: SentenceCandidate): Span | null {
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
      return sentenceCandidates(intent, words, match, candidate, top).map((sentence) => ({ ...sentence, features: personFor(intent, sentence) === null ? sentence.features : { ...sentence.features, value: 1, noValue: 0 } })).map((sentence) => ({
        ...sentence,
        gaps,
        score: SENTENCE_FEATURES.reduce((sum, feature) => sum + weights[feature] * sentence.features[feature], 0) - GAP_PENALTY * gaps - (VALUE_PENALTY[intent.type] ?? 0) * sentence.features.noValue + (announces(intent, passage.text, sentence.span) ? ANNOUNCED_BONUS : 0) + BROUGHT_BONUS * shareSaid(intent.brought, fold(passage.text.slice(sentence.span.start, sentence.span.end))),
      }));
    })
    .filter(({ ranked: { passage }, span }) => !isSaid(intent.said, passage.text.slice(span.start, span.end)))
    .sort((a, b) => b.score - a.score);
}

/** Whether the lines behind a sentence list, each by its name, the things asked for (哪些决议: 关于…的决议). */
function announces({ type, askedNoun, folded }: Intent, text: string, { start, end }: Span): boolean {
  const noun = askedNoun ?? /(?:哪些|哪几[个项件份])([\u4e00-\u9fff]{2})/.exec(folded)?.[1] ?? '';
  if (type !== 'list' || noun.length < 2 || !/[:：]$/.test(text.slice(start, end))) return false;
  const items = text.slice(end).split('\n\n', 2).join('\n').split('\n').filter((line) => /^[-+•*·]\s/.test(line));
  return items.filter((line) => line.includes(noun)).length >= 2;
}

/** Whether a sentence holds, or is part of, a statement made before. */
function isSaid(said: readonly string[], sentence: string): boolean {
  const squeezed = squeeze(fold(sentence));
  return said.some((statement) => squeezed.includes(squeeze(fold(statement))) || squeeze(fold(statement)).includes(squeezed));
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
      // What an open question is after stands in no word of it: more of the sentence is kept.
      const score = held / Math.max(0.01, whole) - (intent.type === 'open' ? OPEN_PER_UNIT : PER_UNIT) * length;
      if (score > (chosen?.score ?? -Infinity)) chosen = { span: run, score };
    }
  }
  return withoutTrailingComma(text, chosen?.span ?? span);
}

/** The first clause of a sentence, where the rest says something else than the list behind it. */
function opening(text: string, span: Span): Span {
  return withoutTrailingComma(text, splitClauses(text, span)[0] ?? span);
}

function withoutTrailingComma(text: string, span: Span): Span {
  return /[，,；;、]/.test(text[span.end - 1] ?? '') ? { start: span.start, end: span.end - 1 } : span;
}
