import { readOutline } from '../language/outline.js';
import { splitSentences, type Span } from '../language/sentences.js';
import { lineKindOf } from './line-kind.js';

/** The smallest piece that is never cut: a line of a list or table, a heading, a sentence of prose. */
export interface Block extends Span {
  /** Headings above, outermost first. */
  path: readonly string[];
  /** What it costs to begin a passage here. Infinity: never. */
  cutCost: number;
  /** What it costs not to begin a passage here. Infinity: always begins one. */
  crossCost: number;
  /** Number of the agenda item this belongs to, from 0; null outside agenda items. */
  topic: number | null;
  isHeading: boolean;
}

/** Costs in characters: a passage that is so many characters too short is as bad as the border. */
const COST = { insideParagraph: 90, insideAgenda: 1200, betweenItems: 40, betweenParagraphs: 0, crossHeading: 70, crossNumbered: 35, never: Infinity };
const MINUTES_HEADING = /^(?:\d+[.、]\s*)?#*\s*(?:会议)?(?:议题|议程|议程表|议题列表|agendas?|(?:主要)?(?:与会|参会|参加|参与|出席)(?:人|人员|者)|attendees?|attendance|纪要|记录|概况|要点|内容|分享与讨论|notes?|minutes?|action items?|待办事项|总结|下次会议安排)\s*(?:[(（][a-z ]+[)）])?\s*[:：]?$/i;
/** A speaker who turns to the assembly again has left the section. */
const ADDRESS = /^(?:各位(?:委员|代表|同志)|同志们)/;
const LEAD_IN = /[：:]\s*$/;

interface Line extends Span {
  text: string;
}

/** Cuts the text of an article into blocks and says what a border before each would cost. */
export function articleBlocks(text: string): Block[] {
  const lines = linesOf(text);
  const { topics: found, agenda } = readOutline(text);
  // A row of a table and a mere line of an agenda are topics too, but no passages of their own.
  const topics = found.filter(({ start, titleEnd, end }) => text[start] !== '|' && text.slice(titleEnd, end).trim() !== '').sort((a, b) => a.start - b.start);
  const blocks: Block[] = [];
  let path: { level: number; title: string }[] = [];
  let previous: Line | null = null;
  let topicAt = 0;
  let agendaAt = 0;
  for (const [index, line] of lines.entries()) {
    while (topicAt < topics.length && (topics[topicAt]?.end ?? 0) <= line.start) topicAt++;
    while (agendaAt < agenda.length && (agenda[agendaAt]?.end ?? 0) <= line.start) agendaAt++;
    const topic = (topics[topicAt]?.start ?? Infinity) <= line.start ? topicAt : -1;
    const isTopicStart = topic >= 0 && topics[topic]?.start === line.start;
    const level = isTopicStart ? 3 : topic >= 0 ? null : headingLevel(lines, index);
    if (level !== null) path = [...path.filter((heading) => heading.level < level), { level, title: headingTitle(line.text) }];
    else if (topic < 0) path = path.filter((heading) => heading.level < (ADDRESS.test(line.text) ? 2 : 3));
    const border = { path: path.map(({ title }) => title), topic: topic < 0 ? null : topic, isHeading: level !== null };
    const isGlued = blocks.at(-1)?.isHeading === true || (previous !== null && LEAD_IN.test(previous.text) && previous.text.length <= 200);
    const leavesTopic = (blocks.at(-1)?.topic ?? null) !== border.topic;
    const crossCost = isTopicStart || leavesTopic ? Infinity : level !== null && blocks.at(-1)?.isHeading !== true ? COST.crossHeading : isNumbered(line.text) ? COST.crossNumbered : 0;
    const isInAgenda = agendaAt > 0 && (agenda[agendaAt]?.start ?? Infinity) < line.end;
    const cutCost = isInAgenda ? COST.insideAgenda : isGlued ? COST.never : isItem(line.text) ? COST.betweenItems : COST.betweenParagraphs;
    for (const [position, piece] of piecesOf(line).entries()) {
      blocks.push({ ...piece, ...border, cutCost: position === 0 ? cutCost : COST.insideParagraph, crossCost: position === 0 ? crossCost : 0 });
    }
    previous = line;
  }
  return blocks;
}

/** Tables and entries stay whole, prose is taken sentence by sentence. */
function piecesOf(line: Line): Span[] {
  if (lineKindOf(line.text) === 'table') return [{ start: line.start, end: line.end }];
  const spans = splitSentences(line.text).map(({ start, end }) => ({ start: line.start + start, end: line.start + end }));
  return spans.length === 0 ? [{ start: line.start, end: line.end }] : spans;
}

/** 1 for the outermost heading; null for a line that is none. */
function headingLevel(lines: readonly Line[], index: number): number | null {
  const text = lines[index]?.text ?? '';
  const hashes = /^(#{1,6})\s/.exec(text)?.[1];
  if (hashes !== undefined) return hashes.length;
  if (MINUTES_HEADING.test(text)) return 1;
  const kind = lineKindOf(text);
  if (kind === 'section' && text.length <= 45 && !/[。；]/.test(text)) return /^(?:第|[一二三四五六七八九十]+、)/.test(text) ? 2 : 3;
  if (kind !== 'title' || text.length > 30 || index === 0) return null;
  // A heading stands alone between text that has ended and text that is longer than itself; names in a list do not.
  const before = lines[index - 1]?.text ?? '';
  const after = lines[index + 1]?.text ?? '';
  const isAlone = lineKindOf(before) === 'prose' || lineKindOf(before) === 'list' || lineKindOf(before) === 'newsLead';
  return isAlone && /[。！？；：:]$/.test(before) && after.length > text.length + 10 ? 1 : null;
}

function headingTitle(line: string): string {
  return line.replace(/^#+\s*/, '').replace(/\s*#*$/, '').replace(/[：:]$/, '');
}

function isItem(line: string): boolean {
  const kind = lineKindOf(line);
  return kind === 'list' || kind === 'table' || kind === 'label' || kind === 'names' || (kind === 'title' && line.length < 40);
}

function isNumbered(line: string): boolean {
  return lineKindOf(line) === 'section';
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const raw of text.split('\n')) {
    const trimmed = raw.trim();
    const lead = raw.length - raw.trimStart().length;
    if (trimmed !== '') lines.push({ text: trimmed, start: start + lead, end: start + lead + trimmed.length });
    start += raw.length + 1;
  }
  return lines;
}
