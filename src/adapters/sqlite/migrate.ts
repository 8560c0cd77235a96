import { ClearError } from '../../domain/errors.js';
import type { SqlDatabase } from './driver.js';

/** SQL, or what SQL alone cannot do; both run inside the transaction of their step. */
export type MigrationStep = string | ((database: SqlDatabase) => void);

/**
 * Brings a schema up to date, each step in a transaction of its own. `name` is what the file is called in the sentence about it.
 * Throws ClearError when a newer program wrote the file.
 */
export function migrate(database: SqlDatabase, steps: readonly MigrationStep[], name: string, file: string): void {
  for (;;) {
    const isDone = database.transaction(() => {
      const version = database.prepare('PRAGMA user_version').get()?.user_version as number;
      if (version > steps.length) {
        throw new ClearError(
          `${name} ${JSON.stringify(file)} has schema version ${version} and this program knows versions up to ${steps.length}; use the newer program that wrote it or another data folder.`,
        );
      }
      const step = steps[version];
      if (step === undefined) return true;
      if (typeof step === 'string') database.exec(step);
      else step(database);
      database.exec(`PRAGMA user_version = ${version + 1}`);
      return false;
    });
    if (isDone) return;
  }
}
