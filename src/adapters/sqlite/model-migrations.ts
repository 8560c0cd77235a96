import type { SqlDatabase } from './driver.js';
import { migrate } from './migrate.js';

/** The schema of what a model was asked, step by step. A step that was ever released is never changed: a new one is added below it. */
const migrations: readonly string[] = [
  `CREATE TABLE uses (
    day TEXT NOT NULL,
    who TEXT NOT NULL,
    calls INTEGER NOT NULL,
    input_tokens INTEGER NOT NULL,
    output_tokens INTEGER NOT NULL,
    PRIMARY KEY (day, who)
  ) WITHOUT ROWID;
  CREATE TABLE replies (key TEXT PRIMARY KEY, text TEXT NOT NULL, at_ms INTEGER NOT NULL) WITHOUT ROWID;
  CREATE INDEX replies_by_time ON replies (at_ms);`,
];

/** Brings the schema up to date. Throws ClearError when a newer program wrote the file. */
export function migrateModel(database: SqlDatabase, file: string): void {
  migrate(database, migrations, 'The file of what the model was asked', file);
}
