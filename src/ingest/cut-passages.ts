import type { Article, LineMark, Passage, SourcePlace } from '../domain/corpus.js';
import { passageIdOf } from '../domain/ids.js';
import type { Span } from '../language/sentences.js';
import { articleBlocks, type Block } from './article-blocks.js';

/** Changes whenever the same text would be cut, repaired or described differently: documents are then read anew. */
export const CUTTER_VERSION = 'cut-1';
/** A sentence longer than this is cut at a comma. */
export const MAX_SENTENCE_CHARS = 500;
const MIN_CHARS = 150;
const MAX_CHARS = 450;
const TARGET_CHARS = 300;
/** Presenter, conclusion and open points of one agenda item are one answer: they stay together up to this. */
const MAX_TOPIC_CHARS = 700;

/** Sentences that are longer than a passage may be. */
export function longSentences(article: Pick<Article, 'text'>): Span[] {
  return articleBlocks(article.text).filter(({ start, end }) => end - start > MAX_SENTENCE_CHARS);
}

/**
 * Passages of an article in order: about 150 to 450 characters, borders at sentences, headings with what they head,
 * agenda items whole. They hold all of the text but white space. `breaks` are further offsets at which an overlong
 * sentence may be cut.
 */
export function cutPassages(article: Article, breaks: readonly number[] = []): Passage[] {
  const blocks = articleBlocks(article.text).flatMap((block) => cutAt(article.text, block, breaks));
  return runsOf(blocks).flatMap(bestCut).map((run, ordinal) => {
    const start = (run[0]!).start;
    const end = (run.at(-1)!).end;
    const text = article.text.slice(start, end);
    const heading = (run.find((block) => !block.isHeading) ?? (run.at(-1)!)).path.join(' / ');
    return { passageId: passageIdOf(article.articleId, ordinal, text), articleId: article.articleId, ordinal, start, end, text, heading, place: placeOf(article, start, end) };
  });
}

/** Lines and page of a span, from the line marks of the article. */
function placeOf(article: Article, start: number, end: number): SourcePlace {
  const first = markAt(article.lines, start);
  return { file: article.file, page: first.page, startLine: first.line, endLine: markAt(article.lines, end - 1).line };
}

function markAt(marks: readonly LineMark[], offset: number): LineMark {
  let low = 0;
  let high = marks.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((marks[middle]!).offset <= offset) low = middle;
    else high = middle - 1;
  }
  return marks[low] ?? { offset: 0, line: 1, page: null };
}

function cutAt(text: string, block: Block, breaks: readonly number[]): Block[] {
  const inside = breaks.filter((offset) => offset > block.start && offset < block.end);
  const edges = [block.start, ...new Set(inside), block.end];
  return edges.slice(1).map((edge, index) => {
    const start = edges[index]!;
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

/** The cheapest way to cut a run into passages (dynamic programming over the borders). */
function bestCut(run: readonly Block[]): Block[][] {
  const length = (from: number, to: number): number => (run[to - 1]!).end - (run[from]!).start;
  if (run[0]?.topic !== null && length(0, run.length) <= MAX_TOPIC_CHARS) return [[...run]];
  const cost: number[] = [0];
  const from: number[] = [0];
  for (let to = 1; to <= run.length; to++) {
    cost[to] = Infinity;
    let crossed = 0;
    for (let start = to - 1; start >= 0; start--) {
      const chars = length(start, to);
      if (chars > 2 * MAX_CHARS && start < to - 1) break;
      const border = start === 0 ? 0 : (run[start]!).cutCost;
      // A passage far too long is still better than a heading torn from its text, so "never" weighs much but not infinitely.
      const total = (cost[start]!) + Math.min(border, 5000) + crossed + sizeCost(chars);
      if (total < (cost[to]!)) {
        cost[to] = total;
        from[to] = start;
      }
      crossed += (run[start]!).crossCost;
    }
  }
  const passages: Block[][] = [];
  for (let to = run.length; to > 0; to = from[to]!) passages.unshift(run.slice(from[to], to));
  return passages;
}

/** Every passage costs a little, so that short paragraphs are gathered; too long costs most. */
function sizeCost(chars: number): number {
  if (chars > MAX_CHARS) return 60 + (chars - MAX_CHARS) * 4;
  if (chars < MIN_CHARS) return 40 + (MIN_CHARS - chars);
  return 20 + Math.abs(chars - TARGET_CHARS) * 0.1;
}
