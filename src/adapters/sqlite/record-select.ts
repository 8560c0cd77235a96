import type { RecordArchive } from '../../ports/record-archive.js';
import type { SqlDatabase, SqlRow, SqlValue } from './driver.js';
import { recordOfRow } from './record-rows.js';
import { matchOf } from './record-text.js';

const PAGE = 100;

/** Walks through the records of an open log by their sequence, so that rows added or erased meanwhile neither repeat nor hide others. */
export function openRecordArchive(database: SqlDatabase): RecordArchive {
  const before = database.prepare('SELECT COUNT(*) AS records FROM records WHERE asked_at_utc < ?');
  return {
    *select({ text, fromUtc, beforeUtc, statuses, engine, verdict }, order) {
      const conditions: [string, ...SqlValue[]][] = [];
      if (text !== undefined) {
        const match = matchOf(text);
        if (match === null) return;
        conditions.push(['sequence IN (SELECT rowid FROM record_text WHERE record_text MATCH ?)', match]);
      }
      if (fromUtc !== undefined) conditions.push(['asked_at_utc >= ?', fromUtc]);
      if (beforeUtc !== undefined) conditions.push(['asked_at_utc < ?', beforeUtc]);
      if (statuses !== undefined) conditions.push([`status IN (${statuses.map(() => '?').join(', ')})`, ...statuses]);
      if (engine !== undefined) conditions.push(['engine = ?', engine]);
      if (verdict !== undefined) conditions.push(['verdict = ?', verdict]);
      const isNewestFirst = order === 'newest first';
      const where = [`sequence ${isNewestFirst ? '<' : '>'} ?`, ...conditions.map(([sql]) => sql)].join(' AND ');
      const values = conditions.flatMap(([, ...given]) => given);
      const page = database.prepare(`SELECT * FROM records WHERE ${where} ORDER BY sequence ${isNewestFirst ? 'DESC' : 'ASC'} LIMIT ${PAGE}`);
      let last: SqlValue = isNewestFirst ? Number.MAX_SAFE_INTEGER : 0;
      let rows: SqlRow[];
      do {
        rows = page.all(last, ...values);
        for (const row of rows) yield recordOfRow(row);
        last = rows.at(-1)?.sequence ?? null;
      } while (rows.length === PAGE);
    },
    countBefore: (askedAtUtc) => (before.get(askedAtUtc)?.records ?? 0) as number,
  };
}
