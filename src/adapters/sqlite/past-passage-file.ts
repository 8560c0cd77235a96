import type { ArticleHeader, Passage } from '../../domain/corpus.js';
import type { PastPassage } from '../../ports/past-passages.js';
import { makeDurable } from './durability.js';
import type { SqlEngine } from './driver.js';
import { migrate } from './migrate.js';
import { openDatabase } from './open-database.js';

/** Passages that left the index, in a file of their own: it outlives every generation. */
export interface PastPassageFile {
  /** Durable when it returns. A passage that left before keeps its first row: its id holds a digest of its words. */
  keep(passages: readonly PastPassage[]): void;
  find(passageId: string): PastPassage | null;
  count(): number;
  /** Removes the words of a document from the disk; gives the number of passages. */
  erase(documentId: string): number;
  close(): void;
}

const MIGRATIONS = [
  `CREATE TABLE past_passages (
    passage_id TEXT PRIMARY KEY,
    document_id TEXT NOT NULL,
    passage_json TEXT NOT NULL,
    header_json TEXT NOT NULL,
    left_at_utc TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX past_passages_by_document ON past_passages (document_id);`,
];

/** Opens or makes the file. Throws ClearError when a newer program wrote it. */
export function openPastPassages(file: string, engine?: SqlEngine): PastPassageFile {
  const database = openDatabase(file, engine === undefined ? {} : { engine });
  try {
    makeDurable(database);
    // What is erased must not lie on in free pages.
    database.exec('PRAGMA secure_delete = ON');
    migrate(database, MIGRATIONS, 'The file of past passages', file);
  } catch (error) {
    database.close();
    throw error;
  }
  const insert = database.prepare('INSERT OR IGNORE INTO past_passages VALUES (?, ?, ?, ?, ?)');
  const byId = database.prepare('SELECT passage_json, header_json, left_at_utc FROM past_passages WHERE passage_id = ?');
  const countAll = database.prepare('SELECT COUNT(*) AS count FROM past_passages');
  const ofDocument = database.prepare('SELECT COUNT(*) AS count FROM past_passages WHERE document_id = ?');
  const remove = database.prepare('DELETE FROM past_passages WHERE document_id = ?');

  return {
    keep: (passages) => {
      database.transaction(() => {
        for (const { passage, header, leftAtUtc } of passages) insert.run(passage.passageId, header.documentId, JSON.stringify(passage), JSON.stringify(header), leftAtUtc);
      });
    },
    find: (passageId) => {
      const row = byId.get(passageId);
      if (row === undefined) return null;
      return { passage: JSON.parse(row.passage_json as string) as Passage, header: JSON.parse(row.header_json as string) as ArticleHeader, leftAtUtc: row.left_at_utc as string };
    },
    count: () => countAll.get()?.count as number,
    erase: (documentId) => {
      const count = ofDocument.get(documentId)?.count as number;
      database.transaction(() => { remove.run(documentId); });
      // The words also stand in the write-ahead log until it is cut.
      if (database.engine === 'native') database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
      return count;
    },
    close: () => { database.close(); },
  };
}
