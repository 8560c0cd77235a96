import type { Output } from './house.js';

/** The process's own streams. Asks Node about colour, which knows NO_COLOR, FORCE_COLOR and TERM=dumb. */
export function createProcessOutput(): Output {
  return {
    write,
    writeError: (text) => { process.stderr.write(text); },
    hasColour: process.stdout.isTTY && process.stdout.hasColors(),
    hasProgress: process.stderr.isTTY && process.stderr.columns >= 40,
    get input() { return process.stdin; },
  };
}

async function write(text: string): Promise<void> {
  await new Promise<void>((resolve) => { process.stdout.write(text, () => { resolve(); }); });
}

/** A reader that has seen enough (`| head`) is no error: stop quietly. */
export function endQuietlyOnClosedPipe(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      process.exit(0);
    });
  }
}
