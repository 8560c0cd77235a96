import type { OpenOptions, SqlDatabase, SqlEngine } from './driver.js';
import { isNativeSqliteUsable, openNativeDatabase } from './native-driver.js';
import { openWasmDatabase } from './wasm-driver.js';

/** What is behind that is read the usual way. */
const MOST_MAPPED_BYTES = 2 ** 31 - 65_536;

/** The engine that is used when none is named. */
export function defaultSqlEngine(): SqlEngine {
  return isNativeSqliteUsable() ? 'native' : 'wasm';
}

/** Opens a database file. Throws when it cannot be opened; damage may show only at the first statement. */
export function openDatabase(file: string, options: OpenOptions = {}): SqlDatabase {
  const engine = options.engine ?? defaultSqlEngine();
  const isReadOnly = options.readOnly ?? false;
  const database = engine === 'native' ? openNativeDatabase(file, isReadOnly) : openWasmDatabase(file, isReadOnly);
  if (options.isMapped === true) database.exec(`PRAGMA mmap_size = ${MOST_MAPPED_BYTES}`);
  return database;
}
