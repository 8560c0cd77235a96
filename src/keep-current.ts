import { setTimeout as wait } from 'node:timers/promises';
import type { WatchedPaths } from './adapters/watch/watch-paths.js';

/** What an ingest came to, in one line for staff; `isBusy` when another process was building. */
export interface BuildOutcome {
  line: string;
  isBusy: boolean;
}

export interface CurrentParts {
  /** Paths that the index was read from; asked again before every build. */
  roots: () => string[];
  watch: (paths: readonly string[], onChange: () => void) => WatchedPaths;
  /** Reads what changed into a new generation, away from this thread. Never throws. */
  build: (paths: readonly string[]) => Promise<BuildOutcome>;
  log: (line: string) => void;
  /** Changes that follow each other within this time are read together. */
  settleMs: number;
  /** How soon to try again when another process was building. */
  retryMs: number;
}

/**
 * Keeps the index as its folders are: what changed since the last run is read at once, what changes later when it has settled.
 * One build at a time; what changes meanwhile is read by the next. Questions go on: the new generation is swapped in on the disk
 * and followed by the next question.
 */
export function keepCurrent({ roots, watch, build, log, settleMs, retryMs }: CurrentParts): { stop: () => Promise<void> } {
  const stopped = new AbortController();
  let isWanted = true;
  let said = '';
  let wake: () => void = () => undefined;
  const watched = watch(roots(), () => {
    isWanted = true;
    wake();
  });

  const isStopped = (): boolean => stopped.signal.aborted;

  async function pause(ms: number): Promise<void> {
    await wait(ms, null, { signal: stopped.signal }).catch(() => undefined);
  }

  async function run(): Promise<void> {
    for (;;) {
      if (!isWanted && !isStopped()) await new Promise<void>((resolve) => { wake = resolve; });
      await pause(settleMs);
      if (isStopped()) return;
      isWanted = false;
      const paths = roots();
      watched.replace(paths);
      if (paths.length === 0) continue;
      const { line, isBusy } = await build(paths);
      // What is tried again and again is said once.
      if (line !== '' && line !== said) log(line);
      said = line;
      if (!isBusy) continue;
      isWanted = true;
      await pause(retryMs);
    }
  }

  const running = run();
  return {
    stop: async () => {
      stopped.abort();
      wake();
      await watched.close();
      await running;
    },
  };
}
