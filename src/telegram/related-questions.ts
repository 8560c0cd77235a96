import type { Answer } from '../domain/answer.js';
import { hasVisibleText } from './clean-text.js';
import { describeError, type Desk } from './desk.js';

const KIND = 'related';
const MOST = 2;

/** Questions that the same articles answer. They are kept, so that their buttons ask the same for ever. */
export async function relatedTo(answer: Answer, desk: Desk): Promise<string[]> {
  if (answer.citations.length === 0) return [];
  try {
    const known = keptRelated(answer.id, desk);
    if (known.length > 0) return known;
    const questions = (await desk.related(answer)).filter((question) => question !== answer.question && hasVisibleText(question)).slice(0, MOST);
    if (questions.length > 0) desk.state.keep(KIND, answer.id, { value: questions, person: null, untilMs: null });
    return questions;
  } catch (error) {
    desk.log(`telegram: related questions could not be kept: ${describeError(error)}`);
    return [];
  }
}

/** The questions under an answer, as its buttons number them from 1. */
export function keptRelated(answerId: string, desk: Desk): string[] {
  const kept = desk.state.kept(KIND, answerId);
  return kept === null ? [] : (kept.value as string[]);
}
