import { splitSentences, type Span } from '../../language/sentences.js';

/** Longest list that is quoted whole, in UTF-16 units. */
const MAX_LIST = 560;
const MARKER = /^(?:[一二三四五六七八九十]{1,3}(?:是|、|要)|第[一二三四五六七八九十][，,、]|[(（][一二三四五六七八九十\d]{1,2}[)）]|\d{1,2}[.、．)）]|[①-⑳]|[-+•·*]\s)/;

/** The list that a sentence opens or belongs to (一是…二是…, numbered, bulleted), whole; null where there is none. */
export function followEnumeration(text: string, sentence: Span): Span | null {
  const sentences = splitSentences(text);
  const at = sentences.findIndex((span) => span.start <= sentence.start && sentence.start < span.end);
  if (at < 0) return null;
  const isItem = (index: number): boolean => {
    const span = sentences[index];
    return span !== undefined && MARKER.test(text.slice(span.start, span.end));
  };
  let first = at;
  if (isItem(at)) while (first > 0 && isItem(first - 1)) first--;
  const lead = sentences[first - 1];
  if (isItem(first) && first > 0 && lead !== undefined && /[:：]$/.test(text.slice(lead.start, lead.end))) first--;
  let last = at;
  while (isItem(last + 1) && (sentences[last + 1]?.end ?? Infinity) - (sentences[first]?.start ?? 0) <= MAX_LIST) last++;
  const start = sentences[first]?.start;
  const end = sentences[last]?.end;
  return last === first || start === undefined || end === undefined ? null : { start, end };
}
