import type { Span } from '../../language/sentences.js';

/** The first match of a pattern, as a list of one; empty where there is none. */
export function matchSpans(pattern: RegExp, text: string): Span[] {
  const match = pattern.exec(text);
  return match === null ? [] : [{ start: match.index, end: match.index + match[0].length }];
}
