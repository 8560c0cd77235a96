import { fold } from './fold.js';
import type { Span } from './sentences.js';

/** One body row of a pipe table; cells are trimmed spans of the text, in column order. */
export interface TableRow extends Span {
  /** Folded names of the columns. */
  header: string[];
  cells: Span[];
}

/** Body rows of pipe tables (`| a | b |`), cells that run over several lines included. */
export function readTableRows(text: string): TableRow[] {
  const rows: TableRow[] = [];
  let header: string[] | null = null;
  let open = null as Span | null;
  let offset = 0;
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    const start = offset;
    offset += line.length + 1;
    const trimmed = line.trim();
    if (/^\|?[\s:|-]*-{2,}[\s:|-]*\|?$/.test(trimmed) && trimmed.includes('|')) {
      const above = lines[index - 1];
      header = above === undefined ? null : cellsOf(text, start - above.length - 1, start - 1).map(({ start: from, end: to }) => fold(text.slice(from, to)));
      open = null;
      continue;
    }
    if (header === null) continue;
    const next = lines[index + 1]?.trim() ?? '';
    if (open === null && !trimmed.startsWith('|')) {
      if (trimmed !== '' || !next.startsWith('|')) header = trimmed === '' ? header : null;
      continue;
    }
    open = { start: open?.start ?? start, end: start + line.trimEnd().length };
    const cells = cellsOf(text, open.start, open.end);
    const isClosed = trimmed.endsWith('|') && cells.length >= header.length;
    if (isClosed || next.startsWith('|') || index === lines.length - 1) {
      rows.push({ ...open, header, cells });
      open = null;
    }
  }
  return rows;
}

function cellsOf(text: string, from: number, to: number): Span[] {
  const bars: number[] = [];
  for (let index = from; index < to; index++) if (text[index] === '|') bars.push(index);
  const isOpenEnded = bars.length > 0 && text.slice((bars.at(-1) ?? 0) + 1, to).trim() !== '';
  const edges = isOpenEnded ? [...bars, to] : bars;
  const cells: Span[] = [];
  for (let index = 0; index + 1 < edges.length; index++) {
    let start = (edges[index] as number) + 1;
    let end = edges[index + 1] as number;
    while (start < end && /\s/.test(text[start] as string)) start++;
    while (end > start && /\s/.test(text[end - 1] as string)) end--;
    cells.push({ start, end });
  }
  return cells;
}
