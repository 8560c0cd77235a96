import { createRequire } from 'node:module';
import type * as Wasm from 'node-sqlite3-wasm';
import type { SqlDatabase, SqlRow, SqlValue } from './driver.js';
import { runTransaction } from './transaction.js';
import { busyTimeoutMs, isBusy, removeAbandonedLock, viaPrivateLink } from './wasm-lock.js';
import { withSqliteCode } from './wasm-error.js';

/**
 * Opens a file by node-sqlite3-wasm, for machines where better-sqlite3 cannot be compiled. Differences that callers may notice:
 * no write-ahead log, one connection at a time on a written file, and U+0000 in a string is stored as U+FFFD
 * (strings pass through C, which would end them there).
 */
export function openWasmDatabase(file: string, isReadOnly: boolean): SqlDatabase {
  // Loaded when first used: the engine takes 10 ms and 2 MB that the native one makes needless.
  const { Database } = createRequire(import.meta.url)('node-sqlite3-wasm') as typeof Wasm;
  const link = isReadOnly ? viaPrivateLink(file) : { path: file, isPrivate: false, remove: () => undefined };
  let database: Wasm.Database;
  try {
    database = new Database(link.path, { readOnly: isReadOnly, fileMustExist: isReadOnly });
  } catch (error) {
    link.remove();
    throw withSqliteCode(error);
  }
  const open = new Set<Wasm.Statement>();

  function patiently<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error) || database.inTransaction || !removeAbandonedLock(link.path)) throw withSqliteCode(error);
      return work();
    }
  }
  function prepared(sql: string): Wasm.Statement {
    const statement = patiently(() => database.prepare(sql));
    open.add(statement);
    return statement;
  }

  function discard(statement: Wasm.Statement): void {
    open.delete(statement);
    try {
      statement.finalize();
    } catch {
      // It repeats the error of its last run, which was thrown then.
    }
  }

  const exec = (sql: string): void => { patiently(() => { database.exec(sql); }); };
  exec(`PRAGMA busy_timeout = ${busyTimeoutMs}`);
  // Its lock is its own, so it is taken once: locking and unlocking at each statement costs ten times the statement.
  if (link.isPrivate) exec('PRAGMA locking_mode = EXCLUSIVE');

  return {
    engine: 'wasm',
    exec,
    prepare(sql) {
      let statement: Wasm.Statement | null = prepared(sql);
      // After an error the package cannot use a statement again, and the statement keeps the file locked: a new one takes its place.
      const using = <T>(work: (statement: Wasm.Statement) => T): T =>
        patiently(() => {
          statement ??= prepared(sql);
          try {
            return work(statement);
          } catch (error) {
            discard(statement);
            statement = null;
            throw error;
          }
        });
      const all = (values: SqlValue[]): SqlRow[] => using((usable) => usable.all(values.map(bindable)) as SqlRow[]);
      return {
        run: (...values) => void using((usable) => usable.run(values.map(bindable))),
        // `get` of the package stops before the end and so keeps the file locked.
        get: (...values) => all(values)[0],
        all: (...values) => all(values),
      };
    },
    transaction: (work) => runTransaction(exec, work),
    // The engine has no backup interface; this reads one moment of the database too.
    backUp: (file) => {
      exec(`VACUUM INTO '${file.replaceAll("'", "''")}'`);
      return Promise.resolve();
    },
    close() {
      for (const statement of open) discard(statement);
      database.close();
      link.remove();
    },
  };
}

function bindable(value: SqlValue): SqlValue {
  if (typeof value !== 'string') return value;
  // A lone surrogate would make the package write past the end of what it measured.
  return Buffer.from(value, 'utf8').toString('utf8').replaceAll('\0', '\uFFFD');
}
