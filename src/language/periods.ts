import { fold } from './fold.js';

/** Stretches of a year by the ways they are written; a figure of one is no figure of the year. */
const PERIODS: readonly (readonly [string, RegExp])[] = [
  ['h1', /上半年/],
  ['h2', /下半年/],
  ['q1', /(?:一|第一|首|1)个?季度?(?!度?报)|q1(?!\d)|1\s*[-—至到~]\s*3月/],
  ['q2', /(?:二|第二|2)季度|q2(?!\d)/],
  ['q3', /(?<!前)(?:三|第三|3)季度|q3(?!\d)/],
  ['q4', /(?:四|第四|4)季度|q4(?!\d)/],
  ['m9', /前三季度|前3季度|1\s*[-—至到~]\s*9月/],
  ['m2', /1\s*[-—至到~]\s*2月|一二月份|前两个?月/],
];
/** Other runs of months, by their months; and the month at hand. */
const MONTHS = /(?<!\d)(1?\d)\s*[-—~至到]\s*(1?\d)月|当月|首月/;

/** The half-years, quarters and runs of months that a text names. */
export function periodsIn(text: string): string[] {
  const folded = fold(text);
  const named = PERIODS.filter(([, pattern]) => pattern.test(folded)).map(([name]) => name);
  const months = named.length > 0 ? null : MONTHS.exec(folded);
  return months === null ? named : [months[0].replace(/\s/g, '')];
}
