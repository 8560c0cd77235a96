import { fold } from './fold.js';
import { NUMBERED, stripNumber, TOPIC } from './item-number.js';
import { ATTENDEES_LINE, fieldLabelOf, sectionKindOf, type FieldKind, type SectionKind } from './minutes-labels.js';
import { readProse } from './minutes-prose.js';
import { readInlineTopics, readTableTopics, type Field, type Line, type Topic } from './outline-rows.js';
import type { Span } from './sentences.js';
import { readTableRows } from './table-rows.js';

export type { Topic } from './outline-rows.js';

/** The structure of minutes: offsets are those of the text. Texts without such structure give empty lists. */
export interface Outline {
  topics: Topic[];
  /** Items of the agenda as printed; empty when the minutes have none of their own. */
  agenda: Span[];
  attendees: Span | null;
  /** What is left to do after the meeting, where that has a section of its own. */
  actions: Span | null;
}

/** Prose is searched for outcomes only where the head of the text says that it is minutes. */
const TITLE_CHARS = 120;

/** Reads the structure of minutes: agenda, attendees, topics with presenter, conclusion and open points. */
export function readOutline(text: string): Outline {
  const lines = readLines(text);
  const sections = lines.map((line) => sectionKindOf(line.folded));
  const agenda = readAgenda(text, lines, sections);
  const headed = readHeadedTopics(text, lines, sections, agenda);
  const told = new Set(headed.map(({ title }) => looseKey(title)));
  // A table of the agenda repeats what the notes tell under headings of their own.
  const found = [...headed, ...readTableTopics(text).filter(({ title }) => !told.has(looseKey(title)))];
  const topics = found.length > 0 ? found : readInlineTopics(text, lines);
  // The notes win where they tell at least as many topics: agendas are planned, often only point to a list kept elsewhere.
  const isPlaceholder = agenda.every((item) => text.slice(item.start, item.end).includes('议题列表'));
  const isAgendaTold = topics.length >= agenda.length || isPlaceholder;
  return { topics, agenda: isAgendaTold ? topics.map((topic) => ({ start: topic.titleStart, end: topic.titleEnd })) : agenda, attendees: sectionSpan(lines, sections, 'attendees') ?? attendeesOnLine(lines), actions: sectionSpan(lines, sections, 'actions') };
}

function readLines(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const raw of text.split('\n')) {
    const lead = raw.length - raw.trimStart().length;
    const trimmed = raw.trim();
    if (trimmed !== '') lines.push({ start: start + lead, end: start + lead + trimmed.length, folded: fold(trimmed) });
    start += raw.length + 1;
  }
  return lines;
}

function readAgenda(text: string, lines: readonly Line[], sections: readonly (SectionKind | null)[]): Span[] {
  const first = sections.indexOf('agenda');
  if (first < 0) return [];
  const items: Span[] = [];
  for (let index = first + 1; index < lines.length && sections[index] === null; index++) {
    const line = lines[index] as Line;
    if (fieldLabelOf(line.folded) !== null || line.folded.startsWith('|')) break;
    const title = stripNumber(text.slice(line.start, line.end));
    if (title !== '') items.push({ start: line.end - title.length, end: line.end });
  }
  return items;
}

function sectionSpan(lines: readonly Line[], sections: readonly (SectionKind | null)[], kind: SectionKind): Span | null {
  const first = sections.indexOf(kind);
  const next = sections.findIndex((section, index) => index > first && section !== null);
  const from = lines[first + 1];
  const to = lines[(next < 0 ? lines.length : next) - 1];
  return first < 0 || from === undefined || to === undefined || to.end <= from.start ? null : { start: from.start, end: to.end };
}

/** Who came, where that stands on the line of its label. */
function attendeesOnLine(lines: readonly Line[]): Span | null {
  for (const line of lines) {
    const label = ATTENDEES_LINE.exec(line.folded)?.[0].length;
    if (label !== undefined) return { start: line.start + label, end: line.end };
  }
  return null;
}

/**
 * A line opens a topic when it is numbered as one (议题三、…) or repeats an agenda item. Only where there is neither: when it
 * is numbered, no full sentence, and a labelled field follows at once; all further headings numbered in its way are topics then too.
 */
function readHeadedTopics(text: string, lines: readonly Line[], sections: readonly (SectionKind | null)[], agenda: readonly Span[]): Topic[] {
  const agendaKeys = new Set(agenda.flatMap((item) => [looseKey(text.slice(item.start, item.end)), looseKey(withoutBrackets(text.slice(item.start, item.end)))]));
  const candidates: number[] = [];
  const rows = readTableRows(text);
  for (let index = notesStart(lines, sections); index < lines.length; index++) {
    const line = lines[index] as Line;
    if (sections[index] === null && !rows.some((row) => row.start <= line.start && line.start < row.end) && fieldAt(lines, index) === null) candidates.push(index);
  }
  const folded = (index: number): string => lines[index]?.folded ?? '';
  const numbered = candidates.filter((index) => TOPIC.test(folded(index)));
  // Where topics are numbered as such, a repeated agenda line without its number runs on from the heading above it.
  let heads = numbered.length > 1 ? numbered : candidates.filter((index) => TOPIC.test(folded(index)) || agendaKeys.has(looseKey(stripNumber(folded(index)))));
  let borders = heads;
  if (heads.length === 0) {
    const headings = candidates.filter((index) => isNumberedHeading(folded(index)));
    const isTold = /纪要|会议记录|例会/.test(text.slice(0, TITLE_CHARS));
    const sure = headings.filter((index) => ['presenter', 'conclusion'].includes(fieldAt(lines, index + 1) ?? '') || (isTold && readProse(text, lines[index + 1] ?? null) !== null));
    // Points under a topic are numbered in Arabic figures too, hardly ever in Chinese ones or as headings.
    const styles = new Set(sure.map((index) => numberStyle(folded(index))).filter((style) => /[一#]/.test(style)));
    // Of the lines above the first sure topic those that stand close together are a list of what is to come.
    heads = headings.filter((index) => sure.includes(index) || (styles.has(numberStyle(folded(index))) && (index > (sure[0] ?? Infinity) || !headings.includes(index + 1))));
    borders = candidates.filter((index) => heads.includes(index) || (styles.has(numberStyle(folded(index))) && NUMBERED.test(folded(index))));
  }
  return heads.map((head) => {
    const next = borders.find((border) => border > head) ?? lines.length;
    const stop = sections.findIndex((section, index) => index > head && index < next && section !== null && (section !== 'actions' || folded(index).startsWith('#')));
    return topicOf(text, lines, head, stop < 0 ? next : stop);
  });
}

/** A numbered line that is no full sentence and no entry of a list. */
function isNumberedHeading(folded: string): boolean {
  return NUMBERED.test(folded) && !/[。;；,，]$/.test(folded);
}

/** How a heading is numbered, its number left out: 一、 and 二、 are alike, 1. and (一) are not. */
function numberStyle(folded: string): string {
  return (/^(#*)[\s*]*(.*?)(?=[^\d\s.、．)）(（〇零一二两三四五六七八九十])/.exec(folded) ?? []).slice(1).join('').replace(/\d+/g, '1').replace(/[〇零一二两三四五六七八九十]+/g, '一');
}

function withoutBrackets(title: string): string {
  return title.replace(/\s*[（(][^（()）]{1,40}[)）]\s*$/, '');
}

/** Kind of the field whose label stands on this line, or null. */
function fieldAt(lines: readonly Line[], index: number): FieldKind | null {
  const folded = lines[index]?.folded;
  return folded === undefined ? null : (fieldLabelOf(folded)?.kind ?? null);
}

function notesStart(lines: readonly Line[], sections: readonly (SectionKind | null)[]): number {
  const notes = sections.indexOf('notes');
  if (notes >= 0) return notes + 1;
  const agenda = sections.indexOf('agenda');
  if (agenda < 0) return 0;
  const after = sections.findIndex((section, index) => index > agenda && section !== null);
  return after < 0 ? Math.min(lines.length, agenda + 1) : after;
}

function topicOf(text: string, lines: readonly Line[], head: number, next: number): Topic {
  const line = lines[head] as Line;
  const title = stripNumber(text.slice(line.start, line.end));
  const fields: Field[] = [];
  for (let index = head + 1; index < next; index++) {
    const current = lines[index] as Line;
    const label = fieldLabelOf(current.folded);
    if (label === null) continue;
    let last = index;
    while (last + 1 < next && fieldAt(lines, last + 1) === null) last++;
    const from = skipSpace(text, current.start + label.length);
    const end = (lines[last] as Line).end;
    fields.push({ kind: label.kind, labelStart: current.start, start: Math.min(from, end), end });
    index = last;
  }
  const end = (lines[next - 1] as Line).end;
  const told = fields.some(({ kind }) => kind === 'conclusion') ? null : readProse(text, head + 1 < next ? { start: (lines[head + 1] as Line).start, end } : null);
  return { title, titleStart: line.end - title.length, titleEnd: line.end, start: line.start, end, fields: [...fields, ...(told ?? []).filter(({ kind }) => fields.every((field) => field.kind !== kind))].sort((a, b) => a.labelStart - b.labelStart) };
}

function looseKey(title: string): string {
  return fold(title).replace(/[^\p{L}\p{N}]+/gu, '');
}

function skipSpace(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && /\s/.test(text[at] as string)) at++;
  return at;
}
