import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readFileSync, readSync } from 'node:fs';

const BLOCK_BYTES = 1 << 20;
const block = Buffer.allocUnsafe(BLOCK_BYTES);

// One call after the other, without the thread pool: of thousands of small files a quarter of the time.

/**
 * A regular file of at most `maxBytes`, or one sentence why not. Size and kind are asked of the opened file, so that nothing
 * can be put in its place between the look and the read; a link in the last step of the path is followed only where
 * somebody named it. Throws as `fs` does.
 */
export function readBounded(path: string, maxBytes: number, followsLink: boolean): { bytes: Uint8Array } | { reason: string } {
  const descriptor = openSync(path, flags(followsLink));
  try {
    const found = fstatSync(descriptor);
    if (!found.isFile()) return { reason: 'It is not a regular file.' };
    if (found.size > maxBytes) return { reason: `The file has ${String(Math.ceil(found.size / 1048576))} MB, more than the ${String(maxBytes / 1048576)} MB allowed; split it.` };
    const bytes = readFileSync(descriptor);
    return bytes.length > maxBytes ? { reason: 'The file grew while it was read; try again.' } : { bytes };
  } finally {
    closeSync(descriptor);
  }
}

/** SHA-256 of a regular file that still has the size it was listed with, else null. */
export function digestOf({ path, bytes, isNamed }: { path: string; bytes: number; isNamed: boolean }): string | null {
  let descriptor;
  try {
    descriptor = openSync(path, flags(isNamed));
    const found = fstatSync(descriptor);
    if (!found.isFile() || found.size !== bytes) return null;
    const hash = createHash('sha256');
    for (let read = readSync(descriptor, block, 0, BLOCK_BYTES, null); read > 0; read = readSync(descriptor, block, 0, BLOCK_BYTES, null)) hash.update(block.subarray(0, read));
    return hash.digest('hex');
  } catch {
    return null;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function flags(followsLink: boolean): number {
  return constants.O_RDONLY | constants.O_NONBLOCK | (followsLink ? 0 : constants.O_NOFOLLOW);
}
