import { fileURLToPath } from 'node:url';
import { openThreadPool, type ThreadPool, usualThreads } from './adapters/threads/thread-pool.js';
import type { Config } from './config.js';
import { type BoundHouse, bindHouse } from './wiring.js';

/** The built one, also when the program runs from its sources: a thread starts without what reads TypeScript. */
const THREAD = fileURLToPath(new URL('../dist/answer-thread.js', import.meta.url));
/** Calls in hand of all threads together, as many as the bot asks at the same time; what is more waits for whichever thread is free first. */
const CALLS_AT_ONCE = 16;

/**
 * A house for the service: what takes thought is done in threads, each with the index open for itself, so that reading and sending never
 * wait for it. A question that comes again gets the answer that was logged. `close` ends the threads after the calls they have in hand.
 */
export function bindThreadedHouse(config: Config, onNotice: (line: string) => void): BoundHouse {
  // What is left to this thread shows passages and does not search.
  const house = bindHouse(config, onNotice, { isGraphReadLate: true });
  // One where a model writes: it waits more than it thinks, and what a model may cost and when it is left alone is counted in one place.
  const threads = config.answerThreads ?? (config.model === null ? usualThreads() : 1);
  // Started by the first call: whoever serves opened the index by then, or built it, which no thread should begin on its own.
  let pool: ThreadPool | null = null;
  const call = <T>(name: keyof BoundHouse, given: readonly unknown[], hear?: (told: unknown) => void): Promise<T> => {
    pool ??= openThreadPool({ module: THREAD, threads, callsAtOnce: Math.ceil(CALLS_AT_ONCE / threads), data: config, onNotice });
    return pool.call(name, given, hear) as Promise<T>;
  };
  return {
    ...house,
    answer: (question, channel, onSentence) => call('answer', [question, channel, onSentence !== undefined], (sentence) => onSentence?.(sentence as string)),
    related: (answer) => call('related', [answer]),
    coverage: () => call('coverage', []),
    search: (question, limit) => call('search', [question, limit]),
    tryQuestion: (question) => call('tryQuestion', [question]),
    close: () => {
      void pool?.close();
      house.close();
    },
  };
}
