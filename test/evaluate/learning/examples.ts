import type { AnswerPorts } from '../../../src/answer/answer-question.js';
import { readComparison } from '../../../src/answer/compose/compare/read-comparison.js';
import { scoredSentences } from '../../../src/answer/compose/sentence.js';
import { SENTENCE_FEATURES } from '../../../src/answer/compose/sentence-features.js';
import { SENTENCE_WEIGHTS } from '../../../src/answer/compose/sentence-weights.js';
import { composeFromTopics } from '../../../src/answer/compose/topic.js';
import { findEvidence, type Found } from '../../../src/answer/find-evidence.js';
import { rankingFeatures } from '../../../src/answer/rank.js';
import { RANKING_FEATURES, type RankingWeights } from '../../../src/answer/ranking-weights.js';
import type { ArticleHeader } from '../../../src/domain/corpus.js';
import { bigramRecall, holdsReference, normalise } from '../../../src/evaluate/normalise.js';
import { isAnswerable, isPatternRow, type QuestionRow } from '../../../src/evaluate/question-row.js';
import type { Generation } from '../../../src/ports/generation.js';
import type { Example } from './softmax.js';

/** Least share of a long reference's character pairs that the right sentence holds. */
const SENTENCE_RECALL = 0.75;
/** Shorter references stand in the right sentence word for word. */
const LONG_REFERENCE = 12;

/** Both kinds of example that one question gives; `sentences` is null where its answer is not one sentence picked from many. */
export interface QuestionExamples {
  row: QuestionRow;
  passages: Example;
  sentences: Example | null;
}

/** Runs the questions that have an answer and stand alone through search and scoring; claims and conversations teach neither. */
export async function gatherExamples(rows: readonly QuestionRow[], ports: AnswerPorts, ranking?: RankingWeights): Promise<QuestionExamples[]> {
  const generation = await ports.generation();
  const told: QuestionExamples[] = [];
  for (const row of rows) {
    if (!isAnswerable(row) || row.history.length > 0 || (isPatternRow(row) && typeof row.verdict === 'string')) continue;
    const found = await findEvidence(row.question, generation, ports.thesaurus, ports.embedder, ranking);
    told.push({ row, passages: passageExample(row, found, generation), sentences: isPickedFromSentences(found, generation) ? sentenceExample(row, found, generation) : null });
  }
  return told;
}

function passageExample(row: QuestionRow, { intent, words, scope, ranked }: Found, { corpus }: Generation): Example {
  const featuresOf = rankingFeatures(intent, words, scope, corpus);
  const holding = ranked.map(({ passage }) => holdsAnswer(row, passage.header, `${passage.heading}\n${passage.text}`, passage.text));
  const isRight = holding.includes(true) ? holding : ranked.map(({ passage }) => !isPatternRow(row) && row.doc_ids.includes(passage.header.documentId));
  const features = ranked.flatMap((candidate) => {
    const values = featuresOf(candidate);
    return RANKING_FEATURES.map((feature) => values[feature]);
  });
  return { weight: 1, features: Float64Array.from(features), fixed: new Float64Array(ranked.length), isRight };
}

function sentenceExample(row: QuestionRow, { intent, words, match, scope, ranked }: Found, { corpus }: Generation): Example {
  const scored = scoredSentences(intent, words, match, scope, ranked, corpus);
  const features = Float64Array.from(scored.flatMap((candidate) => SENTENCE_FEATURES.map((feature) => candidate.features[feature])));
  // What the score holds beside the weighted features: gaps and missing values, set by hand.
  const fixed = Float64Array.from(scored, (candidate) => candidate.score - SENTENCE_FEATURES.reduce((sum, feature) => sum + SENTENCE_WEIGHTS[feature] * candidate.features[feature], 0));
  const isRight = scored.map(({ span, ranked: { passage } }) => holdsAnswer(row, passage.header, passage.text.slice(span.start, span.end), passage.text));
  return { weight: 1, features, fixed, isRight };
}

/** Figures are picked by clauses, comparisons by sides, topics of minutes by their headings: composers of their own. */
function isPickedFromSentences({ intent, words, scope, ranked }: Found, { corpus }: Generation): boolean {
  return intent.type !== 'how_many' && intent.type !== 'share' && readComparison(intent) === null && composeFromTopics(intent, words, scope, ranked, corpus) === null;
}

/** Whether the text says what the row expects, in the document or passage that the row expects. */
function holdsAnswer(row: QuestionRow, header: ArticleHeader, text: string, passage: string): boolean {
  if (isPatternRow(row)) {
    const said = text.normalize('NFKC');
    const isCited = typeof row.cite !== 'string' || new RegExp(row.cite, 'u').test(passage.replace(/\s+/gu, '').normalize('NFKC')) || new RegExp(row.cite, 'u').test(passage.replace(/\s+/gu, ''));
    return isCited && row.accept.every((group) => group.some((pattern) => new RegExp(pattern, 'u').test(said)));
  }
  if (!row.doc_ids.includes(header.documentId)) return false;
  const said = normalise(text);
  return (row.answers ?? []).map(normalise).some((reference) => holdsReference(said, reference) || (reference.length >= LONG_REFERENCE && bigramRecall(reference, said) >= SENTENCE_RECALL));
}
