import { basename, relative, sep } from 'node:path';
import { watch } from 'chokidar';

export interface WatchedPaths {
  /** Watches these from now on, and no others. */
  replace(paths: readonly string[]): void;
  close(): Promise<void>;
}

/** A file that is being copied changes size until it is there. */
const STEADY_MS = 1000;
const POLL_MS = 1000;

/**
 * Hears of files that come, change or go under the paths, once a file has kept its size for a second. Hidden files and what lies
 * under `ignored` say nothing. `onFault` hears what the system cannot watch; the rest goes on. `usePolling` is for a few files in a folder
 * where others are written all the time: they are looked at once a second, and the others cost nothing.
 */
export function watchPaths(paths: readonly string[], ignored: string, onChange: (path: string) => void, onFault: (error: unknown) => void, usePolling = false): WatchedPaths {
  const isIgnored = (path: string): boolean => basename(path).startsWith('.') || isIn(path, ignored);
  let watched = new Set(paths);
  const watcher = watch([...watched], { ignored: isIgnored, ignoreInitial: true, usePolling, interval: POLL_MS, followSymlinks: false, awaitWriteFinish: { stabilityThreshold: STEADY_MS, pollInterval: 100 } });
  for (const event of ['add', 'change', 'unlink'] as const) watcher.on(event, onChange);
  watcher.on('error', onFault);
  return {
    replace: (next) => {
      const wanted = new Set(next);
      watcher.unwatch([...watched].filter((path) => !wanted.has(path)));
      watcher.add([...wanted].filter((path) => !watched.has(path)));
      watched = wanted;
    },
    close: async () => { await watcher.close(); },
  };
}

function isIn(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !way.startsWith('/'));
}
