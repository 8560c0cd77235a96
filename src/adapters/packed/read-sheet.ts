import { walkXml } from './walk-xml.js';

const MAX_ROWS = 100_000;
const MAX_COLUMNS = 200;
/** Day 0 of a sheet's calendar, in days before 1970. */
const EPOCH_DAYS = 25_569;

/** The visible cells of one sheet by row and column; hidden rows and columns are empty, merged cells repeat their text. */
export function readSheet(xml: Uint8Array, shared: readonly string[], dateStyles: ReadonlySet<number>): string[][] {
  const rows: (string[] | undefined)[] = [];
  const hiddenColumns = new Set<number>();
  const merges: string[] = [];
  let row = -1;
  let column = -1;
  let kind = '';
  let style = -1;
  let value = '';
  let isHiddenRow = false;
  let inValue = false;
  walkXml(xml, {
    open: (name, attributes) => {
      if (name === 'col' && attributes.hidden === '1') for (let at = Number(attributes.min); at <= Math.min(MAX_COLUMNS, Number(attributes.max)); at++) hiddenColumns.add(at - 1);
      else if (name === 'row') {
        row = attributes.r === undefined ? row + 1 : Number(attributes.r) - 1;
        column = -1;
        isHiddenRow = attributes.hidden === '1';
      } else if (name === 'c') {
        column = attributes.r === undefined ? column + 1 : columnOf(attributes.r);
        [kind, style, value] = [attributes.t ?? 'n', Number(attributes.s ?? -1), ''];
      } else if (name === 'mergeCell') merges.push(attributes.ref ?? '');
      inValue = name === 'v' || name === 't';
    },
    text: (text) => { if (inValue) value += text; },
    close: (name) => {
      if (name === 'v' || name === 't') inValue = false;
      if (name !== 'c' || isHiddenRow || hiddenColumns.has(column) || row < 0 || row >= MAX_ROWS || column < 0 || column >= MAX_COLUMNS) return;
      const cells = (rows[row] ??= []);
      while (cells.length < column) cells.push('');
      cells[column] = kind === 's' ? (shared[Number(value)] ?? '') : kind === 'n' && dateStyles.has(style) ? isoDay(value) : plainNumber(kind, value);
    },
  });
  for (const range of merges) fillMerge(rows, range);
  return Array.from(rows, (cells) => cells ?? []);
}

/** Rows of one label are filled; a block over several columns is a title and stays one cell. */
function fillMerge(rows: readonly (string[] | undefined)[], range: string): void {
  const [from = '', to = ''] = range.split(':');
  const [top, bottom, left, right] = [rowOf(from), rowOf(to), columnOf(from), columnOf(to)];
  const text = rows[top]?.[left] ?? '';
  if (text === '' || left !== right || bottom - top > 1000) return;
  for (let row = top + 1; row <= bottom; row++) {
    const cells = rows[row];
    if (cells !== undefined && (cells[left] ?? '') === '') cells[left] = text;
  }
}

function columnOf(reference: string): number {
  return [...(/^[A-Z]+/.exec(reference)?.[0] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function rowOf(reference: string): number {
  return Number(/\d+$/.exec(reference)?.[0] ?? 0) - 1;
}

function isoDay(serial: string): string {
  const days = Number(serial);
  return Number.isFinite(days) && days > 0 && days < 2_958_466 ? new Date(Math.floor(days - EPOCH_DAYS) * 86_400_000).toISOString().slice(0, 10) : serial;
}

/** 0.1 + 0.2 is stored as 0.30000000000000004 and shown as 0.3. */
function plainNumber(kind: string, value: string): string {
  if (kind !== 'n' || !/^-?\d+\.\d{9,}(?:E[-+]?\d+)?$/i.test(value)) return value;
  return String(Number(Number(value).toPrecision(12)));
}
