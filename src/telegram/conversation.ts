import type { Answer } from '../domain/answer.js';
import type { Desk } from './desk.js';

const KEPT_TURNS = 5;
const FOLLOW_UP_MS = 30 * 60_000;

/** The questions of the last 30 minutes, oldest first, at most 5: what a follow-up leans on. */
export function recallQuestions(conversation: string, desk: Desk): { question: string }[] {
  return recallAnswers(conversation, FOLLOW_UP_MS, desk).map(({ question }) => ({ question }));
}

/** Answers of the conversation within `withinMs`, oldest first, at most 5. What the log has forgotten is forgotten here too. */
export function recallAnswers(conversation: string, withinMs: number, desk: Desk): Answer[] {
  return desk.turns(conversation, desk.nowMs() - withinMs).flatMap(({ answerId }) => desk.findAnswer(answerId) ?? []);
}

/** A question that said nothing is no subject to follow up on. */
export function rememberAnswer(visit: { conversation: string; person: string }, answer: Answer, desk: Desk): void {
  if (answer.status === 'clarification_empty_question' || answer.status === 'clarification_courtesy' || answer.status === 'clarification_question_too_long') return;
  desk.addTurn(visit.conversation, visit.person, { answerId: answer.id, atMs: desk.nowMs() }, KEPT_TURNS);
}
