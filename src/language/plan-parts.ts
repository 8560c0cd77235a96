import type { Article } from '../domain/corpus.js';

/** A line that opens a part of a report: 二、2025年目标任务, ## 今年工作安排. */
const PART = /^(?:#{1,4}\s*|第[一二三四五六七八九十]+部分|[一二三四五六七八九十]{1,3}[、.．]).{2,40}$/gm;
const PLANS = /目标|任务|安排|重点工作|工作部署|总体要求|打算|计划|展望|下一步/;
const LOOKS_BACK = /回顾|成绩|成效|完成情况|执行情况|进展|总结/;

const partsOf = new WeakMap<Article, { offset: number; isPlan: boolean }[]>();

/** Whether the part of an article that an offset lies in says what is to be done: its heading speaks of targets or tasks and does not look back. */
export function isInPlan(article: Article, offset: number): boolean {
  let parts = partsOf.get(article);
  if (parts === undefined) {
    parts = [...article.text.matchAll(PART)].map(({ 0: heading, index }) => ({ offset: index, isPlan: PLANS.test(heading) && !LOOKS_BACK.test(heading) }));
    partsOf.set(article, parts);
  }
  return parts.findLast((part) => part.offset < offset)?.isPlan ?? false;
}
