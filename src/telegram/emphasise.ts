import { findFigures } from '../language/figures.js';
import { splitLinkLike } from './link-like.js';
import type { Run } from './rich-text.js';

const MOST_BOLD = 3;

/** A sentence with what it was asked for in bold: its figures, unless the question named them itself. */
export function emphasiseFigures(sentence: string, question: string): Run[] {
  const asked = new Set(findFigures(question).map(({ value }) => value));
  const links = linksIn(sentence);
  const figures = findFigures(sentence)
    .filter(({ start, end }) => !links.some((link) => link.start < end && start < link.end))
    .filter(({ value, end, start }) => !asked.has(value) && !isMark(sentence, start, end))
    .slice(0, MOST_BOLD);
  const runs: Run[] = [];
  let at = 0;
  for (const { start, end } of figures) {
    if (start < at) continue;
    runs.push({ text: sentence.slice(at, start) }, { text: sentence.slice(start, end), isBold: true });
    at = end;
  }
  return [...runs, { text: sentence.slice(at) }].filter(({ text }) => text !== '');
}

/** The number of a citation or of an item. */
function isMark(sentence: string, start: number, end: number): boolean {
  return sentence[start - 1] === '[' || /^[.、．)）]/.test(sentence.slice(end, end + 1));
}

/** Where an address stands: a word of fixed width must stay whole. */
function linksIn(sentence: string): { start: number; end: number }[] {
  let end = 0;
  return splitLinkLike(sentence).flatMap(({ text, isLinkLike }) => {
    end += text.length;
    return isLinkLike ? [{ start: end - text.length, end }] : [];
  });
}
