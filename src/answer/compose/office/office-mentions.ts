import { findDates } from '../../../language/dates.js';
import { fold } from '../../../language/fold.js';
import { officeHolders } from '../../../language/office-holders.js';
import type { Person } from '../../../language/people-titles.js';
import { splitClauses, splitSentences, type Span } from '../../../language/sentences.js';
import type { CorpusReader, StoredPassage } from '../../../ports/generation.js';
import { headerLine } from '../../evidence.js';
import type { Ranked } from '../../rank.js';
import { readOfficeName, type OfficeName } from './office-name.js';

/** One place of the record that gives somebody an office or takes it away. */
export interface OfficeMention {
  name: string;
  /** The offices named there, the body of the first carried on to those after it. */
  offices: OfficeName[];
  /** `former`: said to have held it before; `ended`: removed, resigned. */
  state: 'holds' | 'ended' | 'former';
  /** ISO, as precise as the record is: its own, or the year in its title; empty where it has neither. */
  date: string;
  /** Folded heading of the record, and the sentence's own surroundings. */
  around: string;
  passage: StoredPassage;
  article: number;
  /** What to quote, in the article's text. */
  start: number;
  end: number;
}

/** Longest quoted clause, in UTF-16 units. */
const MAX_QUOTE = 70;

/** Every mention of an office in the passages, newest first, those without any date last. */
export function officeMentions(ranked: readonly Ranked[], corpus: CorpusReader): OfficeMention[] {
  return ranked.flatMap(({ passage }) => mentionsIn(passage, corpus)).sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
}

function mentionsIn(passage: StoredPassage, corpus: CorpusReader): OfficeMention[] {
  const date = passage.header.date ?? yearOf(passage.header.title);
  const article = corpus.articleOfRow(passage.row);
  const header = headerLine(passage.header);
  const { text } = passage;
  const found: OfficeMention[] = [];
  let before = '';
  for (const sentence of splitSentences(text)) {
    const printed = text.slice(sentence.start, sentence.end);
    const around = `${header} ${fold(passage.heading)} ${before} ${fold(printed)}`;
    for (const { person, state } of officeHolders(printed)) {
      const offices = officesOf(person.office, printed);
      if (offices.length === 0) continue;
      const span = quoteOf(text, sentence, person);
      const clause = text.slice(span.start, span.end);
      found.push({ name: fold(person.name), offices, state, date: dateOf(clause, date), around, passage, article, start: passage.start + span.start, end: passage.start + span.end });
    }
    before = fold(printed).slice(-60);
  }
  return found;
}

/** The offices of one run of titles: 省红十字会党组书记、常务副会长 are both of the 省红十字会; those in front of a name and behind it are two runs. */
function officesOf(run: string, printed: string): OfficeName[] {
  const offices: OfficeName[] = [];
  let previous = '';
  for (const part of run.split('、')) {
    const office = readOfficeName(part.replace(/^(?:原|前任|时任)/, ''));
    const last = offices.at(-1);
    if (office === null) continue;
    const isBare = office.organ === '' && office.level === '' && office.place === '' && printed.includes(`${previous}、${part}`);
    previous = part;
    offices.push(isBare && last !== undefined ? { ...office, organ: last.organ, level: last.level, place: last.place } : office);
  }
  return offices;
}

/** The clause that holds the name with its titles, with the clauses between them; a long one is cut to them. */
function quoteOf(text: string, sentence: Span, person: Person): Span {
  const from = sentence.start + Math.min(person.whole.start, person.start);
  const to = sentence.start + Math.max(person.whole.end, person.end);
  const clauses = splitClauses(text, sentence);
  const first = clauses.find(({ end }) => end > from);
  const last = clauses.find(({ end }) => end >= to);
  const start = first?.start ?? sentence.start;
  const end = last?.end ?? sentence.end;
  const trimmed = /[，,；;、]$/.test(text.slice(start, end)) ? end - 1 : end;
  return trimmed - start <= MAX_QUOTE ? { start, end: trimmed } : { start: from, end: Math.min(trimmed, Math.max(to, from + MAX_QUOTE)) };
}

function dateOf(clause: string, recorded: string): string {
  const named = findDates(clause).find(({ year, day }) => year !== null && day !== null);
  return named?.iso ?? recorded;
}

function yearOf(title: string): string {
  const year = findDates(title).find((date) => date.year !== null)?.year;
  return year === undefined || year === null ? '' : String(year);
}
