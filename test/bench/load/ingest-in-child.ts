import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { IngestSummary } from '../../../src/ingest/ingest.js';

const CLI = fileURLToPath(new URL('../../../src/cli.ts', import.meta.url));

/** Reads a path into the index of a data folder, in a process of its own. */
export async function ingestInChild(dataFolder: string, path: string): Promise<{ passages: number; seconds: number }> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', import.meta.resolve('tsx'), CLI, 'ingest', '--json', '--data', dataFolder, '--', path], { maxBuffer: 2 ** 26, cwd: dataFolder });
  const { passages, durationMs } = JSON.parse(stdout) as IngestSummary;
  return { passages, seconds: durationMs / 1000 };
}
