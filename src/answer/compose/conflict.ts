import { findDates } from '../../language/dates.js';
import { findFigures, type Figure } from '../../language/figures.js';
import { fold } from '../../language/fold.js';
import { dice } from '../../language/likeness.js';
import { figuresAgree } from '../../language/values.js';
import type { Intent } from '../intent.js';
import type { Cut, Draft } from './draft.js';

/** A clause of the record that gives one figure, with what tells of which time and meeting it is. */
export interface Stated {
  /** Printed clause or clauses with the figure and its subject. */
  text: string;
  /** Year that governs it where the clause names none. */
  year: number | null;
  /** ISO date and meeting of the record; empty where unknown. */
  date: string;
  meeting: string;
  isTarget: boolean;
}

/** Likeness (Dice over bigrams, figures and dates left out) from which two clauses speak of the same thing. */
const SAME_MATTER = 0.72;
/** Scopes and stretches of time: of another one another figure is right. */
const SCOPES: readonly RegExp[] = [/全国/, /全省|我省|省级/, /全市|我市|市级/, /市区|城区|市辖区/, /全区|区级/, /全县|县级|县域/, /农村|乡村/, /城镇|城市/, /累计|共计|合计|总(?:数|量|额|计)/, /其中|部分/, /新增|新建|净增/, /人均/, /年均/, /上半年|下半年|前三季度|[一二三四]季度|\d{1,2}-?\d{0,2}月/, /规模以上|规上|限额以上/, /截至|到.{0,8}(?:为止|时)/, /比|同比|环比|较/, /预计|预期|力争|计划|拟/, /实际|完成|实现/, /超过|以上|不低于|不少于|以内|不超过/, /占/];

/** The figure both clauses differ in, where the same thing of the same time is said with two values; null else. */
export function conflictOf(a: Stated, b: Stated): { a: Figure; b: Figure } | null {
  if (a.isTarget !== b.isTarget || !isSameTime(a, b)) return null;
  const [one, other] = [a, b].map(({ text }) => fold(text));
  if (one === undefined || other === undefined || SCOPES.some((scope) => scope.test(one) !== scope.test(other))) return null;
  const figuresOfOne = findFigures(one);
  const figuresOfOther = findFigures(other);
  // Several figures in a clause may be of several things.
  const [first] = figuresOfOne;
  const [second] = figuresOfOther;
  if (figuresOfOne.length !== 1 || figuresOfOther.length !== 1 || first === undefined || second === undefined) return null;
  if (figuresAgree(first, second) !== 'different' || figuresAgree(second, first) !== 'different' || isRounded(first, second)) return null;
  return dice(matterOf(one, first), matterOf(other, second)) >= SAME_MATTER ? { a: first, b: second } : null;
}

/** Both statements with the date of each record, newest first as given, under a line that says they differ. */
export function conflictDraft(records: readonly { cut: Cut; date: string }[], language: Intent['language']): Draft {
  const isChinese = language === 'zh';
  const label = (date: string): string => (date === '' ? (isChinese ? '一处记录：' : 'One record: ') : isChinese ? `${date}的记录：` : `Record of ${date}: `);
  return { kind: 'cuts', verdict: null, lead: isChinese ? '记录说法不一致：\n' : 'The records differ:\n', cuts: records.map(({ cut, date }) => ({ ...cut, label: label(date) })) };
}

/** What is said without its figure and its dates. */
function matterOf(folded: string, figure: Figure): string {
  let text = folded.slice(0, figure.start) + folded.slice(figure.end);
  for (const { start, end } of findDates(text).toReversed()) text = text.slice(0, start) + text.slice(end);
  return text.replace(/[\s\p{P}\p{S}]/gu, '').replace(/[了共约达到为是]/g, '');
}

/** Both say the same year, or neither says one and they are records of one meeting or day. */
function isSameTime(a: Stated, b: Stated): boolean {
  const years = (text: string): string => [...new Set(findDates(text).map(({ iso }) => iso))].sort().join();
  const [one, other] = [years(a.text), years(b.text)];
  if (one !== other) return false;
  if (one !== '') return true;
  if (a.meeting !== '' && b.meeting !== '') return a.meeting === b.meeting;
  return (a.year === b.year && a.year !== null) && (a.date === b.date || a.date === '' || b.date === '');
}

/** 430亿 and 429.8亿: one is the other with fewer digits. */
function isRounded(a: Figure, b: Figure): boolean {
  const [x, y] = [Math.abs(a.value), Math.abs(b.value)];
  if (x === y) return true;
  const rough = digitsOf(x) < digitsOf(y) ? x : y;
  const fine = rough === x ? y : x;
  return digitsOf(x) !== digitsOf(y) && Number(fine.toPrecision(Math.max(1, digitsOf(rough)))) === rough;
}

function digitsOf(value: number): number {
  return String(Number(value.toPrecision(12))).replace(/^0+|\.|0+$/g, '').replace(/^0+/, '').length || 1;
}
