import { dirname } from 'node:path';
import { ClearError } from '../../domain/errors.js';
import type { RecordLog } from '../../ports/record-log.js';
import { clearDiskError } from '../disk/clear-disk-error.js';
import { makeWritableFolder } from '../disk/writable-folder.js';
import type { SqlDatabase, SqlEngine } from './driver.js';
import { makeDurable } from './durability.js';
import { openDatabase } from './open-database.js';
import { migrateRecords } from './record-migrations.js';
import { recordOfRow, recordValues } from './record-rows.js';

/** A log that holds a file open. */
export interface RecordLogFile extends RecordLog {
  /** `native` or `wasm`, for a status report. */
  readonly engine: SqlEngine;
  close(): void;
}

/**
 * Opens the log of a data folder, making it (and the folder) when it is missing. A record is on the disk when `append` returns.
 * Throws ClearError when the file cannot be made or written, is no database, or was written by a newer program.
 * `append` throws ClearError when the disk is full, and an Error when the id is in the log already.
 */
export function openRecordLog(file: string, options: { engine?: SqlEngine } = {}): RecordLogFile {
  const dataFolder = dirname(file);
  makeWritableFolder(dataFolder);
  const database = openDurably(file, dataFolder, options);
  const insert = database.prepare(`INSERT INTO records VALUES (NULL${', ?'.repeat(19)})`);
  const newest = database.prepare('SELECT * FROM records ORDER BY sequence DESC LIMIT ?');
  const byId = database.prepare('SELECT * FROM records WHERE record_id = ?');
  const ofAsker = database.prepare('DELETE FROM records WHERE asker = ?');
  const before = database.prepare('DELETE FROM records WHERE asked_at_utc < ?');
  const changed = database.prepare('SELECT changes() AS changed');
  const counted = database.prepare('SELECT COUNT(*) AS records FROM records');

  function remove(statement: typeof ofAsker, value: string): number {
    try {
      const removed = database.transaction(() => {
        statement.run(value);
        return (changed.get()?.changed ?? 0) as number;
      });
      // What was removed must not lie on in the write-ahead log.
      if (database.engine === 'native') database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all();
      return removed;
    } catch (error) {
      throw clearDiskError(error, dataFolder, 'written');
    }
  }

  return {
    engine: database.engine,
    append(record) {
      try {
        insert.run(...recordValues(record));
      } catch (error) {
        throw clearDiskError(error, dataFolder, 'written');
      }
    },
    recent: (limit) => newest.all(Math.max(0, Math.trunc(limit))).map(recordOfRow),
    count: () => (counted.get()?.records ?? 0) as number,
    find(id) {
      const row = byId.get(id);
      return row === undefined ? null : recordOfRow(row);
    },
    erase: (asker) => remove(ofAsker, asker),
    removeBefore: (askedAtUtc) => remove(before, askedAtUtc),
    close: () => { database.close(); },
  };
}

function openDurably(file: string, dataFolder: string, options: { engine?: SqlEngine }): SqlDatabase {
  let database: SqlDatabase | null = null;
  try {
    database = openDatabase(file, options);
    makeDurable(database);
    // Freed pages are overwritten, so that what was erased is gone from the file.
    database.exec('PRAGMA secure_delete = ON');
    migrateRecords(database, file);
    return database;
  } catch (error) {
    database?.close();
    if (error instanceof Error && /not a database|malformed/u.test(error.message)) {
      throw new ClearError(`The log ${JSON.stringify(file)} is not a readable SQLite database; move it away to start a new log, or put a backup in its place.`, 1, { cause: error });
    }
    throw clearDiskError(error, dataFolder, 'written');
  }
}
