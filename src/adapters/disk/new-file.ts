import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { ClearError } from '../../domain/errors.js';
import { diskCause } from './clear-disk-error.js';
import { syncFolder, writeFully } from './durable-write.js';

/**
 * Writes pieces into a file that takes its name only when all of it is on the disk. Throws ClearError when the file is there (unless it may
 * be replaced) or cannot be written; then nothing of it is left.
 */
export async function writeNewFile(file: string, pieces: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>, mayReplace: boolean): Promise<void> {
  if (existsSync(file) && (!mayReplace || !statSync(file).isFile())) {
    throw new ClearError(`${JSON.stringify(file)} exists ${statSync(file).isFile() ? 'already; name another file, or add --force to replace it' : 'and is no file; name a file'}.`);
  }
  const unfinished = `${file}.${randomBytes(4).toString('hex')}.part`;
  try {
    const descriptor = openSync(unfinished, 'wx', 0o600);
    try {
      for await (const piece of pieces) writeFully(descriptor, typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(unfinished, file);
    syncFolder(dirname(file));
  } catch (error) {
    rmSync(unfinished, { force: true });
    const cause = diskCause(error);
    if (cause === null) throw error;
    throw new ClearError(`${JSON.stringify(file)} cannot be written because ${cause}; name another file.`, 1, { cause: error });
  }
}
