import { dirname } from 'node:path';
import { ClearError } from '../../domain/errors.js';
import { clearDiskError } from '../disk/clear-disk-error.js';
import type { SqlDatabase, SqlEngine } from './driver.js';
import { makeDurable } from './durability.js';
import { openDatabase } from './open-database.js';

/**
 * Opens a file of the data folder that is written, durably, and lets `prepare` bring it up to date; closed again where that fails.
 * Throws ClearError when the disk does not take it, or when it is no database: `unreadable` is that sentence.
 */
export function openDurableFile(file: string, unreadable: string, prepare: (database: SqlDatabase) => void, engine?: SqlEngine): SqlDatabase {
  let database: SqlDatabase | null = null;
  try {
    database = openDatabase(file, engine === undefined ? {} : { engine });
    makeDurable(database);
    prepare(database);
    return database;
  } catch (error) {
    database?.close();
    if (error instanceof Error && /not a database|malformed/u.test(error.message)) throw new ClearError(unreadable, 1, { cause: error });
    throw clearDiskError(error, dirname(file), 'written');
  }
}
