import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { auditRecords } from '../../../src/adapters/sqlite/audit-file.js';
import { openDatabase } from '../../../src/adapters/sqlite/open-database.js';
import { openRecordLog } from '../../../src/adapters/sqlite/record-log.js';
import { temporaryFolder } from '../temporary-folder.js';
import { engines } from './engines.js';
import { withoutTriggers } from './forge-log.js';
import { recordSaying } from './sample-log.js';

const entry = (recordId: string, asker: string, comment: string | null = null, atUtc = '2025-03-01T00:00:00.000Z') => ({ recordId, atUtc, kind: 'down' as const, reason: 'wrong', comment, asker });

describe.each(engines)('%s', (engine) => {
  function withFeedback() {
    const file = join(temporaryFolder(), 'records.sqlite');
    const log = openRecordLog(file, { engine });
    for (const [id, asker] of [['a', 'one'], ['b', 'two'], ['c', 'one']] as const) log.append(recordSaying(id, `问题${id}`, asker));
    log.feedback.append(entry('a', 'two', '别人的话'));
    log.feedback.append(entry('b', 'one', '要忘记的话'));
    log.feedback.append(entry('b', 'two', '\0留下的话\uD800'));
    return { file, log };
  }
  const audit = (file: string) => auditRecords(file, [], { engine });

  test('stands beside the records, in their chain', () => {
    const { file, log } = withFeedback();
    log.append(recordSaying('d', '问题d'));
    expect(log.feedback.after(1).map(({ recordId, comment }) => [recordId, comment])).toEqual([['b', '要忘记的话'], ['b', expect.stringContaining('留下的话')]]);
    log.close();
    for (const reader of engines) expect(auditRecords(file, [], { engine: reader })).toMatchObject({ links: 7, rows: 7, erased: 0, unanchored: 0, problem: null });
  });

  test('goes with its writer and with the record it is about, from the disk, and the chain still holds', () => {
    const { file, log } = withFeedback();
    expect(log.erase('one')).toBe(2);
    expect(log.feedback.after(0).map(({ sequence }) => sequence)).toEqual([3]);
    expect(log.erase('nobody')).toBe(0);
    log.close();
    expect(audit(file)).toMatchObject({ rows: 2, erased: 4, unanchored: 0, problem: null });
    const bytes = Buffer.concat(readdirSync(dirname(file)).map((name) => readFileSync(join(dirname(file), name))));
    expect(['要忘记的话', '别人的话', '问题a', '留下的话'].map((words) => bytes.includes(words))).toEqual([false, false, false, true]);
  });

  test('goes with its age', () => {
    const { file, log } = withFeedback();
    log.feedback.append(entry('c', 'two', null, '2026-01-01T00:00:00.000Z'));
    expect(log.removeBefore('2025-02-20T00:00:00.000Z')).toBe(0);
    expect(log.removeBefore('2025-06-01T00:00:00.000Z')).toBe(3);
    expect(log.feedback.count()).toBe(0);
    log.close();
    expect(audit(file)).toMatchObject({ rows: 0, erased: 7, problem: null });
  });

  test('altered, removed, put in beside or claimed to be erased is found', () => {
    for (const [sql, link] of [
      ["UPDATE feedback SET kind = 'up' WHERE sequence = 2", 5], ['DELETE FROM feedback WHERE sequence = 1', 4], ["INSERT INTO feedback SELECT 9, record_id, at_utc, kind, reason, comment, asker, salt FROM feedback WHERE sequence = 1", 7],
      ["UPDATE chain SET kind = 'content' WHERE link = 5", 5], ["UPDATE chain SET detail = replace(detail, 'feedback', 'records') WHERE link = 7", 4],
    ] as const) {
      const { file, log } = withFeedback();
      if (sql.includes('detail')) log.erase('one');
      log.close();
      const forger = withoutTriggers(file, engine);
      forger.exec(sql);
      forger.close();
      expect([sql, audit(file)?.problem?.link]).toEqual([sql, link]);
    }
  });

  test('is neither changed nor removed by SQL that asks for no erasure', () => {
    const { file, log } = withFeedback();
    log.close();
    const database = openDatabase(file, { engine });
    for (const sql of ["UPDATE feedback SET kind = 'up'", 'DELETE FROM feedback']) expect(() => { database.exec(sql); }, sql).toThrow(/feedback is/u);
    database.close();
    expect(audit(file)?.problem).toBeNull();
  });
});
