/**
 * `vectors.labels`: for each label of the graph the passage row it stands for, 32-bit little-endian. The graph numbers vectors
 * in the order they were ever added and only marks deleted ones, so that a small change of the corpus need not build it anew.
 */
export type Labels = Uint32Array;

/** Stands where a label is marked deleted. */
export const DELETED = 0xffffffff;

/** True when every row from 0 to `rowCount - 1` has exactly one label and no label leads elsewhere. */
export function areComplete(labels: Labels, rowCount: number): boolean {
  const isSeen = new Uint8Array(rowCount);
  let seen = 0;
  for (const row of labels) {
    if (row === DELETED) continue;
    if (row >= rowCount || isSeen[row] === 1) return false;
    isSeen[row] = 1;
    seen++;
  }
  return seen === rowCount;
}
