export type SqlValue = string | number | bigint | Uint8Array | null;
export type SqlRow = Record<string, SqlValue>;

/** `native` is better-sqlite3, `wasm` is node-sqlite3-wasm; both read each other's files. */
export type SqlEngine = 'native' | 'wasm';

interface SqlStatement {
  run(...values: SqlValue[]): void;
  /** The first row, or undefined. */
  get(...values: SqlValue[]): SqlRow | undefined;
  all(...values: SqlValue[]): SqlRow[];
}

/** The part of SQLite that this program uses. Synchronous; errors are thrown as the engine words them. */
export interface SqlDatabase {
  readonly engine: SqlEngine;
  exec(sql: string): void;
  /** Statements live until the database is closed. */
  prepare(sql: string): SqlStatement;
  /** Runs `work` between BEGIN IMMEDIATE and COMMIT; an error rolls back and is thrown on. */
  transaction<T>(work: () => T): T;
  /** Copies the database as it is at one moment into a new file, also while others write. The folder must exist. */
  backUp(file: string): Promise<void>;
  close(): void;
}

export interface OpenOptions {
  /** The file must exist and is never written. Default false: it is made when missing. */
  readOnly?: boolean;
  /** Pages are read where the system holds them, instead of being copied: half the time of reading a row. For files that nobody cuts short meanwhile; the WebAssembly engine copies all the same. */
  isMapped?: boolean;
  /** Default: `native` where it can be loaded. Naming one is for tests. */
  engine?: SqlEngine;
}
