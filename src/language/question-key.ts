import { squeeze } from './likeness.js';

/** Words that make a question polite or spoken and ask for nothing else. */
const AROUND = /^(?:你好|您好|请问|请教|麻烦|我想问|我想知道|想问|想知道|告诉我|帮我查|查)+(?:一下)?|(?:呢|吗|啊|呀|吧|谢谢|多谢)+$/gu;

/**
 * The same for questions that ask the same in the same words: script, width, case, punctuation and politeness do not count.
 * Another figure, name or date gives another key; wordings further away are named by the moderator who publishes.
 */
export function questionKey(question: string): string {
  const key = squeeze(question);
  const bare = key.replace(AROUND, '').replace(AROUND, '');
  return bare === '' ? key : bare;
}
