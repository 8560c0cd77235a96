import { datesAgree, findDates, partsOfIso } from '../language/dates.js';
import { fold } from '../language/fold.js';
import { findMeetings, meetingsAgree } from '../language/meetings.js';
import type { Article, ArticleHeader } from '../domain/corpus.js';
import type { CorpusReader, LexicalIndex, StoredPassage } from '../ports/generation.js';
import { corpusMap } from './corpus-map.js';
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
    const isUnknown = frequency === 0;
    // A word the corpus never uses is mostly a manner of speaking; a name it never uses is not.
    const trust = isUnknown && !word.isName ? 0.4 : 1;
    return { ...word, weight: (word.isName ? 1.6 : 1) * trust * word.importance * (0.15 + 0.85 * rarity), isUnknown };
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

/** Offices that deputies hold too; 主任 and 委员 are left out, because 副主任委员 and 主任 are mixed freely. */
const BARE_OFFICE = /^(?:[市省县区]长|[市省县区]委书记|书记|局长|厅长|部长|院长|校长|行长|主席|会长|总理)$/;

/** How far a text speaks of a word: 1 itself or an official wording, less for a part of a long word. */
export function presence(word: ContentWord, folded: string): number {
  // Who asks for the mayor does not mean a deputy.
  if (BARE_OFFICE.test(word.text) ? new RegExp(`(?<!副)${word.text}`).test(folded) : folded.includes(word.text)) return 1;
  if (word.synonyms.some((synonym) => folded.includes(synonym))) return 0.95;
  if ('isUnknown' in word && word.isUnknown === true && isAbbreviated(word.text, folded)) return 0.7;
  if (word.text.length < 3 || !/^[\u3400-\u9fff]+$/.test(word.text)) return 0;
  let held = 0;
  for (let index = 0; index + 2 <= word.text.length; index++) if (folded.includes(word.text.slice(index, index + 2))) held++;
  return (0.8 * held) / (word.text.length - 1);
}

/** Whether the characters of a short form stand in order inside one longer name (交行 in 交通银行, 红会 in 红十字会). */
function isAbbreviated(short: string, folded: string): boolean {
  if (!/^[\u3400-\u9fff]{2,4}$/.test(short)) return false;
  const pattern = new RegExp([...short].join('[\\u3400-\\u9fff]{0,3}'));
  return pattern.test(folded);
}

/** What a question demands of its evidence and a passage does not meet. */
export type Gap = 'date' | 'meeting' | 'place';

/** Demands of the question that neither the article's header nor the text around it meets. `text` is a passage's, `before` what stands above it in the article. */
export function gapsOf(intent: Intent, header: ArticleHeader, text: string, before = ''): Gap[] {
  const gaps: Gap[] = [];
  const head = `${header.title} ${header.body} ${header.meeting}`;
  if (intent.dates.length > 0 && !datesMet(intent, header, head, text, before)) gaps.push('date');
  if (intent.meetings.length > 0) {
    const there = [...findMeetings(head), ...findMeetings(text)];
    if (!intent.meetings.every((asked) => there.some((meeting) => meetingsAgree(asked.key, meeting.key)))) gaps.push('meeting');
  }
  return gaps;
}

/** Gaps of a stored passage; the year it speaks of is read from what stands above it in its article. */
export function gapsOfPassage(intent: Intent, passage: StoredPassage, corpus: CorpusReader): Gap[] {
  const needsYear = intent.dates.some(({ month }) => month === null);
  const year = needsYear ? lastBefore(passage.start, yearsIn(passage.header, () => corpus.article(corpus.articleOfRow(passage.row)).text)) : null;
  const gaps = gapsOf(intent, passage.header, `${passage.heading}\n${passage.text}`, year === null ? '' : `${String(year)}年`);
  if (intent.places.some((place, index) => !isPlaceOf(place, intent.fullPlaces[index] ?? place, passage, corpus))) gaps.push('place');
  return gaps;
}

/** A place stands in the passage, in its header, or in a header of the same page: local papers write 我市. */
function isPlaceOf(place: string, full: string, passage: StoredPassage, corpus: CorpusReader): boolean {
  // A name that no title bears may be part of another one (a city's airport is not the city): it must stand there with its level.
  const wording = corpusMap(corpus).places.has(place) ? place : full;
  if (passage.text.includes(wording) || headerLine(passage.header).includes(place)) return true;
  return corpusMap(corpus).headsByDocument.get(passage.header.documentId)?.includes(place) === true;
}

/** The years that a text names, each behind its offset. Headers stay in memory as long as their generation: an article is read for them once. */
const yearsOf = new WeakMap<ArticleHeader, Uint32Array>();

function yearsIn(key: ArticleHeader, textOf: () => string): Uint32Array {
  let years = yearsOf.get(key);
  if (years === undefined) {
    years = Uint32Array.from(findDates(textOf()).flatMap(({ start, year }) => (year === null ? [] : [start, year])));
    yearsOf.set(key, years);
  }
  return years;
}

function lastBefore(offset: number, years: Uint32Array): number | null {
  for (let place = years.length - 2; place >= 0; place -= 2) if ((years[place] ?? 0) < offset) return years[place + 1] ?? null;
  return null;
}

/** The last year named in the article before an offset, or null. */
export function yearAbove(article: Article, offset: number): number | null {
  return lastBefore(offset, yearsIn(article, () => article.text));
}

/** A day or month must be the article's or be named; a year must be the one that the passage speaks of. */
function datesMet(intent: Intent, header: ArticleHeader, head: string, text: string, before: string): boolean {
  const own = header.date === null ? null : partsOfIso(header.date);
  const named = [...findDates(head), ...findDates(text)].map((date) => ({ ...date, year: date.year ?? own?.year ?? null }));
  const isAboutMeeting = intent.meetings.length > 0 || intent.dates.length > 1 || /会|报告|决议/.test(intent.folded);
  return intent.dates.every((asked) => {
    if (asked.month !== null) return [...named, ...(own === null ? [] : [own])].some((date) => datesAgree(asked, date) && date.month !== null && (asked.day === null || date.day !== null));
    if ([...findDates(head), ...findDates(text)].some(({ year }) => year === asked.year)) return true;
    const titleYear = findDates(header.title)[0]?.year ?? null;
    const governing = findDates(before).findLast(({ year }) => year !== null)?.year ?? titleYear ?? own?.year ?? null;
    return governing === asked.year || (isAboutMeeting && titleYear === null && own?.year === asked.year);
  });
}

/** A header stays in memory as long as its generation does, and is looked at with every passage of its article. */
const lines = new WeakMap<ArticleHeader, string>();

/** The header as one folded line, for coverage. */
export function headerLine(header: ArticleHeader): string {
  let line = lines.get(header);
  if (line === undefined) lines.set(header, (line = fold(`${header.title} ${header.body} ${header.meeting} ${header.date ?? ''}`)));
  return line;
}

/** Share of the words that a folded text holds; 0 for no words. */
export function shareSaid(words: readonly string[], folded: string): number {
  return words.length === 0 ? 0 : words.filter((word) => folded.includes(word)).length / words.length;
}
