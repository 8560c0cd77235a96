import { dateAgreement } from '../../../language/values.js';
import { findDates, partsOfIso, type DateMention } from '../../../language/dates.js';
import { findFigures, type Figure } from '../../../language/figures.js';
import { findMeetings, meetingsAgree } from '../../../language/meetings.js';
import { clauseAround, type Span } from '../../../language/sentences.js';
import { nearestClause, nearestSentence } from './nearest-clause.js';
import { isStatedTogether } from './stated-together.js';
import type { EvidenceText } from './evidence-text.js';

/** Same number, same unit, same bound: a writer converts and rounds nothing. */
function isSameFigure(a: Figure, b: Figure): boolean {
  return same(a.value, b.value) && same(a.upTo, b.upTo) && (a.unit === b.unit || (a.unit === '' && isBare(b.unit))) && a.bound === b.bound;
}

/** Measure words that may be left out: 263 提案 for 263 件提案. */
function isBare(unit: string): boolean {
  return /^[件项条个份篇名位人家]$/.test(unit);
}

function same(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
}

/** What came of the values of a statement: where the proven ones stand, and the first that is not. */
export interface Values {
  proven: Span[];
  fault: { kind: 'figure' | 'date' | 'meeting'; text: string } | null;
}

/** Compares every figure, date and session of a folded statement with those of its evidence, each with the words beside it. */
export function proveValues(statement: string, evidence: EvidenceText): Values {
  const dates = findDates(statement);
  const meetings = findMeetings(statement);
  const inMeetings = (span: Span): boolean => meetings.some(({ start, end }) => start <= span.start && span.end <= end);
  const counted = findFigures(statement);
  const figures = counted.filter((figure) => !inMeetings(figure));
  const fault = (kind: 'figure' | 'date' | 'meeting', span: Span): Values => ({ proven: [], fault: { kind, text: statement.slice(span.start, span.end) } });
  for (const meeting of meetings) if (!isMeetingHeld(meeting, statement, evidence)) return fault('meeting', meeting);
  const recorded = figures.length === 0 ? [] : evidence.sentences.map(({ text }) => ({ text, values: findFigures(text) }));
  for (const figure of figures) if (!isFigureHeld({ text: statement, value: figure, values: counted }, recorded, evidence)) return fault('figure', figure);
  for (const date of dates) if (!isDateHeld(date, statement, evidence)) return fault('date', date);
  const proven = [...figures, ...dates, ...meetings];
  const numbers = numbersOf(evidence);
  const written = [...statement.matchAll(DIGITS)].find(([digits]) => !numbers.has(digits));
  if (written !== undefined) return fault('figure', { start: written.index, end: written.index + written[0].length });
  const loose = looseNumber(statement, proven, evidence);
  return loose === null ? { proven, fault: null } : fault('figure', loose);
}

const DIGITS = /\d+(?:[.,]\d+)*/g;

/** Every number as the evidence writes it, those of the headers' dates without their zeros too: 4千 is no 4000 to whoever looks it up. */
function numbersOf({ body, head, dates }: EvidenceText): Set<string> {
  return new Set([...`${body}\n${head}`.matchAll(DIGITS)].map(([digits]) => digits).concat(dates.flatMap((date) => date.split('-').map((part) => String(Number(part))))));
}

/** A figure where it is stated, and the sentences of the record with theirs. */
function isFigureHeld(stated: { text: string; value: Figure; values: readonly Figure[] }, recorded: readonly { text: string; values: readonly Figure[] }[], { head, body }: EvidenceText): boolean {
  const isSame = (text: string, value: Figure): boolean => isSameFigure(stated.value, value) && boundBehind(stated.text, stated.value) === boundBehind(text, value);
  const inSentence = recorded.some(({ text, values }) => values.some((value) => isSame(text, value) && isStatedTogether(stated, { text, value, values }, body)));
  return inSentence || findFigures(head).some((value) => isSameFigure(stated.value, value));
}

/** 以内, 以上: a bound that stands behind its figure has to be the same word. */
function boundBehind(text: string, { end }: Span): string {
  return /^(?:以上|以下|以内|之内|左右|上下)/.exec(text.slice(end))?.[0] ?? '';
}

function isDateHeld(date: DateMention, statement: string, evidence: EvidenceText): boolean {
  const { sentences, body } = evidence;
  const isSame = (text: string): boolean => readings(text, evidence.years).some((recorded) => dateAgreement(date, recorded) === 'same');
  // What says the same thing in the record has the last word on its day.
  const clause = clauseAround(statement, date.start);
  const nearest = /[\u3400-\u9fffa-z]{2}/.test(withoutDates(clause)) ? nearestClause(clause, evidence) : nearestSentence(statement, evidence);
  if (nearest !== null && findDates(nearest).some(({ month }) => date.month === null || month !== null)) return isSame(nearest);
  if (datesOfHead(date, evidence).some((recorded) => dateAgreement(date, recorded) === 'same')) return true;
  return sentences.some(({ text }) => findDates(text).some((recorded) => isSame(text.slice(recorded.start, recorded.end)) && isStatedTogether({ text: statement, value: date, values: findDates(statement) }, { text, value: recorded, values: findDates(text) }, body)));
}

function withoutDates(text: string): string {
  return findDates(text).reduceRight((rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`, text);
}

/** The dates of a text; a day without its year is of the year of the record. */
function readings(text: string, years: readonly number[]): Pick<DateMention, 'year' | 'month' | 'day'>[] {
  return findDates(text).flatMap(({ year, month, day }) => (year === null && years.length > 0 ? years.map((own) => ({ year: own, month, day })) : [{ year, month, day }]));
}

/** Dates that the headers give. A record of 2024 may tell of 2023: a year alone is its own only where neither title nor text names another. */
function datesOfHead({ month }: DateMention, { head, body, dates }: EvidenceText): Pick<DateMention, 'year' | 'month' | 'day'>[] {
  const named = findDates(head);
  if (month !== null) return [...dates.map(partsOfIso), ...named];
  const own = named.filter((mention) => mention.month === null);
  return own.length > 0 || findDates(body).some(({ year }) => year !== null) ? own : dates.map(partsOfIso);
}

function isMeetingHeld(meeting: ReturnType<typeof findMeetings>[number], statement: string, { sentences, head, body }: EvidenceText): boolean {
  const isSame = (recorded: { key: string }): boolean => meetingsAgree(meeting.key, recorded.key);
  if (findMeetings(head).some(isSame)) return true;
  return sentences.some(({ text }) => findMeetings(text).some((recorded) => isSame(recorded) && isStatedTogether({ text: statement, value: meeting, values: findMeetings(statement) }, { text, value: recorded, values: findMeetings(text) }, body)));
}

/** Numbers that are no figure, date or session (二季度, 第三, G20): they stand in the evidence with the character on either side, or are not said. */
function looseNumber(statement: string, proven: readonly Span[], { body, head }: EvidenceText): Span | null {
  const source = `${body}\n${head}`;
  for (const match of statement.matchAll(/第?(?:[一二三四五六七八九十百千万亿两〇零]+|\d+(?:[.,]\d+)*)[\u3400-\u9fffa-z%]?/g)) {
    const span = { start: match.index, end: match.index + match[0].length };
    if (proven.some(({ start, end }) => start < span.end && span.start < end) || HARMLESS.test(match[0])) continue;
    if (!source.includes(match[0])) return span;
  }
  return null;
}

/** 一 in words that count nothing. */
const HARMLESS = /^(?:一(?:[致定些系般直同并起样旦是方面共])|[二三四五六七八九]是|第[一二三])$/;
