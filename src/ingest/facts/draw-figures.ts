import type { Article } from '../../domain/corpus.js';
import type { StatedFigure } from '../../domain/facts.js';
import { findDates } from '../../language/dates.js';
import { englishFigures } from '../../language/english-figures.js';
import { figurePeriod, namedTimes } from '../../language/figure-period.js';
import { figureSubject, OF_TARGET, type FigureSubject } from '../../language/figure-subject.js';
import { findFigures, type Figure } from '../../language/figures.js';
import { fold } from '../../language/fold.js';
import { governingYear } from '../../language/governing-year.js';
import { isInPlan } from '../../language/plan-parts.js';
import { splitClauses, type Span } from '../../language/sentences.js';
import { setsTarget, targetness, tellsResult } from '../../language/targetness.js';

/** A figure found in an article; `at` is its offset in the article's text. */
export type FoundFigure = Omit<StatedFigure, 'line'> & { at: number };

/** What these count is no statement of its own: 第3页, 三个方面, 7日, 5年. */
const NO_UNIT: ReadonlySet<string> = new Set(['', '号', '页', '层', '级', '步', '大', '字', '方面', '点', '日', '度', '年', '周年', '回', '期', '门', '口', '成', '岁', '秒']);
/** A few of these in Chinese numerals are a way of speaking: 三项制度, 两个维护, 一批. */
const SPOKEN: ReadonlySet<string> = new Set(['个', '位', '大类', '类', '项', '种', '套', '支', '条', '批', '组', '次', '部', '层', '场', '处', '册', '头', '张', '台', '起']);
const TERM_UNITS: ReadonlySet<string> = new Set(['个月', '天', '小时', '分钟']);
const MAX_SPOKEN = 10;
const HINT = /\d|百分之|[一二三四五六七八九十百千][件票名人元万亿户]/;
const BEFORE_TARGET = /(?:目标|预期|力争|确保|拟|预计|计划(?!单列|生育))[^,，。;；]{0,12}$/;
/** Of a paragraph above a sentence, in UTF-16 units. */
const MAX_ABOVE = 240;
/** The year that a figure is of and the year of the article. */
const FUTURE = /^(\d{4})/;

/** The figures of one sentence that state something, with what they are of. `before` is the folded sentence before it. */
export function drawFigures(article: Article, sentence: Span, before: string, isEnglish: boolean): FoundFigure[] {
  const printed = article.text.slice(sentence.start, sentence.end);
  const folded = fold(printed);
  if (!(isEnglish ? /\d/ : HINT).test(folded)) return [];
  const figures = isEnglish ? [] : joinRanges(folded, findFigures(printed)).filter((figure) => counts(figure, folded));
  if (!isEnglish && figures.length === 0) return [];
  const { titleYear, recordYear } = yearsOf(article);
  const year = governingYear(article, sentence.start, '') ?? titleYear ?? recordYear;
  if (isEnglish) return drawEnglishFigures(printed, folded, year, recordYear).map(({ at, ...figure }) => ({ ...figure, at: sentence.start + at }));
  const above = aboveInParagraph(article.text, sentence.start);
  const times = namedTimes(above + folded, recordYear);
  const clauses = splitClauses(folded, { start: 0, end: folded.length });
  const inPlan = isInPlan(article, sentence.start);
  const found: FoundFigure[] = [];
  let own: FigureSubject = { subject: '', change: 'level' };
  for (const [index, figure] of figures.entries()) {
    own = figureSubject(printed, figures, index, own);
    if (!/[\u3400-\u9fffA-Za-z]/.test(own.subject)) continue;
    const clauseEnd = clauses.find(({ start, end }) => start <= figure.start && figure.start < end)?.end ?? folded.length;
    const period = figurePeriod(above + folded.slice(0, figure.start), times, year);
    const isTarget = isSet({ lead: folded.slice(figures[index - 1]?.end ?? 0, figure.start), after: folded.slice(figure.end, figure.end + 12), said: folded.slice(0, clauseEnd), sentence: folded, before, inPlan });
    const isFuture = recordYear !== null && Number(FUTURE.exec(period)?.[1] ?? 0) > recordYear;
    const whole = withBound(printed, figure);
    found.push({ value: tidy(figure.value), upTo: tidy(figure.upTo), unit: figure.unit, bound: figure.bound, ...own, printed: whole, kind: isTarget || isFuture ? 'target' : 'result', period, at: sentence.start + figure.start });
  }
  return found;
}

/** 1.1亿至1.2亿立方米: two figures with their own multipliers are one range. */
function joinRanges(folded: string, figures: readonly Figure[]): Figure[] {
  const joined: Figure[] = [];
  for (const figure of figures) {
    const last = joined.at(-1);
    if (last?.unit === '' && last.value === last.upTo && figure.value > last.value && /^\s*(?:至|到|[-~—－])\s*$/.test(folded.slice(last.end, figure.start))) joined[joined.length - 1] = { ...figure, start: last.start, value: last.value, upTo: figure.value };
    else joined.push(figure);
  }
  return joined;
}

/** An English year stands behind its figure more often than before it: grew by 5 percent in 2024. */
function drawEnglishFigures(printed: string, folded: string, year: number | null, recordYear: number | null): FoundFigure[] {
  const years = [...folded.matchAll(/\b(?:in|for|by|during|of|since|until) (?:the year )?((?:19|20)\d\d)\b/g)].map(({ 1: named, index }) => ({ at: index, year: Number(named) }));
  const times = namedTimes(folded, recordYear);
  return englishFigures(printed).map(({ start, end, isTarget, ...figure }) => {
    const named = years.findLast(({ at }) => at < start) ?? years.find(({ at }) => at >= end);
    const period = figurePeriod(folded.slice(0, start), times, named?.year ?? year);
    const isFuture = recordYear !== null && Number(FUTURE.exec(period)?.[1] ?? 0) > recordYear;
    return { ...figure, printed: printed.slice(start, end), kind: isTarget || isFuture ? 'target' : 'result', period, at: start };
  });
}

const yearsKnown = new WeakMap<Article, { titleYear: number | null; recordYear: number | null }>();

/** The year that the title names, and that of the record itself. */
function yearsOf(article: Article): { titleYear: number | null; recordYear: number | null } {
  let years = yearsKnown.get(article);
  if (years === undefined) {
    const titleYear = findDates(article.title)[0]?.year ?? null;
    years = { titleYear, recordYear: article.date === null ? titleYear : Number(article.date.slice(0, 4)) };
    yearsKnown.set(article, years);
  }
  return years;
}

/** What stands before a sentence in its paragraph, folded: it says of which time the paragraph speaks. */
function aboveInParagraph(text: string, at: number): string {
  return fold(text.slice(Math.max(text.lastIndexOf('\n', at - 1) + 1, at - MAX_ABOVE), at));
}

/** 2.3 × 10⁸ is not 229999999.99999997. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

function counts({ unit, value, start, end }: Figure, folded: string): boolean {
  if (NO_UNIT.has(unit)) return /[万亿]$/.test(folded.slice(start, end));
  const isWords = !/\d/.test(folded.slice(start, end));
  // 5个月内 is a term, not a length.
  if (TERM_UNITS.has(unit) && /^(?:以?内|后|前)/.test(folded.slice(end))) return false;
  return !(isWords && ((value === 1 && unit !== '%') || (value <= MAX_SPOKEN && SPOKEN.has(unit))));
}

/** What is right around the figure decides; else the part of the report it stands in, else how the sentence speaks. */
function isSet({ lead, after, said, sentence, before, inPlan }: Record<'lead' | 'after' | 'said' | 'sentence' | 'before', string> & { inPlan: boolean }): boolean {
  const clause = /[^,，;；。:：]*$/.exec(lead)?.[0] ?? '';
  if (OF_TARGET.test(after) || (BEFORE_TARGET.test(clause) && !/完成|超(?:过|额)|高于|低于/.test(clause))) return true;
  if (tellsResult(clause) || /完成[^,，]{0,6}$|高于|低于/.test(clause)) return false;
  const target = targetness(said, before);
  return setsTarget(target, sentence) || (inPlan && !/同比|比上年|已经|去年/.test(sentence));
}

/** A figure with the words that bound it (超800万公顷, 5%左右). */
export function withBound(text: string, { start, end }: Span): string {
  const before = /(?:不超过|不低于|不少于|不高于|超过?|约|近|逾|突破|至少)$/.exec(text.slice(0, start))?.[0] ?? '';
  const after = /^(?:左右|以上|以下|以内|多|余)/.exec(text.slice(end))?.[0] ?? '';
  return `${before}${text.slice(start, end).trim()}${after}`;
}
