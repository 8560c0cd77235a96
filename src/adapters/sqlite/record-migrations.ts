import { randomBytes } from 'node:crypto';
import type { SqlDatabase } from './driver.js';
import { CHAIN_SCHEMA, openChain, type ChainedTable } from './chain.js';
import { FEEDBACK_SCHEMA } from './feedback-log.js';
import { migrate, type MigrationStep } from './migrate.js';
import { TEXT_INDEX_SCHEMA } from './record-text.js';

/**
 * The schema of the log, step by step. A step that was ever released is never changed: a new one is added below it.
 * Zones and units stand in the names; `…_json` columns hold what is only read back whole.
 */
const migrations: readonly MigrationStep[] = [
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
  chainRecords,
  TEXT_INDEX_SCHEMA,
  FEEDBACK_SCHEMA,
];

/** Every column of a record; the salt goes with the row, so that nobody can try out what an erased one said. */
export const RECORDS: ChainedTable = {
  table: 'records',
  kind: 'content',
  columns: [
    'sequence', 'record_id', 'asked_at_utc', 'channel', 'status', 'verdict', 'engine', 'duration_ms', 'generation_id', 'question', 'standalone_question', 'answer', 'failure',
    'question_json', 'intent_json', 'answer_json', 'passages_json', 'stage_ms_json', 'asker', 'draft_json', 'salt',
  ],
};

/** Chains what was logged before there was a chain. Only here: a row that is put in later beside the chain must not be taken into it. */
function chainRecords(database: SqlDatabase): void {
  database.exec(`ALTER TABLE records ADD COLUMN salt TEXT NOT NULL DEFAULT ''; ${CHAIN_SCHEMA}`);
  const salt = database.prepare('UPDATE records SET salt = ? WHERE sequence = ?');
  const chain = openChain(database, RECORDS);
  for (const { sequence } of database.prepare('SELECT sequence FROM records ORDER BY sequence').all()) {
    salt.run(newSalt(), sequence as number);
    chain.addRow(sequence as number);
  }
  database.exec(`CREATE TABLE erasing (sequence INTEGER PRIMARY KEY);
  CREATE TRIGGER records_stay BEFORE UPDATE ON records BEGIN SELECT RAISE(ABORT, 'a record is not changed'); END;
  CREATE TRIGGER records_last BEFORE DELETE ON records WHEN OLD.sequence NOT IN (SELECT sequence FROM erasing)
    BEGIN SELECT RAISE(ABORT, 'a record is removed by a declared erasure only'); END;`);
}

/** 128 random bits, hex. */
export function newSalt(): string {
  return randomBytes(16).toString('hex');
}

/** Brings the log's schema up to date, each step in a transaction; true when the rows were chained only now. Throws ClearError when a newer program wrote it. */
export function migrateRecords(database: SqlDatabase, file: string): boolean {
  const version = database.prepare('PRAGMA user_version').get()?.user_version as number;
  migrate(database, migrations, 'The log', file);
  return version < migrations.indexOf(chainRecords) + 1;
}
