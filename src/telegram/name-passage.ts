import type { PassageView } from '../domain/answer.js';
import { cleanText, hasVisibleText } from './clean-text.js';
import { clip } from './split-rich-text.js';
import type { Texts } from './texts.zh.js';

const TITLE_UNITS = 200;

/** The title, else the meeting or the body: a source is never nameless. */
export function titleOf(passage: PassageView, texts: Texts): string {
  const name = [passage.title, passage.meeting, passage.body].map(oneLine).find(hasVisibleText);
  return clip(name ?? texts.withoutTitle, TITLE_UNITS);
}

/** A text as it fits into a line of others. */
export function oneLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim();
}
