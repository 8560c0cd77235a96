import type { PassageView } from '../domain/answer.js';
import type { SourcePlace } from '../domain/corpus.js';
import { cleanText, hasVisibleText } from './clean-text.js';
import { clip } from './split-rich-text.js';
import type { Texts } from './texts/texts.js';

const TITLE_UNITS = 200;

/** The title, else the meeting or the body: a source is never nameless. */
export function titleOf(passage: PassageView, texts: Texts): string {
  const name = [passage.title, passage.meeting, passage.body].map(oneLine).find(hasVisibleText);
  return clip(name ?? texts.say('without_title'), TITLE_UNITS);
}

/** A text as it fits into a line of others. */
export function oneLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim();
}

/** File, page and lines of a passage. */
export function sayPlace({ file, page, startLine, endLine }: SourcePlace, texts: Texts): string {
  const lines = startLine === endLine ? texts.say('place_line', { line: startLine }) : texts.say('place_lines', { first: startLine, last: endLine });
  return [file, ...(page === null ? [] : [texts.say('place_page', { page })]), lines].join(texts.say('place_comma'));
}
