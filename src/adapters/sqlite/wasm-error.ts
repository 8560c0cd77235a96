/** node-sqlite3-wasm gives messages only; these are the ones that callers tell apart, with the codes of better-sqlite3. */
const codes: readonly (readonly [RegExp, string])[] = [
  [/^database is locked$/u, 'SQLITE_BUSY'],
  [/^(disk I\/O error|database or disk is full)$/u, 'SQLITE_FULL'],
  [/^attempt to write a readonly database$/u, 'SQLITE_READONLY'],
  [/^(Could not open the database|unable to open database file)/u, 'SQLITE_CANTOPEN'],
  [/^file is not a database$/u, 'SQLITE_NOTADB'],
];

/** The same error with the `code` that the native engine would give it. A disk that takes no more shows as an I/O error here. */
export function withSqliteCode(error: unknown): unknown {
  if (!(error instanceof Error) || 'code' in error) return error;
  const { message } = error;
  const code = codes.find(([pattern]) => pattern.test(message))?.[1];
  return code === undefined ? error : Object.assign(error, { code });
}
