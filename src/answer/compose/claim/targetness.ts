const NAMED = /目标(?:是|为|.{0,8}[:：])|今年.{0,24}(?:目标|拟|安排)|拟按|力争|预期(?:增长|目标)/;
const INTENDED = /目标|预期|力争|拟按|计划|今年.{0,12}(?:增长|达到|完成)|安排|确保|要(?:达到|实现)/;

/**
 * How surely a clause sets a target and does not report a result: 0.7 for 目标是…, 0.1 for a word of intention near by,
 * -0.7 for none. `sentence` is the folded sentence up to the clause's end, `before` the sentence before it.
 */
export function targetness(sentence: string, before: string): number {
  if (NAMED.test(sentence) || (NAMED.test(before) && /[:：]$/.test(before))) return 0.7;
  return INTENDED.test(sentence) || INTENDED.test(before) ? 0.1 : -0.7;
}
