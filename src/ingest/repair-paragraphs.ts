import type { LineMark, RawDocument } from '../domain/corpus.js';
import { findArticleBorders, type ArticleBorder } from './article-borders.js';
import { endsSentence, lineKindOf, type LineKind } from './line-kind.js';
import type { PrintedLine } from './printed-lines.js';

/** One line of repaired text, made of one printed line or of several that were one sentence. */
export interface Paragraph {
  text: string;
  /** Where each printed line starts in `text`. */
  marks: LineMark[];
  isAfterBlank: boolean;
  /** Set where an article begins on a raw page: why, and its title where it stands on this very line. */
  border: Pick<ArticleBorder, 'reason' | 'title'> | null;
  /** A line of the heading of an article, nothing else. */
  isHeading: boolean;
}

const STRUCTURE: ReadonlySet<LineKind> = new Set(['table', 'list', 'section', 'markdown', 'kicker', 'dateline', 'byline', 'subtitle', 'notice', 'newsLead', 'continued', 'salutation', 'label', 'credit', 'names', 'masthead', 'speaker']);

/** Bare headings inside an article are shorter than this. */
const MIN_PROSE_CHARS = 28;
/** Numbered headings may be longer; beyond this the sentence runs on behind the number. */
const MAX_HEADING_CHARS = 40;

/**
 * Joins printed lines that break off in mid-sentence with the line that goes on, also over a blank line.
 * Nothing but the line break (and white space at it) is taken away, no printed character is changed.
 * Raw pages (`.txt`) are joined wherever a sentence is open; `.md` and `.jsonl` have lines on purpose,
 * so there a line is joined only when it cannot be complete.
 */
export function repairParagraphs(lines: readonly PrintedLine[], format: RawDocument['format']): Paragraph[] {
  const printed = lines.flatMap((line, position) => (line.text.trim() === '' ? [] : [{ ...line, isAfterBlank: position > 0 && lines[position - 1]?.text.trim() === '' }]));
  const texts = printed.map((line) => line.text);
  const isPage = format === 'txt';
  const borders = isPage ? findArticleBorders(texts) : [];
  const borderAt = new Map(borders.map((border) => [border.first, border]));
  const headings = new Set(borders.flatMap(({ first, body }) => range(first, body)));
  const bodies = new Set(borders.map(({ body }) => body));
  const width = wrapWidth(texts);
  const open: OpenParagraph[] = [];
  for (const [index, line] of printed.entries()) {
    const last = open.at(-1);
    const goesOn = last !== undefined && !headings.has(index) && !bodies.has(index) && (isPage ? continuesOnPage(last, line.text, width) : !line.isAfterBlank && cannotBeComplete(last, line.text, width));
    if (goesOn) append(last, line);
    else open.push(begin(line, borderAt.get(index) ?? null, headings.has(index)));
  }
  return open.map(({ parts, marks, isAfterBlank, border, isHeading }) => ({ text: parts.join(''), marks, isAfterBlank, border, isHeading }));
}

/** A paragraph that may go on. Its text is kept in parts: a string that grows line by line is copied at every look. */
interface OpenParagraph extends Omit<Paragraph, 'text'> {
  parts: string[];
  kind: LineKind;
  chars: number;
  lastLine: string;
  hasFullStop: boolean;
}

function begin(line: PrintedLine & { isAfterBlank: boolean }, border: ArticleBorder | null, isHeading: boolean): OpenParagraph {
  const text = line.text.trimEnd();
  return { parts: [text], marks: [{ offset: 0, line: line.line, page: line.page }], isAfterBlank: line.isAfterBlank, border, isHeading, kind: lineKindOf(text), chars: text.length, lastLine: text, hasFullStop: text.includes('。') };
}

function append(open: OpenParagraph, line: PrintedLine): void {
  const text = line.text.trim();
  open.marks.push({ offset: open.chars, line: line.line, page: line.page });
  open.parts.push(text);
  open.chars += text.length;
  open.lastLine = text;
  open.hasFullStop ||= text.includes('。');
  if (open.kind === 'title') open.kind = 'prose';
}

/** The open text is prose in mid-sentence and the line could be its rest. */
function continuesOnPage({ kind, chars, lastLine, hasFullStop }: OpenParagraph, next: string, width: number | null): boolean {
  const isFull = width !== null && columnsOf(lastLine) >= width - 2;
  const nextKind = lineKindOf(next);
  const isTail = isFull && nextKind === 'kicker' && !next.trim().startsWith('【');
  if (endsSentence(lastLine) || (STRUCTURE.has(nextKind) && !isTail) || wouldMergeWords(lastLine, next)) return false;
  if (kind === 'prose' || kind === 'newsLead' || kind === 'continued' ) return true;
  if (kind === 'section' || kind === 'list') return isFull || hasFullStop || chars > MAX_HEADING_CHARS;
  // A headline would have been found as a border; a bare line as long as this is the beginning of a sentence.
  return kind === 'title' && (isFull || chars >= MIN_PROSE_CHARS);
}

/** Ends on a comma, inside brackets that the next line closes, after full stops without one, or at the column of a wrapped text. */
function cannotBeComplete({ kind, chars, lastLine, hasFullStop }: OpenParagraph, next: string, width: number | null): boolean {
  const nextKind = lineKindOf(next);
  if (/^\s*[—―─–]{2}.{0,80}(?:届|在|第|次)$/.test(lastLine)) return nextKind === 'title';
  if (STRUCTURE.has(nextKind) || (kind !== 'prose' && kind !== 'newsLead' && (kind !== 'title' || width === null)) || endsSentence(lastLine) || wouldMergeWords(lastLine, next)) return false;
  if ((/[，、]$/.test(lastLine) || isBracketOpen(lastLine)) && (nextKind === 'prose' || /[。！？；）)”》]/.test(next))) return true;
  if (width !== null && columnsOf(lastLine) >= width - 2) return true;
  return chars >= 60 && hasFullStop && nextKind === 'prose' && /[，。]/.test(next);
}

function isBracketOpen(text: string): boolean {
  return ['（）', '《》', '“”', '()'].some((pair) => text.lastIndexOf(pair.charAt(0)) > text.lastIndexOf(pair.charAt(1)));
}

/**
 * Two Latin words must not grow together where the line break stood for a space. Figures may: inside a sentence no figure
 * follows another without a mark between them, so what looks like two is one that the column cut.
 */
function wouldMergeWords(open: string, next: string): boolean {
  return /[A-Za-z]$/.test(open) && /^\s*[A-Za-z]/.test(next);
}

/** The column width of a text whose lines were all broken at it, or null: most lines equally long and short. */
function wrapWidth(texts: readonly string[]): number | null {
  const lengths = texts.map(columnsOf);
  const widest = lengths.reduce((most, length) => Math.max(most, length), 0);
  const full = lengths.filter((length) => length >= widest - 3).length;
  return widest >= 12 && widest <= 60 && lengths.length >= 8 && full >= lengths.length * 0.5 ? widest : null;
}

/** Printed width in Chinese characters: Latin letters and digits take half. */
function columnsOf(text: string): number {
  const trimmed = text.trim();
  return trimmed.length - (trimmed.match(/[\u0020-\u007e]/g)?.length ?? 0) / 2;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}
