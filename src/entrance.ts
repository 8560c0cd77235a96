import { resolve } from 'node:path';
import { readPrompts } from './adapters/prompts/read-prompts.js';
import { createProcessOutput, endQuietlyOnClosedPipe } from './cli/process-output.js';
import { runCommandLine } from './cli/run-command-line.js';
import { readConfig, readVersion, type Config } from './config.js';
import { serve } from './service.js';
import { auditDataFolder } from './wire-audit.js';
import { backUpDataFolder, restoreDataFolder } from './wire-backup.js';
import { endConsoleSessions, makeConsoleLink } from './wire-console.js';
import { checkConfiguredModel, PROMPTS } from './wire-model.js';
import { bindHouse } from './wiring.js';

/** Runs one command line in this process and leaves its exit code. */
export async function startEntrance(words: readonly string[]): Promise<void> {
  endQuietlyOnClosedPipe();
  const output = createProcessOutput();
  process.exitCode = await runCommandLine(words, {
    version: readVersion(),
    output,
    openHouse: (dataFolder, onNotice) => bindHouse(configOf(dataFolder), onNotice),
    consoleLink: (dataFolder, id) => makeConsoleLink(configOf(dataFolder), id),
    endConsoleSessions: (dataFolder, id) => endConsoleSessions(configOf(dataFolder), id),
    audit: (dataFolder, heads) => auditDataFolder(configOf(dataFolder), heads),
    backUp: async (dataFolder, target, keepDays) => await backUpDataFolder(configOf(dataFolder).dataFolder, resolve(target), keepDays),
    restore: (dataFolder, from) => restoreDataFolder(configOf(dataFolder).dataFolder, resolve(from)),
    prompts: () => readPrompts(PROMPTS).all(),
    checkModel: async () => await checkConfiguredModel(readConfig()),
    serve: async (dataFolder) => await serve(configOf(dataFolder), output),
  });
}

/** Read when a command needs it: `--help` works beside a broken `.env`. */
function configOf(dataFolder: string | null): Config {
  const config = readConfig();
  return dataFolder === null ? config : { ...config, dataFolder: resolve(dataFolder) };
}
