import type { Clock } from './clock.js';

/** Telegram shows "typing" for 5 seconds. */
const REPEAT_MS = 4_000;

/** Shows that an answer is being written, from `afterMs` on until the returned function is called. */
export function keepTyping(show: () => Promise<void>, clock: Clock, afterMs = 0): () => void {
  const controller = new AbortController();
  void repeat();
  return () => {
    controller.abort();
  };

  async function repeat(): Promise<void> {
    if (afterMs > 0) await clock.pause(afterMs, controller.signal);
    while (!controller.signal.aborted) {
      void show();
      await clock.pause(REPEAT_MS, controller.signal);
    }
  }
}
