const NAMED = /目标(?:是|为|.{0,8}[:：])|今年.{0,24}(?:目标|拟|安排)|拟按|力争|预期(?:增长|目标)/;
const INTENDED = /目标|预期|力争|拟按|计划|今年.{0,12}(?:增长|达到|完成)|安排|确保|要求|务必|须在|底前|前完成|控制在|以内|不(?:超过|低于|少于)|要(?:达到|实现|完成)/;
/** What is over: 已经完成, 实际增长, 增长了. */
const RESULT = /已经?(?!立案)|实际|(?:完成|增长|达到|实现|增加|提高|下降|建成|稳定)了|如期完成|顺利完成|圆满完成/;
const SET = /目标|预期|力争|拟按|计划|将(?!军|近)|打算|要(?:完成|达到|实现|建|打造|推进)|稳定在/;
/** A word of intention that a record uses of what was done already. */
const REPORTED = /已|完成了|实现了|达到了|顺利|超额|同比|比上年|回顾|目标任务(?:全面)?完成/;

/**
 * How surely a clause sets a target and does not report a result: 0.7 for 目标是…, 0.1 for a word of intention near by,
 * -0.7 for none. `sentence` is the folded sentence up to the clause's end, `before` the sentence before it.
 */
export function targetness(sentence: string, before: string): number {
  if (NAMED.test(sentence) || (NAMED.test(before) && /[:：]$/.test(before))) return 0.7;
  return INTENDED.test(sentence) || INTENDED.test(before) ? 0.1 : -0.7;
}

/** Whether a sentence with this target-ness sets a target and does not report on one. */
export function setsTarget(target: number, sentence: string): boolean {
  return !REPORTED.test(sentence) && (target > 0.5 || (target > 0 && SET.test(sentence)));
}

/** Whether folded words tell what came about: 已经, 实际, 增长了. */
export function tellsResult(text: string): boolean {
  return RESULT.test(text);
}

/** Whether a statement tells a result (已经, 实际, 增长了) where a clause with this target-ness only sets a target. */
export function isOnlyIntended(claimed: string, target: number, sentence: string): boolean {
  return tellsResult(claimed) && !/目标|计划|力争|预期/.test(claimed) && setsTarget(target, sentence);
}
