import type { EvidenceText } from './evidence-text.js';

/** A stretch of the statement that stands in the evidence word for word; `at` is its offset there, `end` behind its last character of the statement. */
export interface Piece {
  start: number;
  end: number;
  at: number;
}

/** Shortest stretch that counts as said: single characters stand anywhere. */
const SHORTEST = 2;

/**
 * Covers a folded statement with the longest stretches that stand in `source`, left to right. What follows the last stretch in the
 * source is tried first, so that a sentence told in its own order stays one run.
 */
export function coverBy(statement: string, source: string): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  while (start < statement.length) {
    const piece = longestAt(statement, start, source, pieces.at(-1));
    if (piece === null) start++;
    else {
      pieces.push(piece);
      start = piece.end;
    }
  }
  return pieces;
}

function longestAt(statement: string, start: number, source: string, last: Piece | undefined): Piece | null {
  let best: Piece | null = null;
  const behind = last === undefined ? -1 : last.at + (last.end - last.start);
  for (let at = source.indexOf(statement.slice(start, start + SHORTEST)); at >= 0 && start + SHORTEST <= statement.length; at = source.indexOf(statement.slice(start, start + SHORTEST), at + 1)) {
    let length = SHORTEST;
    while (start + length < statement.length && source[at + length] === statement[start + length]) length++;
    const isLonger = best === null || length > best.end - best.start;
    const isNearer = best !== null && length === best.end - best.start && Math.abs(at - behind) < Math.abs(best.at - behind);
    if (isLonger || isNearer) best = { start, end: start + length, at };
  }
  return best;
}

/** Everything that a statement may take words from. */
export function sourceOf({ body, head }: EvidenceText): string {
  return `${body}\n${head}`;
}
