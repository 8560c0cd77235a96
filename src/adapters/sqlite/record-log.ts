import { dirname } from 'node:path';
import type { FeedbackLog, FeedbackReader } from '../../ports/feedback-log.js';
import type { RecordArchive } from '../../ports/record-archive.js';
import type { RecordLog } from '../../ports/record-log.js';
import { clearDiskError } from '../disk/clear-disk-error.js';
import { makeWritableFolder } from '../disk/writable-folder.js';
import type { SqlDatabase, SqlEngine } from './driver.js';
import { openDurableFile } from './open-durable-file.js';
import { anchorHead } from './chain-anchor.js';
import { openChain } from './chain.js';
import { feedbackReader, openFeedback } from './feedback-log.js';
import { migrateRecords, newSalt, RECORDS } from './record-migrations.js';
import { recordOfRow, recordValues } from './record-rows.js';
import { openRecordArchive } from './record-select.js';
import { openTextIndex, refreshTextIndex } from './record-text.js';

/** A log that holds a file open. */
export interface RecordLogFile extends RecordLog, RecordArchive {
  /** `native` or `wasm`, for a status report. */
  readonly engine: SqlEngine;
  readonly feedback: FeedbackLog & FeedbackReader;
  /** What an asker has here: records, and votes and questions passed on to staff. */
  countOf(asker: string): { records: number; votes: number };
  close(): void;
}

/**
 * Opens the log of a data folder, making it (and the folder) when it is missing. A record is on the disk when `append` returns.
 * Throws ClearError when the file cannot be made or written, is no database, or was written by a newer program.
 * `append` throws ClearError when the disk is full, and an Error when the id is in the log already.
 */
export function openRecordLog(file: string, options: { engine?: SqlEngine } = {}): RecordLogFile {
  const dataFolder = dirname(file);
  makeWritableFolder(dataFolder);
  const database = openDurably(file, options);
  const insert = database.prepare(`INSERT INTO records VALUES (NULL${', ?'.repeat(20)}) RETURNING sequence, question, answer`);
  const chain = openChain(database, RECORDS);
  const textIndex = openTextIndex(database);
  const feedback = openFeedback(database);
  const newest = database.prepare('SELECT * FROM records ORDER BY sequence DESC LIMIT ?');
  const byId = database.prepare('SELECT * FROM records WHERE record_id = ?');
  const ofAsker = database.prepare('INSERT INTO erasing SELECT sequence FROM records WHERE asker = ?');
  const before = database.prepare('INSERT INTO erasing SELECT sequence FROM records WHERE asked_at_utc < ?');
  const chosen = database.prepare('SELECT sequence, question, answer FROM records WHERE sequence IN (SELECT sequence FROM erasing) ORDER BY sequence');
  const dropChosen = database.prepare('DELETE FROM records WHERE sequence IN (SELECT sequence FROM erasing)');
  const clearChosen = database.prepare('DELETE FROM erasing');
  const countedOf = database.prepare('SELECT (SELECT COUNT(*) FROM records WHERE asker = ?) AS records, (SELECT COUNT(*) FROM feedback WHERE asker = ?) AS votes');
  const counted = database.prepare('SELECT COUNT(*) AS records FROM records');

  function remove(choose: typeof ofAsker, value: string, reason: 'asker' | 'age'): number {
    try {
      const { erased, isChanged } = database.transaction(() => {
        choose.run(value);
        const rows = chosen.all();
        const [sequences, atUtc] = [rows.map(({ sequence }) => sequence as number), new Date().toISOString()];
        const opinions = feedback.erase(reason, value, atUtc);
        if (rows.length === 0) return { erased: 0, isChanged: opinions > 0 };
        textIndex.remove(rows);
        dropChosen.run();
        clearChosen.run();
        chain.addErasure(sequences, reason, atUtc);
        return { erased: rows.length, isChanged: true };
      });
      if (isChanged) anchorNewest();
      // What was removed must not lie on in the write-ahead log.
      if (database.engine === 'native') database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all();
      return erased;
    } catch (error) {
      throw clearDiskError(error, dataFolder, 'written');
    }
  }
  function anchorNewest(): void {
    const head = chain.head();
    if (head !== null) anchorHead(file, head);
  }

  return {
    engine: database.engine,
    append(record) {
      try {
        const head = database.transaction(() => {
          const { sequence, question, answer } = insert.all(...recordValues(record), newSalt())[0] as { sequence: number; question: string; answer: string };
          textIndex.add(sequence, question, answer);
          return chain.addRow(sequence);
        });
        anchorHead(file, head);
      } catch (error) {
        throw clearDiskError(error, dataFolder, 'written');
      }
    },
    recent: (limit) => newest.all(Math.max(0, Math.trunc(limit))).map(recordOfRow),
    count: () => (counted.get()?.records ?? 0) as number,
    countOf: (asker) => countedOf.get(asker, asker) as { records: number; votes: number },
    find(id) {
      const row = byId.get(id);
      return row === undefined ? null : recordOfRow(row);
    },
    feedback: {
      append(entry) {
        try {
          const head = database.transaction(() => feedback.add(entry, newSalt()));
          anchorHead(file, head);
          } catch (error) {
          throw clearDiskError(error, dataFolder, 'written');
        }
      },
      ...feedbackReader(database),
    },
    ...openRecordArchive(database),
    erase: (asker) => remove(ofAsker, asker, 'asker'),
    removeBefore: (askedAtUtc) => remove(before, askedAtUtc, 'age'),
    close: () => { database.close(); },
  };
}

function openDurably(file: string, { engine }: { engine?: SqlEngine }): SqlDatabase {
  return openDurableFile(file, `The log ${JSON.stringify(file)} is not a readable SQLite database; move it away to start a new log, or put a backup in its place.`, (database) => {
    // Freed pages are overwritten, so that what was erased is gone from the file.
    database.exec('PRAGMA secure_delete = ON');
    const isNewlyChained = migrateRecords(database, file);
    refreshTextIndex(database);
    const head = isNewlyChained ? openChain(database, RECORDS).head() : null;
    if (head !== null) anchorHead(file, head);
  }, engine);
}
