import type { Span } from '../../../language/sentences.js';

const UNNAMED = /^[\s,，]*(?:(?:分别)?占(?:比)?|同比|环比|比上年|增长|下降|达到?|为|约|超过?|的|\s)*$/;

/** What stands around a figure, up to the marks on either side; what stands between two figures belongs to the second (从5个增加到9个). */
export function segmentAround(text: string, figures: readonly Span[], at: number): string {
  const index = figures.findIndex(({ start, end }) => start <= at && at < end);
  const own = figures[index];
  if (own === undefined) return text;
  const before = figures[index - 1];
  let from = Math.max(before?.end ?? 0, lastMark(text, own.start));
  // 30件，占20%: what names the one names the other.
  if (before !== undefined && UNNAMED.test(text.slice(from, own.start))) from = Math.max(figures[index - 2]?.end ?? 0, lastMark(text, before.start));
  const next = figures[index + 1]?.start ?? Infinity;
  const mark = own.end + (text.slice(own.end) + ',').search(/[,，;；、。:：]/);
  // 办理的60件建议分为三类: the noun behind the measure word is counted by it.
  const counted = next < mark ? (/^[\u4e00-\u9fff]{0,6}?(?=增|减|提高|上升|下降|升|降|扩|变|占|比|分|其中|和|及|、|的|到|至|中|里)/.exec(text.slice(own.end, next))?.[0].length ?? 0) : 0;
  return text.slice(from, next < mark ? own.end + counted : mark);
}

function lastMark(text: string, before: number): number {
  return Math.max(...[',', '，', ';', '；', '、', '。', ':', '：'].map((mark) => text.lastIndexOf(mark, before - 1) + 1));
}

/** A figure that says how much more or less than something else, not how much. */
export function isCompared(own: string, at: number): boolean {
  return /比[^,，。;；]{0,10}(?:多|少|增加|增|减少|减|高|低|提高|降低|扩大)了?(?:约|近)?$/.test(own.slice(0, at));
}

/** What a segment says of its figure beyond the words asked (渔业类 of 提案): a part is not the whole. */
export function unasked(segment: string, asked: string): number {
  const rest = segment.replace(/[\d.,%\s]|[的了共有为是占达到约超过完成等将在从于和与及中里上年月日]/g, '');
  const extra = [...rest].filter((character) => /[\u4e00-\u9fff]/.test(character) && !asked.includes(character)).length;
  return 0.02 * Math.min(10, extra);
}
