import { findDates } from '../language/dates.js';
import { fold, visibleText } from '../language/fold.js';
import { findMeetings } from '../language/meetings.js';
import { tagWords } from '../language/tokens.js';
import { answerTypeOf, askedUnit, QUESTION_PHRASES } from './answer-type.js';
import type { ContentWord, Intent } from './intent.js';
import type { Thesaurus } from './thesaurus.js';

const QUOTED = /[“"「『]([^”"」』]{2,120})[”"」』]|《([^》]{2,120})》/g;

/** Reads from a stand-alone question what is asked, of which meeting, when, and in which words. */
export function understand(question: string, thesaurus: Thesaurus): Intent {
  const text = visibleText(question);
  const folded = fold(text);
  const dates = findDates(text);
  const meetings = findMeetings(text);
  const quotes = readQuotes(text);
  const outside = blankSpans(folded, [...dates, ...meetings, ...quotes]);
  return {
    text,
    folded,
    language: /[\u3400-\u9fff]/.test(text) ? 'zh' : 'en',
    type: answerTypeOf(quotes.length === 0 ? folded : blankSpans(folded, quotes)),
    unit: askedUnit(folded),
    dates,
    meetings,
    quoted: quotes.map(({ inner }) => inner),
    words: contentWords(outside, thesaurus),
  };
}

/** Words that carry meaning, in order, each once. `folded` is a question with the parts already understood blanked out. */
export function contentWords(folded: string, thesaurus: Thesaurus): ContentWord[] {
  const found = new Map<string, ContentWord>();
  const spoken = thesaurus.spokenIn(folded);
  for (const { say, write } of spoken) found.set(say, { text: say, importance: 0.8, synonyms: write });
  let rest = folded;
  for (const { say } of spoken) rest = rest.replaceAll(say, ' ');
  rest = rest.replace(QUESTION_PHRASES, (phrase) => ' '.repeat(phrase.length));
  for (const { word, tag } of tagWords(rest)) {
    const importance = importanceOf(word, tag);
    if (importance > 0 && !found.has(word)) found.set(word, { text: word, importance, synonyms: [] });
  }
  return [...found.values()];
}

function importanceOf(word: string, tag: string): number {
  if (!/[\p{L}\p{N}]/u.test(word)) return 0;
  if (/^[a-z0-9][a-z0-9_.%+-]*$/.test(word)) return word.length > 1 || /\d/.test(word) ? 1 : 0;
  if (word.length < 2) return /^[nj]/.test(tag) ? 0.3 : 0;
  if (/^(?:n|j|l|i|x|eng|s|vn|an)/.test(tag)) return 1;
  if (tag.startsWith('v')) return 0.6;
  return /^(?:a|b|t|m|z)/.test(tag) ? 0.5 : 0.2;
}

function readQuotes(text: string): { start: number; end: number; inner: string }[] {
  return [...text.matchAll(QUOTED)].map((match) => ({ start: match.index, end: match.index + match[0].length, inner: (match[1] ?? match[2] ?? '').trim() }));
}

function blankSpans(text: string, spans: readonly { start: number; end: number }[]): string {
  let result = text;
  for (const { start, end } of spans) result = result.slice(0, start) + ' '.repeat(end - start) + result.slice(end);
  return result;
}
