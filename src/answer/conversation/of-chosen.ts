import type { LookUps } from './look-ups.js';
import { thingInAnswer } from './name-in-answer.js';
import { readQuestion, textOf } from './read-question.js';
import { ATTRIBUTE } from './word-classes.js';

/** 占多少 after 哪一类最多: asked of the one that the answer names; null where nothing was chosen or more is asked. */
export async function askOfChosen(text: string, earlier: string, { answerOf }: LookUps): Promise<string | null> {
  const words = readQuestion(earlier);
  const at = words.findIndex(({ role, folded }) => role === 'asked' && /^哪一?[个家类种项条份年届次省市县区]/.test(folded));
  const asked = words[at];
  if (asked === undefined || !/最[多少高低大小长短快慢早晚]/.test(earlier)) return null;
  const fragment = readQuestion(text.replace(/^(?:那么?|它|它们|其)/, '').replace(/呢?[?？。\s]*$/, ''));
  const says = fragment.filter(({ role }) => role !== 'glue');
  if (says.length === 0 || !says.every(({ role, folded }) => role === 'asked' || /^(?:占|占了|为|达|达到)$/.test(folded) || ATTRIBUTE.test(folded))) return null;
  const named = thingInAnswer((await answerOf?.(earlier)) ?? '', asked.folded);
  if (named === null) return null;
  const question = textOf(fragment).trim();
  return `${textOf(words.slice(0, at)).trim().replace(/[里中]$/, '中')}${named}${says.some(({ role }) => role === 'asked') ? question : `的${question}是多少`}？`;
}
