import { mkdtempSync, rmSync, rmdirSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';

// node-sqlite3-wasm locks a file by making the folder `<file>.lock`, readers too, and leaves it behind when it is killed.

/** How long a statement waits for a lock. No transaction of this program takes nearly as long. */
export const busyTimeoutMs = 3_000;

export function isBusy(error: unknown): boolean {
  return error instanceof Error && error.message === 'database is locked';
}

/** Removes the lock of a process that died. True when it was older than any transaction lasts and is gone now. */
export function removeAbandonedLock(path: string): boolean {
  const lock = `${path}.lock`;
  try {
    if (Date.now() - statSync(lock).ctimeMs < busyTimeoutMs - 100) return false;
    rmdirSync(lock);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT';
  }
}

/**
 * Another name for a file that is only read, in a folder of this process, so that its lock stands in nobody's way,
 * survives nobody and needs no right to write beside the file. Where links are not allowed the file keeps its own name.
 */
export function viaPrivateLink(file: string): { path: string; isPrivate: boolean; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'huida-read-'));
  const remove = (): void => { rmSync(folder, { recursive: true, force: true }); };
  try {
    const path = join(folder, basename(file));
    symlinkSync(resolve(file), path);
    return { path, isPrivate: true, remove };
  } catch {
    remove();
    return { path: file, isPrivate: false, remove: () => undefined };
  }
}
