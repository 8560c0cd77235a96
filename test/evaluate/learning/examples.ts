import type { AnswerPorts } from '../../../src/answer/answer-question.js';
import { readComparison } from '../../../src/answer/compose/compare/read-comparison.js';
import { scoredSentences } from '../../../src/answer/compose/sentence.js';
import { SENTENCE_FEATURES } from '../../../src/answer/compose/sentence-features.js';
import { SENTENCE_WEIGHTS } from '../../../src/answer/compose/sentence-weights.js';
import { composeFromTopics } from '../../../src/answer/compose/topic.js';
import { findEvidence, type Found } from '../../../src/answer/find-evidence.js';
import { rankingFeatures } from '../../../src/answer/rank.js';
import { RANKING_FEATURES } from '../../../src/answer/ranking-weights.js';
import { screenQuestion } from '../../../src/answer/screen.js';
import { isAnswerable, isPatternRow, type QuestionRow } from '../../../src/evaluate/question-row.js';
import type { Generation } from '../../../src/ports/generation.js';
import { acceptanceCases, type AcceptanceCase } from './acceptance-cases.js';
import { holdsAnswer } from './holds-answer.js';
import type { Example } from './softmax.js';

/** What one question teaches. */
export interface QuestionExamples {
  row: QuestionRow;
  /** Null for a question without an answer. */
  passages: Example | null;
  /** Null for one without an answer too, and where the answer is not one sentence picked from many. */
  sentences: Example | null;
  /** The best sentence, and whether it should be taken. */
  acceptance: AcceptanceCase[];
}

/** Runs the questions that stand alone through search and scoring; claims and conversations teach nothing here. */
export async function gatherExamples(rows: readonly QuestionRow[], ports: AnswerPorts): Promise<QuestionExamples[]> {
  const generation = await ports.generation();
  const told: QuestionExamples[] = [];
  for (const row of rows) {
    if (row.history.length > 0 || (isPatternRow(row) && typeof row.verdict === 'string') || screenQuestion(row.question) !== null) continue;
    const found = await findEvidence(row.question, generation, ports.thesaurus, ports.embedder);
    const isPicked = isPickedFromSentences(found, generation);
    told.push({
      row,
      passages: isAnswerable(row) ? passageExample(row, found, generation) : null,
      sentences: isPicked && isAnswerable(row) ? sentenceExample(row, found, generation) : null,
      acceptance: isPicked ? acceptanceCases(row, found, generation) : [],
    });
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
