import { hasVisibleText } from './clean-text.js';
import { type RichText, toPlain } from './rich-text.js';

/** Telegram takes 4,096 UTF-16 units after entity parsing; the rest is kept free for counting differences between servers. */
export const MESSAGE_UNITS = 4_000;

/** The end of a sentence with the closing marks and the citations behind it. */
const SENTENCE_END = /[。！？；!?]+[”’」』）)】》"']*(?:\s*\[\d{1,3}\])*/g;
/** A mark that begins at the limit is seen whole. */
const LOOK_AHEAD_UNITS = 8;
const GRAPHEMES = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/**
 * Cuts a text into messages of at most `limit` UTF-16 units, at a line break or the end of a sentence where there is one in the last half,
 * else between two graphemes, never between a sentence and its citations; only a grapheme longer than a message is cut inside, and then between code points.
 * Messages without visible text are left out, as Telegram refuses them.
 */
export function splitRichText(runs: RichText, limit = MESSAGE_UNITS): RichText[] {
  const plain = toPlain(runs);
  const messages: RichText[] = [];
  for (let start = 0; start < plain.length; ) {
    const end = start + cutLength(plain.slice(start, start + limit + LOOK_AHEAD_UNITS), limit);
    if (hasVisibleText(plain.slice(start, end))) messages.push(sliceRuns(runs, start, end));
    start = end;
  }
  return messages;
}

/** The beginning of a text, whole graphemes only, with `…` when something was cut; at most `limit` units. */
export function clip(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, graphemeCut(text.slice(0, limit + 1), limit - 1))}…`;
}

/** The text without its first `count` graphemes. */
export function dropGraphemes(text: string, count: number): string {
  return text.slice(graphemeBoundaries(text)[count - 1] ?? text.length);
}

/** How much of `text` the next message takes; more than 0. */
function cutLength(text: string, limit: number): number {
  if (text.length <= limit) return text.length;
  const whole = graphemeBoundaries(text).filter((boundary) => boundary <= limit);
  const isSplitting = splitsCitation(text);
  const boundaries = whole.filter((boundary) => !isSplitting(boundary));
  const late = boundaries.filter((boundary) => boundary > limit / 2);
  const afterLine = late.findLast((boundary) => text[boundary - 1] === '\n');
  const ends = new Set(Array.from(text.matchAll(SENTENCE_END), (match) => match.index + match[0].length));
  const afterSentence = late.findLast((boundary) => ends.has(boundary));
  return afterLine ?? afterSentence ?? boundaries.at(-1) ?? whole.at(-1) ?? codePointCut(text, limit);
}

/** True for a place inside the marks [1][2] of a sentence, or between the sentence and them: a citation goes with its words. */
function splitsCitation(text: string): (boundary: number) => boolean {
  const marks = Array.from(text.matchAll(/\s*\[\d{1,3}\]/g), (match) => ({ start: match.index, end: match.index + match[0].length }));
  return (boundary) => marks.some(({ start, end }) => start <= boundary && boundary < end);
}

function graphemeCut(text: string, limit: number): number {
  return graphemeBoundaries(text).findLast((boundary) => boundary <= limit) ?? codePointCut(text, limit);
}

/** Offsets above 0 at which a grapheme starts. */
function graphemeBoundaries(text: string): number[] {
  return Array.from(GRAPHEMES.segment(text), (segment) => segment.index).slice(1);
}

function codePointCut(text: string, limit: number): number {
  const isInsidePair = /[\ud800-\udbff]/.test(text[limit - 1] ?? '') && /[\udc00-\udfff]/.test(text[limit] ?? '');
  return Math.max(1, isInsidePair ? limit - 1 : limit);
}

function sliceRuns(runs: RichText, start: number, end: number): RichText {
  let offset = 0;
  return runs.flatMap((run) => {
    const text = run.text.slice(Math.max(0, start - offset), Math.max(0, end - offset));
    offset += run.text.length;
    return text === '' ? [] : [{ ...run, text }];
  });
}
