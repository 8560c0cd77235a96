import { existsSync } from 'node:fs';
import { type ConsoleFile, openConsoleFile } from './adapters/sqlite/console-file.js';
import type { CuratedAnswers } from './ports/curated-answers.js';

/** The curated answers of a data folder, from the moment there is a file of them: asking a question makes none. */
export function openCuratedLater(file: string): { get: () => CuratedAnswers | null; close: () => void } {
  let opened: ConsoleFile | null = null;
  return {
    get() {
      if (opened === null && existsSync(file)) opened = openConsoleFile(file);
      return opened?.curated ?? null;
    },
    close() {
      opened?.close();
      opened = null;
    },
  };
}
