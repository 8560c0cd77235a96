import { findDates } from '../../../language/dates.js';
import { fold } from '../../../language/fold.js';
import { findPeople } from '../../../language/people.js';
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

/** Somebody put forward for an office does not hold it. */
const CANDIDATE = /候选|提名|拟任|建议人选|竞聘|待定|推荐|暂不|不同意|申请担任|差额|预备人选|酝酿|下[一]?[次届任]/;
const ENDED = /免去|免职|辞去|辞职|不再担任|卸任|罢免|撤销|离任|辞任|卸职|去职|调离|退出|停止.{0,6}职务/;
const FORMER = /(?:原|前|前任|时任|曾任|历任|已故|首任)$/;
const SUCCEEDS = /^(?:同志)?(?:正式|随即|已)?(?:接任|接替|继任|接棒|接手|补任|递补)/;
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
    const people = withSuccessors(printed, findPeople(printed)).filter(({ office }) => office !== '');
    const around = `${header} ${fold(passage.heading)} ${before} ${fold(printed)}`;
    for (const person of people) {
      const offices = officesOf(person.office, printed);
      if (offices.length === 0 || CANDIDATE.test(clauseAround(printed, person))) continue;
      const span = quoteOf(text, sentence, person);
      const clause = text.slice(span.start, span.end);
      const isFormer = FORMER.test(printed.slice(0, person.whole.start)) || /^(?:原|前任?|时任)(?!.{0,2}沿)/.test(person.office);
      found.push({ name: fold(person.name), offices, state: ENDED.test(actAround(printed, person)) ? 'ended' : isFormer ? 'former' : 'holds', date: dateOf(clause, date), around, passage, article, start: passage.start + span.start, end: passage.start + span.end });
    }
    before = fold(printed).slice(-60);
  }
  return found;
}

/** 局长甲辞任，由乙接任: the one who comes takes the office of the one who goes, and is quoted with it. */
function withSuccessors(printed: string, people: readonly Person[]): Person[] {
  return people.map((person, index) => {
    const left = people.slice(0, index).findLast(({ office }) => office !== '');
    if (person.office !== '' || left === undefined || !SUCCEEDS.test(printed.slice(person.end))) return person;
    return { ...person, office: left.office, whole: { start: left.whole.start, end: person.end } };
  });
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

function clauseAround(printed: string, person: Person): string {
  const clauses = splitClauses(printed, { start: 0, end: printed.length });
  const clause = clauses.find(({ start, end }) => start <= person.start && person.start < end);
  return clause === undefined ? printed : printed.slice(clause.start, Math.max(clause.end, person.whole.end));
}

/** What is done to the person: the words between the last mark and the name, and behind it up to the next name or mark. */
function actAround(printed: string, person: Person): string {
  const before = printed.slice(0, person.whole.start);
  const lead = /[^，。；;]*$/.exec(before)?.[0] ?? '';
  const after = /^[^，。；;]{0,30}/.exec(printed.slice(person.end))?.[0] ?? '';
  // 免去甲的局长职务、任命乙为局长: the nearest verb in front governs.
  const verb = [...lead.matchAll(/任命|选举|选出|当选|推选|补选|增选|同意|免去|罢免|撤销|接受|决定/g)].at(-1);
  return `${verb === undefined ? lead : lead.slice(verb.index)}${after}`;
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
