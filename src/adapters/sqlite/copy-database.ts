import { syncFile } from '../disk/durable-write.js';
import type { SqlEngine } from './driver.js';
import { openDatabase } from './open-database.js';

/** Copies a database that others may be writing, as it is at one moment, and waits for the disk. Throws when the copy does not hold together. */
export async function copyDatabase(from: string, to: string, options: { engine?: SqlEngine } = {}): Promise<void> {
  const database = openDatabase(from, { ...options, readOnly: true });
  try {
    await database.backUp(to);
  } finally {
    database.close();
  }
  const copy = openDatabase(to, options);
  try {
    // Without a write-ahead log whoever reads the copy leaves no files beside it.
    copy.prepare('PRAGMA journal_mode = DELETE').get();
    const found = copy.prepare('PRAGMA integrity_check').get()?.integrity_check;
    if (found !== 'ok') throw new Error(`the copy of ${from} does not hold together: ${String(found)}`);
  } finally {
    copy.close();
  }
  syncFile(to);
}
