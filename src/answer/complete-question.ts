import type { Question } from '../domain/answer.js';

/** The question as it would be asked without the conversation before it. */
export function completeQuestion({ question, history }: Question): string {
  void history;
  return question;
}
