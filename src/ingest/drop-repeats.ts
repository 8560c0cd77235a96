import type { RawDocument } from '../domain/corpus.js';
import { endsSentence, lineKindOf } from './line-kind.js';
import type { Paragraph } from './repair-paragraphs.js';

/** Shorter paragraphs (datelines, labels, list entries) repeat by right; in a file with lines on purpose longer ones too. */
const MIN_REPEAT_CHARS = { txt: 40, md: 80, jsonl: 80 };

/**
 * Drops paragraphs of prose that a document prints a second time, and with them the headings and short lines
 * that were repeated around them. Entries of lists and tables stay: minutes decide the same thing twice by right.
 */
export function dropRepeats(paragraphs: readonly Paragraph[], format: RawDocument['format']): Paragraph[] {
  const keys = paragraphs.map((paragraph) => paragraph.text.replace(/\s+/g, ''));
  const firstAt = new Map<string, number>();
  const isDropped = paragraphs.map((paragraph, index) => {
    const key = keys[index] ?? '';
    if (key.length < MIN_REPEAT_CHARS[format] || lineKindOf(paragraph.text) !== 'prose' || !key.includes('。') || !endsSentence(key)) return false;
    if (firstAt.has(key)) return true;
    firstAt.set(key, index);
    return false;
  });
  for (const [index, key] of keys.entries()) {
    const first = firstAt.get(key);
    if (isDropped[index] !== true || first === undefined) continue;
    for (let back = 1; index - back > first && keys[index - back] === keys[first - back] && isDropped[index - back] === false; back++) isDropped[index - back] = true;
    for (let ahead = 1; index + ahead < keys.length && first + ahead < index && keys[index + ahead] === keys[first + ahead] && isDropped[index + ahead] === false; ahead++) isDropped[index + ahead] = true;
  }
  return paragraphs.filter((_, index) => isDropped[index] === false);
}
