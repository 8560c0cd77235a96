import type { SqlDatabase } from './driver.js';
import { migrate } from './migrate.js';

/** The schema of the messenger's store, step by step. A step that was ever released is never changed: a new one is added below it. */
const migrations: readonly string[] = [
  // Of a finished update only its id is left, of a sent message only its number: no text, no chat.
  `CREATE TABLE updates (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    update_id INTEGER NOT NULL UNIQUE,
    queue TEXT,
    pool TEXT NOT NULL,
    payload_json TEXT,
    accepted_at_ms INTEGER NOT NULL,
    finished_at_ms INTEGER
  );
  CREATE INDEX updates_unfinished ON updates (sequence) WHERE finished_at_ms IS NULL;
  CREATE INDEX updates_finished ON updates (finished_at_ms) WHERE finished_at_ms IS NOT NULL;
  CREATE TABLE outgoing (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    update_id INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    state TEXT NOT NULL,
    call_json TEXT,
    due_at_ms INTEGER NOT NULL,
    message_id INTEGER,
    message_key TEXT,
    about TEXT,
    ended_at_ms INTEGER,
    UNIQUE (update_id, ordinal)
  );
  CREATE INDEX outgoing_open ON outgoing (sequence) WHERE ended_at_ms IS NULL;
  CREATE INDEX outgoing_ended ON outgoing (ended_at_ms) WHERE ended_at_ms IS NOT NULL;
  CREATE INDEX outgoing_by_message ON outgoing (message_key) WHERE message_key IS NOT NULL;`,
];

/** Brings the schema up to date, each step in a transaction. Throws ClearError when a newer program wrote the file. */
export function migrateUpdates(database: SqlDatabase, file: string): void {
  migrate(database, migrations, 'The inbox', file);
}
