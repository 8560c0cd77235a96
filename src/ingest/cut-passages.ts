import { placeWithPage, type Article, type LineMark, type Passage, type SourcePlace } from '../domain/corpus.js';
import { passageIdOf } from '../domain/ids.js';
import type { Span } from '../language/sentences.js';
import { articleBlocks, type Block } from './article-blocks.js';
import { cheapestCut } from './cheapest-cut.js';

/** Changes whenever the same text would be cut, repaired or described differently: documents are then read anew. */
export const CUTTER_VERSION = 'cut-8';
/** A sentence longer than this is cut at a comma. */
export const MAX_SENTENCE_CHARS = 500;
/** Presenter, conclusion and open points of one agenda item are one answer: they stay together up to this. */
const MAX_TOPIC_CHARS = 700;

const LONG_LINE = new RegExp(`[^\\n]{${MAX_SENTENCE_CHARS + 1}}`);

/** Sentences that are longer than a passage may be. */
export function longSentences(article: Pick<Article, 'text'>): Span[] {
  // No sentence is longer than its line: most articles need not be looked at twice.
  if (!LONG_LINE.test(article.text)) return [];
  return articleBlocks(article.text).filter(({ start, end }) => end - start > MAX_SENTENCE_CHARS);
}

/**
 * Passages of an article in order: about 150 to 450 characters, borders at sentences, headings with what they head,
 * agenda items whole. They hold all of the text but white space. `breaks` are further offsets at which an overlong
 * sentence may be cut.
 */
export function cutPassages(article: Article, breaks: readonly number[] = []): Passage[] {
  const blocks = articleBlocks(article.text).flatMap((block) => cutAt(article.text, block, breaks));
  return runsOf(blocks).flatMap(cutRun).map((run, ordinal) => {
    const { start, end } = spanOf(run);
    const text = article.text.slice(start, end);
    const heading = (run.find((block) => !block.isHeading) ?? run.at(-1))?.path.join(' / ') ?? '';
    return { passageId: passageIdOf(article.articleId, ordinal, text), articleId: article.articleId, ordinal, start, end, text, heading, place: placeOf(article, start, end) };
  });
}

/** Lines and page of a span, from the line marks of the article. */
function placeOf(article: Article, start: number, end: number): SourcePlace {
  const first = markAt(article.lines, start);
  return placeWithPage(article.file, first.page, first.line, markAt(article.lines, end - 1).line);
}

/** The last mark at or before the offset; marks stand in order. */
function markAt(marks: readonly LineMark[], offset: number): LineMark {
  let low = 0;
  let high = marks.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((marks[middle]?.offset ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return marks[low] ?? { offset: 0, line: 1, page: null };
}

/** The block in one or more pieces, each without white space at its ends. */
function cutAt(text: string, block: Block, breaks: readonly number[]): Block[] {
  const inside = breaks.filter((offset) => offset > block.start && offset < block.end);
  const edges = [block.start, ...new Set(inside), block.end];
  return edges.slice(1).map((edge, index) => {
    const start = edges[index] ?? block.start;
    const end = start + text.slice(start, edge).trimEnd().length;
    return { ...block, start, end, ...(index === 0 ? {} : { cutCost: 0, crossCost: 0 }) };
  });
}

/** Blocks between borders that are always kept. */
function runsOf(blocks: readonly Block[]): Block[][] {
  const runs: Block[][] = [];
  for (const block of blocks) {
    if (block.crossCost === Infinity || runs.length === 0) runs.push([block]);
    else runs.at(-1)?.push(block);
  }
  return runs;
}

function cutRun(run: readonly Block[]): Block[][] {
  const { start, end } = spanOf(run);
  return run[0]?.topic !== null && end - start <= MAX_TOPIC_CHARS ? [[...run]] : cheapestCut(run);
}

function spanOf(run: readonly Block[]): Span {
  return { start: run[0]?.start ?? 0, end: run.at(-1)?.end ?? 0 };
}
