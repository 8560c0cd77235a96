import { fold } from '../../language/fold.js';
import { splitClauses, splitSentences, type Span } from '../../language/sentences.js';
import type { CorpusReader } from '../../ports/generation.js';
import { coverage, gapsOf, headerLine, presence, type WeighedWord } from '../evidence.js';
import type { Intent } from '../intent.js';
import type { Ranked } from '../rank.js';
import type { Scope } from '../scope.js';
import { valuesIn } from './answer-value.js';
import { draftOf, refusal, type Cut, type Draft } from './draft.js';
import { followEnumeration } from './enumeration.js';

/** Passages whose sentences compete. */
const MAX_PASSAGES = 12;
/** Longest answer taken from one sentence before it is cut to clauses, in UTF-16 units. */
const MAX_SENTENCE = 110;
/** Least share of the asked words that the chosen sentence and its surroundings must hold. */
const MIN_COVERAGE = 0.55;

interface Scored {
  ranked: Ranked;
  /** In the passage's text. */
  span: Span;
  values: Span[] | null;
  score: number;
  coverage: number;
  gaps: number;
}

/** Picks the sentence that answers, cut to the clauses that carry it; refuses where the evidence does not speak of what was asked. */
export function composeFromSentences(intent: Intent, words: readonly WeighedWord[], scope: Scope, ranked: readonly Ranked[], corpus: CorpusReader): Draft {
  const best = bestSentence(intent, words, scope, ranked, corpus);
  if (best === null) return refusal('refused_no_passages');
  if (best.gaps > 0) return refusal('refused_not_in_passages', intent.dates[0] === undefined ? (intent.meetings[0]?.text ?? '') : intent.text.slice(intent.dates[0].start, intent.dates[0].end));
  if (best.coverage < MIN_COVERAGE || best.values?.length === 0) return refusal('refused_not_in_passages', missingIn(words, best));
  const { passage } = best.ranked;
  const article = corpus.articleOfRow(passage.row);
  if (intent.type === 'list' || intent.type === 'overview') {
    const whole = corpus.article(article).text;
    const list = followEnumeration(whole, { start: passage.start + best.span.start, end: passage.start + best.span.end });
    if (list !== null) return draftOf([{ article, ...list }]);
    return draftOf([{ article, start: passage.start + best.span.start, end: passage.start + best.span.end }]);
  }
  const span = trim(intent, words, passage.text, best);
  const cut: Cut = { article, start: passage.start + span.start, end: passage.start + span.end };
  return draftOf([cut]);
}

function bestSentence(intent: Intent, words: readonly WeighedWord[], scope: Scope, ranked: readonly Ranked[], corpus: CorpusReader): Scored | null {
  const top = ranked[0]?.score ?? 1;
  let best: Scored | null = null;
  for (const candidate of ranked.slice(0, MAX_PASSAGES)) {
    const { passage } = candidate;
    if (scope.articles !== null && !scope.articles.has(corpus.articleOfRow(passage.row))) continue;
    const folded = fold(passage.text);
    const header = headerLine(passage.header);
    const heading = fold(passage.heading);
    const gaps = (scope.articles === null ? gapsOf(intent, passage.header, passage.text).length : 0) + (scope.body !== null && scope.body.name !== passage.header.body ? 1 : 0);
    const sentences = splitSentences(passage.text);
    for (const [index, span] of sentences.entries()) {
      const sentence = folded.slice(span.start, span.end);
      const before = index === 0 ? '' : folded.slice(sentences[index - 1]?.start ?? 0, span.start);
      const direct = coverage(words, [{ folded: sentence, factor: 1 }]);
      const full = coverage(words, [{ folded: sentence, factor: 1 }, { folded: before, factor: 0.85 }, { folded: heading, factor: 0.9 }, { folded: header, factor: 0.9 }, { folded, factor: 0.7 }]);
      const values = valuesIn(intent, passage.text.slice(span.start, span.end));
      const score = 0.7 * full + 0.6 * direct + (values?.length === 0 ? -0.5 : 0) + 0.35 * (candidate.score / top) - 0.5 * gaps - 0.0004 * sentence.length;
      if (score > (best?.score ?? -Infinity)) best = { ranked: candidate, span, values, score, coverage: full, gaps };
    }
  }
  return best;
}

/** The shortest run of clauses that keeps the value and what the sentence says of the asked words. */
function trim(intent: Intent, words: readonly WeighedWord[], text: string, best: Scored): Span {
  const { span } = best;
  if (span.end - span.start <= MAX_SENTENCE) return span;
  const clauses = splitClauses(text, span);
  const folded = fold(text);
  const whole = coverage(words, [{ folded: folded.slice(span.start, span.end), factor: 1 }]);
  let chosen: { span: Span; score: number } | null = null;
  for (let from = 0; from < clauses.length; from++) {
    for (let to = from; to < clauses.length; to++) {
      const run = { start: clauses[from]?.start ?? 0, end: clauses[to]?.end ?? 0 };
      const length = run.end - run.start;
      if (length > MAX_SENTENCE + 40) break;
      const values = valuesIn(intent, text.slice(run.start, run.end));
      if (values?.length === 0) continue;
      const held = coverage(words, [{ folded: folded.slice(run.start, run.end), factor: 1 }]);
      const score = held / Math.max(0.01, whole) - 0.0025 * length;
      if (score > (chosen?.score ?? -Infinity)) chosen = { span: run, score };
    }
  }
  return withoutTrailingComma(text, chosen?.span ?? span);
}

function withoutTrailingComma(text: string, span: Span): Span {
  return /[，,；;、]/.test(text[span.end - 1] ?? '') ? { start: span.start, end: span.end - 1 } : span;
}

function missingIn(words: readonly WeighedWord[], best: Scored): string {
  const { passage } = best.ranked;
  const folded = fold(passage.text) + headerLine(passage.header);
  return words.filter((word) => presence(word, folded) < 0.5).map((word) => word.text).slice(0, 3).join('、');
}
