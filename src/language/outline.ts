import { fold } from './fold.js';
import { NUMBERED, stripNumber, TOPIC } from './item-number.js';
import type { Span } from './sentences.js';
import { readTableRows } from './table-rows.js';

/** What a labelled part of a topic holds. */
export type FieldKind = 'presenter' | 'conclusion' | 'followup' | 'progress' | 'plan';

export interface Field extends Span {
  kind: FieldKind;
  /** Where the label itself starts. */
  labelStart: number;
}

/** One matter of a meeting: a heading with what stands under it, or a row of a table. */
export interface Topic extends Span {
  title: string;
  titleStart: number;
  titleEnd: number;
  fields: Field[];
}

/** The structure of minutes: offsets are those of the text. Texts without such structure give empty lists. */
export interface Outline {
  topics: Topic[];
  /** Items of the agenda as printed; empty when the minutes have none of their own. */
  agenda: Span[];
  attendees: Span | null;
}

interface Line extends Span {
  folded: string;
}

const SECTION: readonly (readonly [RegExp, 'agenda' | 'attendees' | 'notes' | 'actions'])[] = [
  [/^(?:\d+[.、]\s*)?[#\s]*(?:会议)?(?:议题|议程|议程表|agenda|agendas)\s*(?:\(agenda\))?\s*[:：]?$/, 'agenda'],
  [/^(?:\d+[.、]\s*)?[#\s]*(?:主要)?(?:与会人|参会人|参会人员|与会人员|出席者|出席人员|参加人员|attendees?|attendance|参与人员)(?:员)?\s*(?:\(attend[a-z]+\))?\s*[:：]?$/, 'attendees'],
  [/^(?:\d+[.、]\s*)?[#\s]*(?:会议)?(?:纪要|记录|内容|notes?|minutes?|分享与讨论|详情)\s*(?:\((?:notes?|minutes?[a-z ]*)\))?\s*[:：]?$/, 'notes'],
  [/^(?:\d+[.、]\s*)?[#\s]*(?:action items?|待办事项|行动项)\s*[:：]?$/, 'actions'],
];
const FIELD: readonly (readonly [RegExp, FieldKind])[] = [
  [/^[-+*\s]*(?:汇报人|主讲人|演讲者|分享者|分享人|报告人|发言人|申报人|讲解人|主持人|presenter|speaker)\s*[:：]/, 'presenter'],
  [/^[-+*#\s]*(?:\d+[)）.、]\s*)?(?:会议结论|主要结论|闭环结论|结论|会议决议|决议|决定|conclusions?|decisions?)\s*(?:[:：]|$)/, 'conclusion'],
  [/^[-+*#\s]*(?:\d+[)）.、]\s*)?(?:遗留问题|遗留任务|遗留事项|遗留|待办|待办事项|后续事项|后续工作|action items?|follow-?ups?)\s*(?:[:：]|$)/, 'followup'],
  [/^[-+*#\s]*(?:进展|当前进展|工作进展|讨论|主要内容|背景)\s*(?:[:：]|$)/, 'progress'],
  [/^[-+*#\s]*(?:下一步计划|下步计划|计划|下次会议安排)\s*(?:[:：]|$)/, 'plan'],
];
/** Reads the structure of minutes: agenda, attendees, topics with presenter, conclusion and open points. */
export function readOutline(text: string): Outline {
  const lines = readLines(text);
  const sections = lines.map((line) => SECTION.find(([pattern]) => pattern.test(line.folded))?.[1] ?? null);
  const agenda = readAgenda(text, lines, sections);
  const headed = readHeadedTopics(text, lines, sections, agenda);
  const told = new Set(headed.map(({ title }) => looseKey(title)));
  // A table of the agenda repeats what the notes tell under headings of their own.
  const topics = [...headed, ...readTableTopics(text).filter(({ title }) => !told.has(looseKey(title)))];
  // The notes win where they tell at least as many topics: agendas are planned, often only point to a list kept elsewhere.
  const isPlaceholder = agenda.every((item) => text.slice(item.start, item.end).includes('议题列表'));
  const isAgendaTold = topics.length >= agenda.length || isPlaceholder;
  return { topics, agenda: isAgendaTold ? topics.map((topic) => ({ start: topic.titleStart, end: topic.titleEnd })) : agenda, attendees: sectionSpan(lines, sections, 'attendees') };
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

function readAgenda(text: string, lines: readonly Line[], sections: readonly (string | null)[]): Span[] {
  const first = sections.indexOf('agenda');
  if (first < 0) return [];
  const items: Span[] = [];
  for (let index = first + 1; index < lines.length && sections[index] === null; index++) {
    const line = lines[index] as Line;
    if (FIELD.some(([pattern]) => pattern.test(line.folded)) || line.folded.startsWith('|')) break;
    const title = stripNumber(text.slice(line.start, line.end));
    if (title !== '') items.push({ start: line.end - title.length, end: line.end });
  }
  return items;
}

function sectionSpan(lines: readonly Line[], sections: readonly (string | null)[], kind: string): Span | null {
  const first = sections.indexOf(kind);
  const next = sections.findIndex((section, index) => index > first && section !== null);
  const from = lines[first + 1];
  const to = lines[(next < 0 ? lines.length : next) - 1];
  return first < 0 || from === undefined || to === undefined || to.end <= from.start ? null : { start: from.start, end: to.end };
}

/**
 * A line opens a topic when it is numbered as one (议题三、…) or repeats an agenda item; only where there is neither,
 * when it is numbered, no full sentence, and a labelled field follows at once.
 */
function readHeadedTopics(text: string, lines: readonly Line[], sections: readonly (string | null)[], agenda: readonly Span[]): Topic[] {
  const agendaKeys = new Set(agenda.map((item) => looseKey(text.slice(item.start, item.end))));
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
  if (heads.length === 0) heads = candidates.filter((index) => NUMBERED.test(folded(index)) && !/[。;；,，]$/.test(folded(index)) && ['presenter', 'conclusion'].includes(fieldAt(lines, index + 1) ?? ''));
  return heads.map((head, position) => {
    const next = heads[position + 1] ?? lines.length;
    const stop = sections.findIndex((section, index) => index > head && index < next && section !== null && section !== 'actions');
    return topicOf(text, lines, head, stop < 0 ? next : stop);
  });
}

/** Kind of the field whose label stands on this line, or null. */
function fieldAt(lines: readonly Line[], index: number): FieldKind | null {
  const folded = lines[index]?.folded;
  return folded === undefined ? null : (FIELD.find(([pattern]) => pattern.test(folded))?.[1] ?? null);
}

function notesStart(lines: readonly Line[], sections: readonly (string | null)[]): number {
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
    const field = FIELD.find(([pattern]) => pattern.test(current.folded));
    if (field === undefined) continue;
    const label = field[0].exec(current.folded)?.[0] ?? '';
    let last = index;
    while (last + 1 < next && fieldAt(lines, last + 1) === null) last++;
    const from = skipSpace(text, current.start + label.length);
    const end = (lines[last] as Line).end;
    fields.push({ kind: field[1], labelStart: current.start, start: Math.min(from, end), end });
    index = last;
  }
  return { title, titleStart: line.end - title.length, titleEnd: line.end, start: line.start, end: (lines[next - 1] as Line).end, fields };
}

/** Rows of a table with a column of topics and one of conclusions. */
function readTableTopics(text: string): Topic[] {
  return readTableRows(text).flatMap((row) => {
    const cell = (pattern: RegExp): Span | undefined => row.cells[row.header.findIndex((name) => pattern.test(name))];
    const title = cell(/^(?!.*(?:编号|序号|相关)).*(?:议题|事项|topic)/);
    const notes = cell(/纪要|结论|决议|决定|conclusion|notes/);
    const presenter = cell(/汇报人|发言人|申报人|主讲|speaker|presenter/);
    if (title === undefined || (notes === undefined && presenter === undefined)) return [];
    const fields: Field[] = [];
    if (presenter !== undefined) fields.push({ kind: 'presenter', labelStart: presenter.start, ...presenter });
    if (notes !== undefined) fields.push(...splitCell(text, notes));
    return [{ title: text.slice(title.start, title.end), titleStart: title.start, titleEnd: title.end, start: row.start, end: row.end, fields }];
  });
}

/** A cell may carry labels of its own (会议结论:… 遗留问题:…). */
function splitCell(text: string, cell: Span): Field[] {
  const folded = fold(text.slice(cell.start, cell.end));
  const labels = [...folded.matchAll(/(?:(?:^|[\s,，;；。])(?:\d[)）]\s*)?(会议结论|结论|遗留问题|遗留|待办|汇报人)|(?<![有无的])(遗留问题))\s*[:：]\s*/g)];
  if (labels.length === 0) return [{ kind: 'conclusion', labelStart: cell.start, ...cell }];
  const fields: Field[] = [];
  const lead = folded.slice(0, labels[0]?.index).trim();
  if (lead !== '') fields.push({ kind: 'conclusion', labelStart: cell.start, start: cell.start, end: cell.start + folded.slice(0, labels[0]?.index).trimEnd().length });
  for (const [index, label] of labels.entries()) {
    const start = cell.start + label.index + label[0].length;
    const end = cell.start + folded.slice(0, labels[index + 1]?.index ?? folded.length).trimEnd().length;
    const name = label[1] ?? label[2] ?? '';
    fields.push({ kind: name === '汇报人' ? 'presenter' : name.includes('结论') ? 'conclusion' : 'followup', labelStart: cell.start + label.index, start: Math.min(start, end), end });
  }
  return fields;
}

function looseKey(title: string): string {
  return fold(title).replace(/[^\p{L}\p{N}]+/gu, '');
}

function skipSpace(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && /\s/.test(text[at] as string)) at++;
  return at;
}
