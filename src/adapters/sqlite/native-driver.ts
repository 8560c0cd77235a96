import { createRequire } from 'node:module';
import type { SqlDatabase, SqlRow, SqlValue } from './driver.js';
import { runTransaction } from './transaction.js';

// Typed here and not by the package: it is optional, and the program must compile where it is absent.
interface NativeStatement {
  run(...values: SqlValue[]): unknown;
  get(...values: SqlValue[]): SqlRow | undefined;
  all(...values: SqlValue[]): SqlRow[];
}
interface NativeDatabase {
  exec(sql: string): unknown;
  prepare(sql: string): NativeStatement;
  backup(file: string, options: { progress: () => number }): Promise<unknown>;
  close(): unknown;
}
type NativeConstructor = new (file: string, options: { readonly?: boolean; fileMustExist?: boolean; timeout?: number }) => NativeDatabase;

/** How long a statement waits for another process's write to end. */
const busyTimeoutMs = 5_000;

let loaded: NativeConstructor | null | undefined;

/** True when better-sqlite3 is installed and its compiled part can be loaded. */
export function isNativeSqliteUsable(): boolean {
  return loadNative() !== null;
}

/** Opens a file by better-sqlite3. Throws when the module cannot be loaded or the file cannot be opened. */
export function openNativeDatabase(file: string, isReadOnly: boolean): SqlDatabase {
  const constructor = loadNative();
  if (constructor === null) throw new Error('better-sqlite3 cannot be loaded here');
  const database = new constructor(file, { readonly: isReadOnly, fileMustExist: isReadOnly, timeout: busyTimeoutMs });
  return {
    engine: 'native',
    exec: (sql) => void database.exec(sql),
    prepare(sql) {
      const statement = database.prepare(sql);
      return {
        run: (...values) => void statement.run(...values),
        get: (...values) => statement.get(...values),
        all: (...values) => statement.all(...values),
      };
    },
    transaction: (work) => runTransaction((sql) => void database.exec(sql), work),
    // All pages in one step: between two steps a write by another process would make it begin again, for ever under load.
    backUp: async (file) => { await database.backup(file, { progress: () => 0x7fffffff }); },
    close: () => void database.close(),
  };
}

function loadNative(): NativeConstructor | null {
  if (loaded !== undefined) return loaded;
  try {
    const constructor = createRequire(import.meta.url)('better-sqlite3') as NativeConstructor;
    // The compiled part is loaded by the first database, not by the import.
    new constructor(':memory:', {}).close();
    loaded = constructor;
  } catch {
    loaded = null;
  }
  return loaded;
}
