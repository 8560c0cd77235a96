import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DESCRIPTIONS_FILE } from './adapters/data-folder/descriptions.js';
import { readRoots, SOURCES_FILE } from './adapters/data-folder/remembered-roots.js';
import { LOCK_FILE } from './adapters/generations/generation-files.js';
import { watchPaths } from './adapters/watch/watch-paths.js';
import type { IngestSummary } from './ingest/ingest.js';
import { keepCurrent, type BuildOutcome } from './keep-current.js';
import { runOwnCommand } from './run-own-command.js';

const SETTLE_MS = 500;
const RETRY_MS = 5000;

/** Watches the folders that the index of a data folder was read from, and reads what changes in a process of its own; `stop` ends both. */
export function watchSources(dataFolder: string, log: (line: string) => void): { stop: () => Promise<void> } {
  const ended = new AbortController();
  // A folder that is ingested for the first time while the service runs is watched from then on.
  // So is what staff say of documents.
  const lists = [SOURCES_FILE, DESCRIPTIONS_FILE].map((name) => join(dataFolder, name));
  const watch = (paths: readonly string[], onChange: () => void): ReturnType<typeof watchPaths> => {
    const folders = watchPaths(paths, dataFolder, onChange, (error) => { log(`A folder cannot be watched: ${error instanceof Error ? error.message : String(error)}. "huida ingest" reads it.`); });
    const list = watchPaths(lists, join(dataFolder, LOCK_FILE), onChange, () => undefined, true);
    return { replace: (next) => { folders.replace(next); }, close: async () => { await Promise.all([folders.close(), list.close()]); } };
  };
  const kept = keepCurrent({
    roots: () => readRoots(dataFolder).filter((root) => existsSync(root)),
    watch,
    build: async (paths) => await buildInChild(dataFolder, paths, ended.signal),
    log,
    settleMs: SETTLE_MS,
    retryMs: RETRY_MS,
  });
  return {
    stop: async () => {
      ended.abort();
      await kept.stop();
    },
  };
}

async function buildInChild(dataFolder: string, paths: readonly string[], signal: AbortSignal): Promise<BuildOutcome> {
  const outcome = await runOwnCommand(['ingest', '--json', '--data', dataFolder, '--', ...paths], signal);
  if (outcome.kind === 'stopped') return { line: '', isBusy: false };
  if (outcome.kind === 'done') return { line: lineOf(outcome.value as IngestSummary), isBusy: false };
  return { line: `The folders could not be read again: ${outcome.reason}`, isBusy: existsSync(join(dataFolder, LOCK_FILE)) };
}

function lineOf({ added, changed, removed, generation, skipped, durationMs }: IngestSummary): string {
  if (added + changed + removed === 0) return '';
  return `Documents read again: ${added} new, ${changed} changed, ${removed} removed, ${skipped.length} left out; generation ${generation.id} after ${(durationMs / 1000).toFixed(1)} s.`;
}
