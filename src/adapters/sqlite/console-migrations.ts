import type { SqlDatabase } from './driver.js';
import { CHAIN_SCHEMA, openChain, type ChainedTable } from './chain.js';
import { migrate, type MigrationStep } from './migrate.js';

/** The schema of the console's file, step by step. A step that was ever released is never changed: a new one is added below it. */
const migrations: readonly MigrationStep[] = [
  `CREATE TABLE links (digest TEXT PRIMARY KEY, person_id TEXT NOT NULL, expires_at_ms INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE sessions (
    digest TEXT PRIMARY KEY,
    person_id TEXT NOT NULL,
    started_at_ms INTEGER NOT NULL,
    last_seen_ms INTEGER NOT NULL,
    agent_digest TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX sessions_by_person ON sessions (person_id);
  CREATE TABLE actions (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    at_utc TEXT NOT NULL,
    person_id TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail_json TEXT NOT NULL
  );
  CREATE INDEX actions_by_subject ON actions (subject);
  CREATE TRIGGER actions_stay BEFORE UPDATE ON actions BEGIN SELECT RAISE(ABORT, 'an action that was taken is not changed'); END;
  CREATE TRIGGER actions_last BEFORE DELETE ON actions BEGIN SELECT RAISE(ABORT, 'an action that was taken is not removed'); END;`,
  `CREATE TABLE curated (
    curated_id TEXT PRIMARY KEY,
    question TEXT NOT NULL,
    answer TEXT NOT NULL,
    passages_json TEXT NOT NULL,
    published_by TEXT NOT NULL,
    published_at_utc TEXT NOT NULL,
    record_id TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE curated_keys (key TEXT PRIMARY KEY, curated_id TEXT NOT NULL) WITHOUT ROWID;
  CREATE INDEX keys_by_curated ON curated_keys (curated_id);`,
  chainActions,
];

/** Every column of what a moderator did. */
export const ACTIONS: ChainedTable = { table: 'actions', kind: 'content', columns: ['sequence', 'at_utc', 'person_id', 'action', 'subject', 'detail_json'] };

/** Chains what was done before there was a chain. */
function chainActions(database: SqlDatabase): void {
  database.exec(CHAIN_SCHEMA);
  const chain = openChain(database, ACTIONS);
  for (const { sequence } of database.prepare('SELECT sequence FROM actions ORDER BY sequence').all()) chain.addRow(sequence as number);
}

/** Brings the schema up to date, each step in a transaction; true when the actions were chained only now. Throws ClearError when a newer program wrote the file. */
export function migrateConsole(database: SqlDatabase, file: string): boolean {
  const version = database.prepare('PRAGMA user_version').get()?.user_version as number;
  migrate(database, migrations, "The console's file", file);
  return version < migrations.indexOf(chainActions) + 1;
}
