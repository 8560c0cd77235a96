export interface Span {
  start: number;
  end: number;
}

const CLOSERS = new Set('”’」』）)】》"\'');

/**
 * Sentences as half-open spans of UTF-16 offsets, white space trimmed, empty ones left out.
 * A sentence ends after 。！？!? (with the closing marks behind it) and at every line break; a quoted question
 * inside a sentence (他问“谁去？”，没人答) ends none.
 */
export function splitSentences(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text[index] as string;
    if (character === '\n') {
      pushTrimmed(spans, text, start, index);
      start = index + 1;
    } else if ('。！？!?'.includes(character)) {
      while (index + 1 < text.length && (CLOSERS.has(text[index + 1] as string) || '。！？!?'.includes(text[index + 1] as string))) index++;
      if (CLOSERS.has(text[index] as string) && '，、；：,;:'.includes(text[index + 1] ?? '\n')) continue;
      pushTrimmed(spans, text, start, index + 1);
      start = index + 1;
    }
  }
  pushTrimmed(spans, text, start, text.length);
  return spans;
}

/** Clauses of a sentence: cut after ，；,; as well, as absolute spans of `text`; never inside brackets or a figure. */
export function splitClauses(text: string, within: Span): Span[] {
  const spans: Span[] = [];
  let start = within.start;
  let depth = 0;
  for (let index = within.start; index < within.end; index++) {
    const character = text[index] as string;
    if ('（([【《“「'.includes(character)) depth++;
    else if ('）)]】》”」'.includes(character)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && '，；,;'.includes(character) && !(character === ',' && /\d/.test(text[index - 1] ?? '') && /\d/.test(text[index + 1] ?? ''))) {
      pushTrimmed(spans, text, start, index + 1);
      start = index + 1;
    }
  }
  pushTrimmed(spans, text, start, within.end);
  return spans;
}

/** The clause of a single sentence in which an offset lies. */
export function clauseAround(sentence: string, at: number): string {
  const clause = splitClauses(sentence, { start: 0, end: sentence.length }).find(({ start, end }) => start <= at && at < end);
  return clause === undefined ? sentence : sentence.slice(clause.start, clause.end);
}

function pushTrimmed(spans: Span[], text: string, from: number, to: number): void {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text[start] as string)) start++;
  while (end > start && /\s/.test(text[end - 1] as string)) end--;
  if (end > start) spans.push({ start, end });
}
