import type { TableRow } from './table-rows.js';

/** A cell that is a value and nothing else: 7.5%左右, 约3.8万人以上, -1.6%. */
export const VALUE_ONLY = /^[约近超过达]*[-+−]?\d[\d.,]*\s*[^\d，。；;、]{0,6}(?:[（(][^）)]{1,8}[）)])?$/;
/** What a column of targets is called, and one of results. */
export const TARGET = /目标|计划|预期|预算/;
export const REACHED = /完成|实际|实绩|执行|决算|达到/;

/** What the row is called: its first cell that is no number. */
export function labelOf({ cells }: TableRow, text: string): string {
  const named = cells.map(({ start, end }) => text.slice(start, end)).find((printed) => /[\u3400-\u9fffA-Za-z]/.test(printed) && !VALUE_ONLY.test(printed));
  return named ?? '';
}
