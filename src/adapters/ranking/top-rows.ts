/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index is below the length of the heap */
import type { ScoredRow } from '../../ports/generation.js';

/** Keeps the best rows of a scan without sorting the rest. */
export interface TopRows {
  /** A row scored below this is certain not to be kept; minus infinity until the limit is reached. */
  readonly threshold: number;
  offer(row: number, score: number): void;
  /** Best first; equal scores by rising row, so that the same question always gets the same order. */
  sorted(): ScoredRow[];
}

/** A bounded binary heap with the worst kept row on top. A `limit` below 1 keeps nothing, a fraction is cut off. */
export function createTopRows(limit: number): TopRows {
  const size = limit >= 1 ? Math.trunc(limit) : 0;
  const heap: ScoredRow[] = [];
  let threshold = size === 0 ? Infinity : -Infinity;

  function siftDown(): void {
    const moving = heap[0]!;
    let hole = 0;
    for (;;) {
      let child = 2 * hole + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && isWorse(heap[child + 1]!, heap[child]!)) child++;
      if (!isWorse(heap[child]!, moving)) break;
      heap[hole] = heap[child]!;
      hole = child;
    }
    heap[hole] = moving;
  }

  function siftUp(): void {
    let hole = heap.length - 1;
    const moving = heap[hole]!;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      if (!isWorse(moving, heap[parent]!)) break;
      heap[hole] = heap[parent]!;
      hole = parent;
    }
    heap[hole] = moving;
  }

  return {
    get threshold() {
      return threshold;
    },
    offer(row, score) {
      if (score < threshold || size === 0) return;
      const offered = { row, score };
      if (heap.length < size) {
        heap.push(offered);
        siftUp();
      } else if (isWorse(heap[0]!, offered)) {
        heap[0] = offered;
        siftDown();
      }
      if (heap.length === size) threshold = heap[0]!.score;
    },
    sorted() {
      return [...heap].sort((left, right) => right.score - left.score || left.row - right.row);
    },
  };
}

function isWorse(left: ScoredRow, right: ScoredRow): boolean {
  return left.score < right.score || (left.score === right.score && left.row > right.row);
}
