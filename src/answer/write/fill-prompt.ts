import type { Answer, PassageView } from '../../domain/answer.js';
import type { Prompt } from '../../ports/prompts.js';

/** The user part with its variables filled in, each as JSON: what comes from outside stays data, whatever it says. */
export function fillPrompt(prompt: Prompt, values: Readonly<Record<string, unknown>>): string {
  return prompt.user.replace(/\{\{(\w+)\}\}/gu, (_, name: string) => {
    if (!(name in values)) throw new Error(`the prompt ${prompt.name} wants ${name}, which is not given`);
    // A closing tag or fence inside a text must not look like one of ours.
    return JSON.stringify(values[name], null, 1).replace(/[<>`]/gu, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
  });
}

/** What a model is given to reword an answer: the question, the answer that was found, its passages numbered from 1. */
export function materialOf(question: string, answer: Answer, passages: readonly PassageView[]): unknown {
  return {
    question,
    answer: answer.answer.replace(/\s*\[\d+\]/gu, ''),
    passages: passages.map(({ title, body, meeting, date, text }, index) => ({ number: index + 1, document: title, body, meeting, date, text })),
  };
}
