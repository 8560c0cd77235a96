const FIRST_MS = 500;
const LONGEST_MS = 5_000;

/** Pause in milliseconds before the next try after `failures` (from 1) in a row: 0.5 s, doubled each time, 5 s at most. */
export function backoffMs(failures: number): number {
  return Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 10));
}
