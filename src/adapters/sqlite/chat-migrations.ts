import type { SqlDatabase } from './driver.js';
import { migrate } from './migrate.js';

/** The schema of the door's memory, step by step. A step that was ever released is never changed: a new one is added below it. */
const migrations: readonly string[] = [
  `CREATE TABLE languages (person TEXT PRIMARY KEY, language TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE turns (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    conversation TEXT NOT NULL,
    person TEXT NOT NULL,
    answer_id TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    UNIQUE (conversation, answer_id)
  );
  CREATE INDEX turns_by_conversation ON turns (conversation, sequence);
  CREATE INDEX turns_by_person ON turns (person);
  CREATE INDEX turns_by_time ON turns (at_ms);
  CREATE TABLE kept (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    value_json TEXT NOT NULL,
    person TEXT,
    until_ms INTEGER,
    PRIMARY KEY (kind, id)
  ) WITHOUT ROWID;
  CREATE INDEX kept_by_person ON kept (person) WHERE person IS NOT NULL;
  CREATE INDEX kept_by_end ON kept (until_ms) WHERE until_ms IS NOT NULL;
  CREATE TABLE uses (what TEXT NOT NULL, day TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (day, what)) WITHOUT ROWID;`,
];

/** Brings the schema up to date, each step in a transaction. Throws ClearError when a newer program wrote the file. */
export function migrateChats(database: SqlDatabase, file: string): void {
  migrate(database, migrations, 'The chat memory', file);
}
