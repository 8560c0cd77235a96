import type { CuratedAnswer, CuratedAnswers } from '../../ports/curated-answers.js';
import type { SqlDatabase, SqlRow } from './driver.js';

/** The curated answers of an open console file. */
export function curatedAnswersOf(database: SqlDatabase): CuratedAnswers {
  const insert = database.prepare('INSERT INTO curated VALUES (?, ?, ?, ?, ?, ?, ?)');
  const point = database.prepare('INSERT OR REPLACE INTO curated_keys VALUES (?, ?)');
  const byKey = database.prepare('SELECT curated.* FROM curated_keys JOIN curated USING (curated_id) WHERE key = ?');
  const newest = database.prepare('SELECT * FROM curated ORDER BY published_at_utc DESC, curated_id');
  const dropKeys = database.prepare('DELETE FROM curated_keys WHERE curated_id = ?');
  const drop = database.prepare('DELETE FROM curated WHERE curated_id = ? RETURNING curated_id');
  const orphans = database.prepare('DELETE FROM curated WHERE curated_id NOT IN (SELECT curated_id FROM curated_keys)');
  return {
    publish({ id, question, answer, passageIds, publishedBy, publishedAtUtc, recordId }, keys) {
      database.transaction(() => {
        insert.run(id, question, answer, JSON.stringify(passageIds), publishedBy, publishedAtUtc, recordId);
        for (const key of new Set(keys)) point.run(key, id);
        orphans.run();
      });
    },
    withdraw: (id) =>
      database.transaction(() => {
        dropKeys.run(id);
        return drop.all(id).length > 0;
      }),
    find(key) {
      const row = byKey.get(key);
      return row === undefined ? null : curatedOf(row);
    },
    all: () => newest.all().map(curatedOf),
  };
}

function curatedOf(row: SqlRow): CuratedAnswer {
  return {
    id: row.curated_id as string,
    question: row.question as string,
    answer: row.answer as string,
    passageIds: JSON.parse(row.passages_json as string) as string[],
    publishedBy: row.published_by as string,
    publishedAtUtc: row.published_at_utc as string,
    recordId: row.record_id as string,
  };
}
