import type { SqlDatabase } from './driver.js';
import { migrate } from './migrate.js';

/**
 * The schema of the log, step by step. A step that was ever released is never changed: a new one is added below it.
 * Zones and units stand in the names; `…_json` columns hold what is only read back whole.
 */
const migrations: readonly string[] = [
  `CREATE TABLE records (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    record_id TEXT NOT NULL UNIQUE,
    asked_at_utc TEXT NOT NULL,
    channel TEXT NOT NULL,
    status TEXT NOT NULL,
    verdict TEXT,
    engine TEXT NOT NULL,
    duration_ms REAL NOT NULL,
    generation_id TEXT,
    question TEXT NOT NULL,
    standalone_question TEXT NOT NULL,
    answer TEXT NOT NULL,
    failure TEXT,
    question_json TEXT NOT NULL,
    intent_json TEXT NOT NULL,
    answer_json TEXT NOT NULL,
    passages_json TEXT NOT NULL,
    stage_ms_json TEXT NOT NULL
  );
  CREATE INDEX records_by_time ON records (asked_at_utc);
  CREATE INDEX records_by_status ON records (status);`,
  `ALTER TABLE records ADD COLUMN asker TEXT;
  ALTER TABLE records ADD COLUMN draft_json TEXT NOT NULL DEFAULT '{"draft":"","statements":[],"model":null}';`,
];

/** Brings the log's schema up to date, each step in a transaction. Throws ClearError when a newer program wrote it. */
export function migrateRecords(database: SqlDatabase, file: string): void {
  migrate(database, migrations, 'The log', file);
}
