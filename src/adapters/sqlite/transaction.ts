/** Wraps `work` in a transaction that takes the write lock at its start, so that two writers never meet half-way. */
export function runTransaction<T>(exec: (sql: string) => void, work: () => T): T {
  exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    exec('COMMIT');
    return result;
  } catch (error) {
    try {
      exec('ROLLBACK');
    } catch {
      // A full disk rolls back by itself; the first error is the one that tells why.
    }
    throw error;
  }
}
