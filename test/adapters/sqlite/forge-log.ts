import { join } from 'node:path';
import { contentHash, GENESIS, linkHash, selectChained } from '../../../src/adapters/sqlite/chain.js';
import type { SqlDatabase, SqlEngine } from '../../../src/adapters/sqlite/driver.js';
import { openDatabase } from '../../../src/adapters/sqlite/open-database.js';
import { openRecordLog } from '../../../src/adapters/sqlite/record-log.js';
import { RECORDS } from '../../../src/adapters/sqlite/record-migrations.js';
import { temporaryFolder } from '../temporary-folder.js';
import { recordSaying } from './sample-log.js';

export const ROWS = 30;

/** A log of 30 rows, of which 4 were erased: 6 to 8 by their asker, 1 by age. */
export function sampleLog(engine: SqlEngine): string {
  const file = join(temporaryFolder(), 'records.sqlite');
  const log = openRecordLog(file, { engine });
  for (let row = 1; row <= ROWS; row++) {
    log.append(recordSaying(`r${row}`, `问题${row}`, row >= 6 && row <= 8 ? 'gone' : 'stays', row === 1 ? '2020-01-01T00:00:00.000Z' : undefined));
    if (row === 20) log.erase('gone');
  }
  log.removeBefore('2024-01-01T00:00:00.000Z');
  log.close();
  return file;
}

export function withoutTriggers(file: string, engine: SqlEngine): SqlDatabase {
  const database = openDatabase(file, { engine });
  for (const { name } of database.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").all()) database.exec(`DROP TRIGGER ${String(name)}`);
  return database;
}

/** Chains everything anew, as somebody would who knows this program and rewrites the whole database. */
export function rechain(database: SqlDatabase): void {
  let previous = GENESIS;
  const update = database.prepare('UPDATE chain SET content_hash = ?, hash = ? WHERE link = ?');
  for (const row of database.prepare('SELECT * FROM chain ORDER BY link').all()) {
    const stored = database.prepare(`${selectChained(RECORDS)} WHERE sequence = ?`).get(row.subject ?? null);
    const content = stored === undefined ? (row.content_hash as string) : contentHash(stored);
    const link = row.link as number;
    previous = linkHash(previous, { link, kind: row.kind as string, subject: row.subject as number | null, detail: row.detail as string, contentHash: content });
    update.run(content, previous, link);
  }
}
