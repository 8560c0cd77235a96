import type { Clock } from '../../src/telegram/clock.js';

export interface ManualClock extends Clock {
  /** Ends every pause that is due by then. */
  advance(ms: number): void;
  /** Resolves while `count` pauses of exactly `ms` are running, so that a test knows when to advance. */
  pausing(ms: number, count?: number): Promise<void>;
  /** Ends every pause of 150 ms or less at once, as when only order matters. */
  hurry(): void;
}

/** A clock that moves only when the test says so. */
export function createManualClock(): ManualClock {
  let time = 1_000_000;
  let isHurried = false;
  const pauses = new Set<{ ms: number; until: number; end(): void }>();
  const watchers = new Set<() => void>();
  return {
    now: () => time,
    utcMs: () => Date.UTC(2025, 0, 1) + time,
    pause: (ms, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted === true || (isHurried && ms <= 150)) {
          setImmediate(resolve);
          return;
        }
        const pause = { ms, until: time + ms, end };
        pauses.add(pause);
        signal?.addEventListener('abort', end, { once: true });
        for (const look of watchers) look();
        function end(): void {
          pauses.delete(pause);
          signal?.removeEventListener('abort', end);
          resolve();
        }
      }),
    advance(ms) {
      time += ms;
      for (const pause of [...pauses]) if (pause.until <= time) pause.end();
    },
    pausing: (ms, count = 1) =>
      new Promise((resolve) => {
        const look = () => {
          if ([...pauses].filter((pause) => pause.ms === ms).length < count) return;
          watchers.delete(look);
          resolve();
        };
        watchers.add(look);
        look();
      }),
    hurry() {
      isHurried = true;
      for (const pause of [...pauses]) if (pause.ms <= 150) pause.end();
    },
  };
}
