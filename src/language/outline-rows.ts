import { fold } from './fold.js';
import { NUMBERED, stripNumber } from './item-number.js';
import { fieldLabelOf, type FieldKind } from './minutes-labels.js';
import type { Span } from './sentences.js';
import { readTableRows } from './table-rows.js';

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

/** A line that is not blank, without the white space around it. */
export interface Line extends Span {
  folded: string;
}

/** Topics told on one line each: 1. 某标准送审稿。汇报人：某某。结论：通过。 */
export function readInlineTopics(text: string, lines: readonly Line[]): Topic[] {
  return lines.flatMap((line) => {
    if (!NUMBERED.test(line.folded)) return [];
    const labels = [...line.folded.matchAll(/[。;；]\s*(?=\S)/g)].flatMap((stop) => {
      const at = stop.index + stop[0].length;
      const label = fieldLabelOf(line.folded.slice(at));
      return label === null ? [] : [{ kind: label.kind, at, end: at + label.length, stop: stop.index }];
    });
    if (!labels.some(({ kind }) => kind === 'conclusion')) return [];
    const titleEnd = line.start + (labels[0]?.stop ?? 0);
    const title = stripNumber(text.slice(line.start, titleEnd));
    const fields = labels.map(({ kind, at, end }, index) => ({ kind, labelStart: line.start + at, start: line.start + end, end: index + 1 < labels.length ? line.start + (labels[index + 1]?.stop ?? 0) : line.end }));
    return [{ title, titleStart: titleEnd - title.length, titleEnd, start: line.start, end: line.end, fields }];
  });
}

/** Rows of a table with a column of topics and one of conclusions. */
export function readTableTopics(text: string): Topic[] {
  return readTableRows(text).flatMap((row) => {
    const cell = (pattern: RegExp): Span | undefined => row.cells[row.header.findIndex((name) => pattern.test(name))];
    const title = cell(/^(?!.*(?:编号|序号|相关)).*(?:议题|事项|topic)/) ?? cell(/^(?!.*(?:编号|序号|相关)).*(?:项目|议案|标准)/);
    const notes = cell(/纪要|结论|决议|决定|审议意见|审查意见|conclusion|decision|notes/);
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
