import { findFigures } from '../../../language/figures.js';
import { splitSentences, type Span } from '../../../language/sentences.js';
import type { ReadFigure } from './arithmetic.js';

/** One of several like things with its figure. */
export interface SeriesItem extends ReadFigure, Span {
  label: string;
}

/** Like items of one unit inside one sentence or one list; offsets are those of the text. */
export interface Series extends Span {
  unit: string;
  items: SeriesItem[];
}

const BULLET = /^(?:[-*•·●]\s*|[(（]?\d{1,2}[)）.、．]\s*|[一二三四五六七八九十]{1,2}[、是]\s*)/;
/** What stands between a label and its figure. */
const LINK = /(?:分别)?(?:共有?|有|为|是|占(?:立案提案|总数|全部)?的?|达到?|完成|增长|提高|下降|约|超过?|:|：|\s)+$/;
const FRAME = /^(?:其中|在.{1,14}[中里][,，]?|\d{4}年度?(?:全国|全市|全年|全省)?|全年|全国|全市)+/;

/** Every series of at least two labelled figures of one unit in a text. */
export function findSeries(text: string): Series[] {
  return blocksOf(text).flatMap((block) => seriesOf(text, block));
}

/** Sentences on their own, and runs of list lines together. */
function blocksOf(text: string): Span[][] {
  const blocks: Span[][] = [];
  let run: Span[] = [];
  for (const sentence of splitSentences(text)) {
    if (BULLET.test(text.slice(sentence.start, sentence.end))) {
      run.push(sentence);
      continue;
    }
    if (run.length > 0) blocks.push(run);
    run = [];
    blocks.push([sentence]);
  }
  if (run.length > 0) blocks.push(run);
  return blocks;
}

function seriesOf(text: string, block: readonly Span[]): Series[] {
  const byUnit = new Map<string, SeriesItem[]>();
  for (const line of block) {
    const printed = text.slice(line.start, line.end);
    let from = BULLET.exec(printed)?.[0].length ?? 0;
    let label = '';
    for (const figure of findFigures(printed)) {
      const own = labelOf(printed.slice(from, figure.start));
      // 渔业类30件，占20%: the share is said of the same thing.
      if (own !== '') label = own;
      from = figure.end;
      if (label === '') continue;
      const items = byUnit.get(figure.unit) ?? [];
      if (items.some((item) => item.label === label)) continue;
      items.push({ label, figure, printed: printed.slice(figure.start, figure.end).trim(), start: line.start + figure.start, end: line.start + figure.end });
      byUnit.set(figure.unit, items);
    }
  }
  const start = block[0]?.start ?? 0;
  const end = block.at(-1)?.end ?? start;
  return [...byUnit].filter(([, items]) => items.length >= 2).map(([unit, items]) => ({ unit, items, start, end }));
}

/** The words that name what a figure counts: the last clause before it, without frame and link. */
function labelOf(before: string): string {
  const clause = before.slice(Math.max(...['，', ',', '；', ';', '、', '。', '：', ':', '%'].map((mark) => before.lastIndexOf(mark))) + 1);
  return clause.replace(LINK, '').replace(FRAME, '').replace(LINK, '').trim();
}
