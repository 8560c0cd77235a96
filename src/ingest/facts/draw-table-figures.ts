import type { Article } from '../../domain/corpus.js';
import { findDates } from '../../language/dates.js';
import { findFigures } from '../../language/figures.js';
import { fold } from '../../language/fold.js';
import { labelOf, REACHED, TARGET, VALUE_ONLY } from '../../language/table-cells.js';
import { readTableRows } from '../../language/table-rows.js';
import type { FoundFigure } from './draw-figures.js';

const RATE = /增速|增长|增幅|同比/;
const UNIT_COLUMN = /^(?:计量)?单位$/;
/** Columns that number or date the rows. */
const NO_VALUE = /^(?:序号|编号|号|年份|日期|时间|电话|no\.?|date|year)$/;
/** Columns that say of what kind the value is, and nothing of its subject. */
const PLAIN_COLUMN = /^(?:(?:19|20)\d\d年?(?:度)?)?(?:年初)?(?:预期|计划|实际|全年)?(?:目标|计划|预算|实际|完成|实绩|执行|决算|达到|数值?|值|数|指标|金额|数量|合计|完成情况|完成数|执行数|预算数|决算数|actual|target|value|amount)?(?:数|值)?$/;
const IN_BRACKETS = /[（(]\s*(?:单位[：:]\s*)?([^（()）]{1,8})\s*[）)]/;

/** The figures of the tables of an article: what they are of is the name of the row, with that of the column where it says more. */
export function drawTableFigures(article: Article): FoundFigure[] {
  if (!article.text.includes('|')) return [];
  const ownYear = findDates(article.title)[0]?.year ?? (article.date === null ? null : Number(article.date.slice(0, 4)));
  return readTableRows(article.text).flatMap((row) => {
    const label = labelOf(row, article.text);
    const unitColumn = row.header.findIndex((name) => UNIT_COLUMN.test(name));
    const cellText = (column: number): string => article.text.slice(row.cells[column]?.start, row.cells[column]?.end);
    const rowUnit = unitColumn < 0 ? (IN_BRACKETS.exec(label)?.[1] ?? unitAbove(article.text, row.start)) : cellText(unitColumn);
    const subject = label.replace(IN_BRACKETS, '').trim();
    return row.cells.flatMap((cell, column): FoundFigure[] => {
      const name = row.header[column] ?? '';
      const printed = cellText(column);
      if (column === 0 || column === unitColumn || subject === '' || NO_VALUE.test(name) || !VALUE_ONLY.test(printed)) return [];
      const unit = /[^\d.,\s约近超过达+\-−]/.test(printed) ? '' : (IN_BRACKETS.exec(name)?.[1] ?? rowUnit);
      const figure = findFigures(`${printed.replace(/^[-+−]/, '')}${unit}`)[0];
      if (figure === undefined) return [];
      const plain = name.replace(IN_BRACKETS, '').trim();
      const isFall = /^[-−]/.test(printed);
      const change = RATE.test(name) || (RATE.test(label) && figure.unit === '%') ? (isFall ? 'fall' : 'growth') : 'level';
      const period = findDates(name).find(({ year }) => year !== null)?.iso ?? (ownYear === null ? '' : String(ownYear));
      const of = PLAIN_COLUMN.test(fold(plain)) || change !== 'level' ? subject : `${subject}${/[A-Za-z]$/.test(subject) ? ' ' : ''}${plain}`;
      const { value, upTo, bound } = figure;
      return [{ printed: `${printed}${/\d$/.test(printed) ? unit : ''}`, ...(isFall && change === 'level' ? { value: -value, upTo: -upTo } : { value, upTo }), unit: figure.unit === '' ? unit : figure.unit, bound, subject: of, change, kind: TARGET.test(name) && !REACHED.test(name) ? 'target' : 'result', period, at: cell.start }];
    });
  });
}

/** 单位：万元, in the lines over the table. */
function unitAbove(text: string, at: number): string {
  const above = text.slice(Math.max(0, at - 400), at);
  return /单位[：:]\s*([^\s（()）|，,。]{1,6})/.exec(above.slice(above.lastIndexOf('\n\n', above.lastIndexOf('\n\n') - 1) + 1))?.[1] ?? '';
}
