import type { Word } from './word.js';
import { GENERIC_HEAD } from './word-classes.js';

/** A stretch of words `from` to `to` (exclusive) that names one matter. */
export interface Run {
  from: number;
  to: number;
  /** Where the generic head (预期目标) begins; `to` when there is none. */
  headAt: number;
}

/** Nouns joined by 的, 和 and 、, from left to right; a verb belongs to a run when its clause modifies a noun of it (立案的提案). */
export function matterRuns(words: readonly Word[]): Run[] {
  const runs: Run[] = [];
  for (let index = 0; index < words.length; index++) {
    if (!isMatter(words[index])) continue;
    let to = index + 1;
    while (to < words.length) {
      if (isMatter(words[to])) to++;
      else if (isJoin(words[to]) && isMatter(words[to + 1])) to += 2;
      else break;
    }
    let headAt = to;
    while (headAt > index && GENERIC_HEAD.test(words[headAt - 1]?.folded ?? '')) headAt--;
    runs.push({ from: index, to, headAt });
    index = to;
  }
  return runs;
}

function isMatter(word: Word | undefined): boolean {
  return word !== undefined && (word.role === 'noun' || word.role === 'document' || word.role === 'ordinal');
}

function isJoin(word: Word | undefined): boolean {
  return word !== undefined && /^(?:的|和|与|及|、|:|：|\(|（|\)|）)$/.test(word.folded);
}
