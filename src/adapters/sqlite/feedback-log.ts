import type { FeedbackEntry, FeedbackKind, FeedbackReader } from '../../ports/feedback-log.js';
import { openChain, type ChainedTable } from './chain.js';
import type { SqlDatabase, SqlRow } from './driver.js';

/** Beside the records, in the same chain: what people made of their answers. The salt goes with the row, as it does for records. */
export const FEEDBACK_SCHEMA = `CREATE TABLE feedback (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    record_id TEXT NOT NULL,
    at_utc TEXT NOT NULL,
    kind TEXT NOT NULL,
    reason TEXT,
    comment TEXT,
    asker TEXT NOT NULL,
    salt TEXT NOT NULL
  );
  CREATE INDEX feedback_by_record ON feedback (record_id);
  CREATE INDEX feedback_by_asker ON feedback (asker);
  CREATE TABLE erasing_feedback (sequence INTEGER PRIMARY KEY);
  CREATE TRIGGER feedback_stays BEFORE UPDATE ON feedback BEGIN SELECT RAISE(ABORT, 'feedback is not changed'); END;
  CREATE TRIGGER feedback_lasts BEFORE DELETE ON feedback WHEN OLD.sequence NOT IN (SELECT sequence FROM erasing_feedback)
    BEGIN SELECT RAISE(ABORT, 'feedback is removed by a declared erasure only'); END;`;

export const FEEDBACK: ChainedTable = { table: 'feedback', kind: 'feedback', columns: ['sequence', 'record_id', 'at_utc', 'kind', 'reason', 'comment', 'asker', 'salt'] };

/** Writes feedback; every call belongs inside a transaction of the log. */
export function openFeedback(database: SqlDatabase) {
  const chain = openChain(database, FEEDBACK);
  const insert = database.prepare('INSERT INTO feedback VALUES (NULL, ?, ?, ?, ?, ?, ?, ?) RETURNING sequence');
  const ofAsker = database.prepare('INSERT OR IGNORE INTO erasing_feedback SELECT sequence FROM feedback WHERE asker = ?');
  const before = database.prepare('INSERT OR IGNORE INTO erasing_feedback SELECT sequence FROM feedback WHERE at_utc < ?');
  const ofErased = database.prepare('INSERT OR IGNORE INTO erasing_feedback SELECT sequence FROM feedback WHERE record_id IN (SELECT record_id FROM records WHERE sequence IN (SELECT sequence FROM erasing))');
  const chosen = database.prepare('SELECT sequence FROM erasing_feedback ORDER BY sequence');
  const drop = database.prepare('DELETE FROM feedback WHERE sequence IN (SELECT sequence FROM erasing_feedback)');
  const clear = database.prepare('DELETE FROM erasing_feedback');
  return {
    add: ({ recordId, atUtc, kind, reason, comment, asker }: Omit<FeedbackEntry, 'sequence'>, salt: string) => chain.addRow(insert.all(recordId, atUtc, kind, reason, comment, asker, salt)[0]?.sequence as number),
    /** Removes what a person (`asker`) wrote or what is older than a moment (`age`), and what was said of records that are chosen for erasure; gives how many. */
    erase(reason: 'asker' | 'age', value: string, atUtc: string): number {
      (reason === 'asker' ? ofAsker : before).run(value);
      ofErased.run();
      const sequences = chosen.all().map(({ sequence }) => sequence as number);
      if (sequences.length === 0) return 0;
      drop.run();
      clear.run();
      chain.addErasure(sequences, reason, atUtc);
      return sequences.length;
    },
  };
}

/** Reads feedback of an open log. */
export function feedbackReader(database: SqlDatabase): FeedbackReader {
  const after = database.prepare('SELECT * FROM feedback WHERE sequence > ? ORDER BY sequence');
  const counted = database.prepare('SELECT COUNT(*) AS entries FROM feedback');
  return { after: (sequence) => after.all(sequence).map(entryOf), count: () => (counted.get()?.entries ?? 0) as number };
}

function entryOf(row: SqlRow): FeedbackEntry {
  return {
    sequence: row.sequence as number, recordId: row.record_id as string, atUtc: row.at_utc as string, kind: row.kind as FeedbackKind,
    reason: row.reason as string | null, comment: row.comment as string | null, asker: row.asker as string,
  };
}
