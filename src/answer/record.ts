import type { Question } from '../domain/answer.js';
import type { AnswerRecord } from '../ports/record-log.js';
import type { Outcome } from './outcome.js';

/** The log row of a finished question; passages are copied as they stood. */
export function recordOf(question: Question, channel: string, askedAt: Date, outcome: Outcome): AnswerRecord {
  return {
    id: question.id,
    askedAtUtc: askedAt.toISOString(),
    channel,
    asker: question.asker ?? null,
    question,
    standaloneQuestion: outcome.standaloneQuestion,
    intent: outcome.intent,
    answer: outcome.answer,
    draft: outcome.draft,
    statements: outcome.statements,
    model: outcome.model,
    strength: outcome.strength,
    passages: outcome.ranked.map(({ passage, lexicalScore, vectorScore, score, isKept }) => ({ passageId: passage.passageId, title: passage.header.title, text: passage.text, lexicalScore, vectorScore, score, isKept })),
    generationId: outcome.generationId,
    stageMs: { ...outcome.stageMs, total: outcome.answer.durationMs },
    failure: outcome.failure,
  };
}
