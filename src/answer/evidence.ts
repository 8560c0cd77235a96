import { datesAgree, findDates, partsOfIso } from '../language/dates.js';
import { fold } from '../language/fold.js';
import { findMeetings, meetingsAgree } from '../language/meetings.js';
import type { ArticleHeader } from '../domain/corpus.js';
import type { LexicalIndex } from '../ports/generation.js';
import type { ContentWord, Intent } from './intent.js';

/** A content word with how much it matters in this corpus. */
export interface WeighedWord extends ContentWord {
  weight: number;
  /** No passage holds the word, nor an official wording of it. */
  isUnknown: boolean;
}

/** Weighs words by importance and rarity in the corpus (inverse passage frequency, 0 to 1). */
export function weighWords(words: readonly ContentWord[], lexical: LexicalIndex, passageCount: number): WeighedWord[] {
  const top = Math.log(1 + passageCount / 0.5);
  return words.map((word) => {
    const frequencies = [word.text, ...word.synonyms].map((wording) => frequencyOf(wording, lexical));
    const frequency = Math.max(...frequencies);
    const rarity = Math.log(1 + passageCount / (frequency + 0.5)) / top;
    return { ...word, weight: word.importance * (0.15 + 0.85 * rarity), isUnknown: frequency === 0 };
  });
}

/** Passages that hold a wording: exact for terms of the index, else that of its rarest bigram. */
function frequencyOf(wording: string, lexical: LexicalIndex): number {
  const exact = lexical.passageFrequency(wording);
  if (exact > 0 || wording.length < 3 || !/^[\u3400-\u9fff]+$/.test(wording)) return exact;
  let rarest = Infinity;
  for (let index = 0; index + 2 <= wording.length; index++) rarest = Math.min(rarest, lexical.passageFrequency(wording.slice(index, index + 2)));
  return rarest;
}

/** Share (0 to 1) of the words' weight that the texts speak of; each text counts with its factor, the best one wins. */
export function coverage(words: readonly WeighedWord[], texts: readonly { folded: string; factor: number }[]): number {
  let covered = 0;
  let total = 0;
  for (const word of words) {
    total += word.weight;
    let best = 0;
    for (const { folded, factor } of texts) if (factor > best) best = Math.max(best, factor * presence(word, folded));
    covered += word.weight * best;
  }
  return total === 0 ? 1 : covered / total;
}

/** How far a text speaks of a word: 1 itself or an official wording, less for a part of a long word. */
export function presence(word: ContentWord, folded: string): number {
  if (folded.includes(word.text)) return 1;
  if (word.synonyms.some((synonym) => folded.includes(synonym))) return 0.95;
  if (word.text.length < 3 || !/^[\u3400-\u9fff]+$/.test(word.text)) return 0;
  let held = 0;
  for (let index = 0; index + 2 <= word.text.length; index++) if (folded.includes(word.text.slice(index, index + 2))) held++;
  return (0.8 * held) / (word.text.length - 1);
}

/** What a question demands of its evidence and a passage does not meet. */
export type Gap = 'date' | 'meeting' | 'body';

/** Demands of the question that neither the article's header nor the text meets. */
export function gapsOf(intent: Intent, header: ArticleHeader, text: string): Gap[] {
  const gaps: Gap[] = [];
  const head = `${header.title} ${header.body} ${header.meeting}`;
  if (intent.dates.length > 0) {
    const there = [...findDates(head), ...findDates(text), ...(header.date === null ? [] : [partsOfIso(header.date)])];
    const isMet = intent.dates.every((asked) => there.some((date) => (asked.year === null || date.year !== null || date.month !== null) && datesAgree(asked, date) && (asked.day === null || date.day !== null) && (asked.month === null || date.month !== null)));
    if (!isMet) gaps.push('date');
  }
  if (intent.meetings.length > 0) {
    const there = [...findMeetings(head), ...findMeetings(text)];
    if (!intent.meetings.every((asked) => there.some((meeting) => meetingsAgree(asked.key, meeting.key)))) gaps.push('meeting');
  }
  return gaps;
}

/** The header as one folded line, for coverage. */
export function headerLine(header: ArticleHeader): string {
  return fold(`${header.title} ${header.body} ${header.meeting} ${header.date ?? ''}`);
}
