import type { RawDocument } from '../domain/corpus.js';

/** One line as printed, with where it stands in its file. */
export interface PrintedLine {
  text: string;
  line: number;
  /** From 1 where the file has form feeds between pages, else null. */
  page: number | null;
}

/** The lines of a document, blank ones included; a form feed turns the page. */
export function printedLines(document: RawDocument): PrintedLine[] {
  const hasPages = document.text.includes('\f');
  let page = 1;
  const lines: PrintedLine[] = [];
  for (const [index, raw] of document.text.split(/\r\n|\n|\r/).entries()) {
    const parts = raw.split('\f');
    for (const [turn, text] of parts.entries()) {
      if (turn > 0) page++;
      lines.push({ text, line: document.isSingleLine ? document.firstLine : document.firstLine + index, page: hasPages ? page : null });
    }
  }
  return lines;
}
