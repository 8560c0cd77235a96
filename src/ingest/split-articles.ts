import type { LineMark, RawDocument } from '../domain/corpus.js';
import { lineKindOf } from './line-kind.js';
import type { Paragraph } from './repair-paragraphs.js';

/** One piece of writing with its printed heading, before it is described. */
export interface ArticleDraft {
  /** Lines of the printed heading (kicker, title, subtitle, dateline, byline); empty where none was found. */
  heading: string[];
  /** Number of lines of `text` that are heading and nothing else. */
  headingLines: number;
  text: string;
  lines: LineMark[];
  /** Why a new article was believed to begin here. */
  reason: string;
}

interface Part {
  heading: string[];
  paragraphs: readonly Paragraph[];
  /** Number of paragraphs that are heading. */
  bodyFrom: number;
  reason: string;
}

/** The articles of a document in order. Pieces that are heading only are left out. */
export function splitArticles(paragraphs: readonly Paragraph[], format: RawDocument['format']): ArticleDraft[] {
  const parts = format === 'txt' ? splitPage(paragraphs) : format === 'md' ? splitMarkdown(paragraphs) : [{ heading: [], paragraphs, bodyFrom: 0, reason: 'a row is one article' }];
  return parts.filter(hasBody).map((part) => ({ heading: part.heading, headingLines: part.bodyFrom, reason: part.reason, ...printText(part.paragraphs, format !== 'txt') }));
}

function splitPage(paragraphs: readonly Paragraph[]): Part[] {
  const starts = paragraphs.flatMap(({ border }, index) => (border === null ? [] : [{ border, index }]));
  const parts = starts.map(({ border, index }, position) => {
    const own = paragraphs.slice(index, starts[position + 1]?.index);
    const body = own.findIndex(({ isHeading }) => !isHeading);
    const bodyFrom = body < 0 ? own.length : body;
    return { heading: border.title === undefined ? own.slice(0, bodyFrom).map(({ text }) => text.trim()) : [border.title], bodyFrom, paragraphs: own, reason: border.reason };
  });
  const before = paragraphs.slice(0, starts[0]?.index);
  return [{ heading: [], paragraphs: before, bodyFrom: 0, reason: starts.length === 0 ? 'no heading found' : 'text above the first heading' }, ...parts];
}

function splitMarkdown(paragraphs: readonly Paragraph[]): Part[] {
  const starts = paragraphs.flatMap(({ text }, index) => (/^#\s+\S/.test(text) ? [index] : []));
  const titleAt = (index: number): string => (paragraphs[index]?.text ?? '').replace(/^#\s+|\s+#*$/g, '').trim();
  if (starts.length < 2) return [{ heading: starts.map(titleAt), paragraphs, bodyFrom: 0, reason: 'a file with one first-level heading is one article' }];
  const parts = starts.map((start, position) => ({ heading: [titleAt(start)], paragraphs: paragraphs.slice(start, starts[position + 1]), bodyFrom: 1, reason: 'first-level heading' }));
  return [{ heading: [], paragraphs: paragraphs.slice(0, starts[0]), bodyFrom: 0, reason: 'text above the first heading' }, ...parts];
}

/** Something must stand under the heading; debris such as a masthead or a lone line above the first heading is no article. */
function hasBody({ heading, paragraphs, bodyFrom }: Part): boolean {
  const kinds = paragraphs.slice(bodyFrom).map(({ text }) => lineKindOf(text));
  const body = kinds.filter((kind) => kind !== 'masthead');
  return heading.length === 0 ? body.some((kind) => kind !== 'title') || body.length > 1 : body.length > 0;
}

function printText(paragraphs: readonly Paragraph[], keepsBlankLines: boolean): { text: string; lines: LineMark[] } {
  let text = '';
  const lines: LineMark[] = [];
  for (const [index, paragraph] of paragraphs.entries()) {
    if (index > 0) text += keepsBlankLines && paragraph.isAfterBlank ? '\n\n' : '\n';
    for (const mark of paragraph.marks) {
      const last = lines.at(-1);
      // A row of a .jsonl file is one line of the file: one mark says it all.
      if (last?.line !== mark.line || last.page !== mark.page) lines.push({ ...mark, offset: text.length + mark.offset });
    }
    text += paragraph.text;
  }
  return { text, lines };
}
