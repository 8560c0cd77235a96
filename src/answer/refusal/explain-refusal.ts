import type { ArticleHeader } from '../../domain/corpus.js';
import { fold } from '../../language/fold.js';
import { bigramShare, squeeze } from '../../language/likeness.js';
import { findMeetings, meetingsAgree, organOf, type MeetingMention } from '../../language/meetings.js';
import type { Generation } from '../../ports/generation.js';
import { corpusMap } from '../corpus-map.js';
import { gapsOfPassage, presence } from '../evidence.js';
import type { Found } from '../find-evidence.js';
import type { Intent } from '../intent.js';
import { kindNamed } from '../named-document.js';
import { absentWordings, wordingsOf } from './name-wordings.js';
import { outsideRange } from './outside-range.js';
import type { RecordName, RefusalFact } from './refusal-fact.js';

/** Meetings or documents named beside one that is missing. */
const MAX_KNOWN = 3;
/** Parts of minutes as composers name them. */
const FIELDS = /^(?:汇报人|结论|遗留问题|进展|计划)$/;
/** A passage whose ranking stands this far from the best one is not the record that was meant. */
const MIN_COVERED = 0.34;

/** Why a question has no answer: the first of the demands of the question that the records do not meet, widest first. `missing` is what the composer did not find. */
export function explainRefusal(found: Found, missing: string, { corpus, lexical }: Generation): RefusalFact {
  const { intent } = found;
  return (
    unknownMeeting(intent, corpus.headers) ??
    unknownDocument(found, corpus) ??
    unknownPlace(intent, corpus.headers, (place) => lexical.passageFrequency(place.slice(0, 2)) > 0) ??
    outsideRange(found, corpus, (year) => lexical.passageFrequency(`y:${String(year)}`) > 0) ??
    unknownWords(found) ??
    insideRecord(found, missing, corpus)
  );
}

function unknownMeeting(intent: Intent, headers: readonly ArticleHeader[]): RefusalFact | null {
  for (const asked of intent.meetings) {
    const meetings = headers.flatMap((header) => meetingsOf(header).map((meeting) => ({ header, meeting })));
    if (meetings.some(({ meeting }) => meetingsAgree(asked.key, meeting.key))) continue;
    const siblings = meetings.filter(({ meeting }) => (asked.organ === null || meeting.organ === asked.organ) && (asked.term === null || meeting.term === asked.term));
    const near = [...siblings].sort((a, b) => Math.abs((a.meeting.session ?? 0) - (asked.session ?? 0)) - Math.abs((b.meeting.session ?? 0) - (asked.session ?? 0)));
    return { kind: 'no_meeting', asked: wordingOf(intent, asked), known: distinct(near.map(({ header, meeting }) => ({ title: shortName(header, meeting), date: header.date, isMeeting: true as const }))) };
  }
  return null;
}

function meetingsOf({ title, body, meeting }: ArticleHeader): MeetingMention[] {
  return [...findMeetings(meeting), ...findMeetings(title), ...findMeetings(body)];
}

/** The short name of a session, where the record gives one in brackets. */
function shortName({ meeting: written, title }: ArticleHeader, meeting: MeetingMention): string {
  const inBrackets = /[（(]([^（）()]*次[^（）()]*)[）)]/.exec(written)?.[1];
  const whole = findMeetings(written).some(({ key }) => key === meeting.key) ? (inBrackets ?? written) : title;
  return whole.replace(/\s+/g, ' ').trim();
}

function unknownDocument({ intent, scope }: Found, corpus: Generation['corpus']): RefusalFact | null {
  if (!scope.isMissing || scope.body !== null) return null;
  const named = kindNamed(intent, corpusMap(corpus).kinds);
  if (named === null) return null;
  const titled = named.articles.flatMap((ordinal) => corpus.headers[ordinal] ?? []);
  const ofPlace = titled.filter(({ title, body }) => intent.places.every((place) => `${title}${body}`.includes(place)));
  const year = intent.dates[0]?.year ?? null;
  const yearOf = ({ title, date }: ArticleHeader): number => Number(/(?:19|20)\d\d/.exec(title)?.[0] ?? date?.slice(0, 4) ?? 0);
  const near = [...(intent.places.length > 0 ? ofPlace : titled)].sort((a, b) => Math.abs(yearOf(a) - (year ?? 9999)) - Math.abs(yearOf(b) - (year ?? 9999)));
  return { kind: 'no_document', asked: documentAsked(intent, named.name), known: distinct(near.map(({ title }) => ({ title, date: null }))) };
}

/** The document as the question writes it, from its year or place on. */
function documentAsked({ text, folded, dates, places }: Intent, kind: string): string {
  const at = folded.indexOf(kind);
  if (at < 0) return kind;
  const starts = [...dates.map(({ start }) => start), ...places.map((place) => folded.indexOf(place))].filter((start) => start >= 0 && start < at);
  return text.slice(Math.min(at, ...starts), at + kind.length);
}

function unknownPlace(intent: Intent, headers: readonly ArticleHeader[], isMentioned: (place: string) => boolean): RefusalFact | null {
  const place = intent.places.find((name) => headers.every((header) => !fold(`${header.title}${header.body}${header.meeting}${header.source}`).includes(name)));
  return place === undefined || isMentioned(place) ? null : { kind: 'no_place', place };
}

/** Wordings that stand nowhere; said of the meeting where the question names one that is on record. */
function unknownWords({ intent, words, scope, ranked }: Found): RefusalFact | null {
  const unknown = wordingsOf(intent, words.filter(({ isUnknown }) => isUnknown));
  if (unknown.length === 0) return null;
  const header = ranked.find(({ passage }) => scope.articles === null || scope.body?.name === passage.header.body)?.passage.header;
  const session = header === undefined ? undefined : meetingsOf(header).find(({ key }) => intent.meetings.some((asked) => meetingsAgree(asked.key, key)));
  if (header === undefined || session === undefined) return { kind: 'unknown_words', words: unknown };
  return { kind: 'not_mentioned', record: { title: shortName(header, session), date: null, isMeeting: true }, words: unknown };
}

function insideRecord({ intent, scope, words, ranked }: Found, missing: string, corpus: Generation['corpus']): RefusalFact {
  const fitting = ranked.filter(({ passage }) => scope.articles === null || scope.articles.has(corpus.articleOfRow(passage.row)));
  const best = fitting.find(({ passage }) => scope.articles !== null || gapsOfPassage(intent, passage, corpus).length === 0) ?? fitting[0];
  const year = intent.dates.find((date) => date.year !== null && date.month === null)?.year ?? null;
  const nothing: RefusalFact = { kind: 'nothing', words: wordingsOf(intent, words), year };
  if (best === undefined) return nothing;
  const article = corpus.article(corpus.articleOfRow(best.passage.row));
  const record: RecordName = { title: article.title, date: article.date };
  const whole = fold(`${article.title} ${article.body} ${article.meeting} ${article.text}`);
  const squeezed = squeeze(whole);
  const held = words.reduce((sum, word) => sum + word.weight * presence(word, whole), 0) / Math.max(0.01, words.reduce((sum, { weight }) => sum + weight, 0));
  if (scope.articles === null && intent.quoted.length === 0 && held < MIN_COVERED) return nothing;
  const quote = intent.quoted.find((text) => bigramShare(squeeze(text), squeezed) < 0.8);
  if (quote !== undefined) return { kind: 'not_mentioned', record, words: [quote] };
  if (FIELDS.test(missing) && intent.quoted[0] !== undefined) return { kind: 'no_field', record, topic: intent.quoted[0], field: missing };
  const absent = absentWordings(intent, words, missing, whole);
  if (absent.length > 0) return { kind: 'not_mentioned', record, words: absent };
  return { kind: 'not_found', record, type: intent.type, year };
}

/** The session as the question writes it, with the organ in front where its own wording leaves that out. */
function wordingOf(intent: Intent, { start, end, organ }: MeetingMention): string {
  const before = intent.text.slice(Math.max(0, start - 3), start);
  const isNamed = organ === null || organOf(fold(intent.text.slice(start, end))) !== null;
  const lead = (isNamed ? /[市省县区]$/ : /(?:[市省县区]?(?:政协|人大|委)|主席团)$/).exec(before)?.[0] ?? '';
  return `${lead}${intent.text.slice(start, end)}`.replace(/^的/, '');
}

function distinct(records: readonly RecordName[]): RecordName[] {
  const byTitle = new Map<string, RecordName>();
  // A record of two meetings at once is named after neither.
  for (const record of records) if (!record.title.includes('、') && !byTitle.has(record.title)) byTitle.set(record.title, record);
  return [...byTitle.values()].slice(0, MAX_KNOWN);
}
