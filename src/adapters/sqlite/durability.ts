import type { SqlDatabase } from './driver.js';

/**
 * Sets a written database so that a committed row survives a power cut, and checks that it took.
 * `synchronous` is no property of the file: every connection starts with its own default, so this runs on each open.
 * The write-ahead log lets readers and one writer work at the same time; the WebAssembly engine has no shared memory
 * and so keeps the rollback journal.
 */
export function makeDurable(database: SqlDatabase): void {
  const journal = database.engine === 'native' ? 'wal' : 'delete';
  // A file left in write-ahead mode by the native engine can be opened by the other only while it is alone.
  if (database.engine === 'wasm') database.exec('PRAGMA locking_mode = EXCLUSIVE');
  const taken = database.prepare(`PRAGMA journal_mode = ${journal}`).get()?.journal_mode;
  if (database.engine === 'wasm') {
    database.exec('PRAGMA locking_mode = NORMAL');
    // The exclusive lock is let go by the next access.
    database.prepare('SELECT COUNT(*) FROM sqlite_schema').get();
  }
  database.exec('PRAGMA synchronous = FULL');
  const synchronous = database.prepare('PRAGMA synchronous').get()?.synchronous;
  if (taken !== journal || synchronous !== 2) {
    throw new Error(`SQLite did not take the settings of a durable log: journal_mode is ${String(taken)} instead of ${journal}, synchronous is ${String(synchronous)} instead of 2`);
  }
}
