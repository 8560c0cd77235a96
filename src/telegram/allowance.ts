import type { Clock } from './clock.js';

/** Lets at most `most` through at once and `perSecond` in the long run. */
export function createAllowance(clock: Pick<Clock, 'now'>, { most, perSecond }: { most: number; perSecond: number }): () => boolean {
  let left = most;
  let countedAtMs = clock.now();
  return () => {
    const nowMs = clock.now();
    left = Math.min(most, left + ((nowMs - countedAtMs) / 1000) * perSecond);
    countedAtMs = nowMs;
    if (left < 1) return false;
    left--;
    return true;
  };
}
