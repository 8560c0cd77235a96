import type { LineMark, RawDocument } from '../domain/corpus.js';
import { findArticleBorders } from './article-borders.js';
import { endsSentence, lineKindOf, type LineKind } from './line-kind.js';
import type { PrintedLine } from './printed-lines.js';

/** One line of repaired text, made of one printed line or of several that were one sentence. */
export interface Paragraph {
  text: string;
  /** Where each printed line starts in `text`. */
  marks: LineMark[];
  isAfterBlank: boolean;
}

const STRUCTURE: ReadonlySet<LineKind> = new Set(['table', 'list', 'section', 'markdown', 'kicker', 'dateline', 'byline', 'subtitle', 'notice', 'newsLead', 'salutation', 'label', 'credit', 'names', 'masthead', 'speaker']);

/** Headings inside an article are shorter than this. */
const MIN_PROSE_CHARS = 28;

/**
 * Joins printed lines that break off in mid-sentence with the line that goes on, also over a blank line.
 * Nothing but the line break (and white space at it) is taken away, no printed character is changed.
 * Raw pages (`.txt`) are joined wherever a sentence is open; `.md` and `.jsonl` have lines on purpose,
 * so there a line is joined only when it cannot be complete.
 */
export function repairParagraphs(lines: readonly PrintedLine[], format: RawDocument['format']): Paragraph[] {
  const printed = lines.filter((line) => line.text.trim() !== '');
  const texts = printed.map((line) => line.text);
  const borders = format === 'txt' ? new Set(findArticleBorders(texts).flatMap(({ first, body }) => range(first, body + 1))) : new Set<number>();
  const width = format === 'txt' ? wrapWidth(texts) : null;
  const paragraphs: Paragraph[] = [];
  let lastPrinted = -1;
  for (const [index, line] of printed.entries()) {
    const position = lines.indexOf(line, lastPrinted + 1);
    const isAfterBlank = position !== lastPrinted + 1;
    lastPrinted = position;
    const open = paragraphs.at(-1);
    const goesOn = open !== undefined && !borders.has(index)
      && (format === 'txt' ? continuesOnPage(open.text, line.text, texts[index - 1] ?? '', width) : !isAfterBlank && cannotBeComplete(open.text, line.text));
    if (goesOn) append(open, line);
    else paragraphs.push({ text: line.text.trimEnd(), marks: [{ offset: 0, line: line.line, page: line.page }], isAfterBlank: isAfterBlank && index > 0 });
  }
  return paragraphs;
}

function append(open: Paragraph, line: PrintedLine): void {
  open.marks.push({ offset: open.text.length, line: line.line, page: line.page });
  open.text += line.text.trim();
}

/** The open text is prose in mid-sentence and the line could be its rest. */
function continuesOnPage(open: string, next: string, lastLine: string, width: number | null): boolean {
  if (endsSentence(open) || STRUCTURE.has(lineKindOf(next)) || wouldMergeWords(open, next)) return false;
  const kind = lineKindOf(open);
  if (kind === 'prose' || kind === 'newsLead' || ((kind === 'section' || kind === 'list') && open.length > 40)) return true;
  // A headline would have been found as a border; a bare line as long as this is the beginning of a sentence.
  if (kind === 'title' && open.trim().length >= MIN_PROSE_CHARS) return true;
  return width !== null && kind === 'title' && lastLine.trim().length >= width - 2;
}

/** Ends on a comma, or inside brackets or quotation marks that the next line closes, or after full stops without one. */
function cannotBeComplete(open: string, next: string): boolean {
  const nextKind = lineKindOf(next);
  if (/^[—―─–-]{2}.*(?:届|在|第|次)$/.test(open.trim())) return nextKind === 'title';
  if (STRUCTURE.has(nextKind) || lineKindOf(open) !== 'prose' || endsSentence(open) || wouldMergeWords(open, next)) return false;
  if (/[，、]$/.test(open) || isBracketOpen(open)) return nextKind === 'prose' || /[。！？；）)”》]/.test(next);
  return open.length >= 60 && open.includes('。') && nextKind === 'prose' && /[，。]/.test(next);
}

function isBracketOpen(text: string): boolean {
  return [['（', '）'], ['《', '》'], ['“', '”'], ['(', ')']].some(([left, right]) => text.lastIndexOf(left!) > text.lastIndexOf(right!));
}

/** Two Latin words or two figures must not grow together where the line break stood for a space. */
function wouldMergeWords(open: string, next: string): boolean {
  return /[A-Za-z0-9.]$/.test(open) && /^\s*[A-Za-z0-9.]/.test(next);
}

/** The column width of a page whose lines were all broken at it, or null: most lines equally long and short. */
function wrapWidth(texts: readonly string[]): number | null {
  const lengths = texts.map((text) => text.trim().length);
  const widest = Math.max(0, ...lengths);
  const full = lengths.filter((length) => length >= widest - 3).length;
  return widest <= 60 && lengths.length >= 8 && full >= lengths.length * 0.5 ? widest : null;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}
