import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What a command line of ours printed with `--json`, or why it failed. */
export type CommandOutcome = { kind: 'done'; value: unknown } | { kind: 'failed'; reason: string } | { kind: 'stopped' };

/** The built file, also when this one runs from its source. */
const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
/** A summary names every file left out. */
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;

/** Runs a command of ours (which must print JSON) in a process of its own: what builds an index must not hold up those who ask. */
export async function runOwnCommand(words: readonly string[], signal: AbortSignal): Promise<CommandOutcome> {
  return await new Promise((resolve) => {
    execFile(process.execPath, [CLI, ...words], { signal, maxBuffer: MAX_OUTPUT_BYTES, killSignal: 'SIGKILL' }, (error, stdout) => {
      if (signal.aborted) resolve({ kind: 'stopped' });
      else if (error === null) resolve({ kind: 'done', value: JSON.parse(stdout) as unknown });
      else resolve({ kind: 'failed', reason: reasonOf(stdout) ?? error.message });
    });
  });
}

function reasonOf(stdout: string): string | null {
  try {
    return (JSON.parse(stdout) as { error: { message: string } }).error.message;
  } catch {
    return null;
  }
}
