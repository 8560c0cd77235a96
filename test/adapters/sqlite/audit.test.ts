import { appendFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { auditActions, auditRecords } from '../../../src/adapters/sqlite/audit-file.js';
import { readAnchors } from '../../../src/adapters/sqlite/chain-anchor.js';
import { openConsoleFile } from '../../../src/adapters/sqlite/console-file.js';
import { FEEDBACK } from '../../../src/adapters/sqlite/feedback-log.js';
import { openDatabase } from '../../../src/adapters/sqlite/open-database.js';
import { openRecordLog } from '../../../src/adapters/sqlite/record-log.js';
import { RECORDS } from '../../../src/adapters/sqlite/record-migrations.js';
import { verifyChain } from '../../../src/adapters/sqlite/verify-chain.js';
import { temporaryFolder } from '../temporary-folder.js';
import { engines } from './engines.js';
import { rechain, ROWS, sampleLog, withoutTriggers } from './forge-log.js';
import { recordSaying, seededNumbers } from './sample-log.js';

describe.each(engines)('%s', (engine) => {
  test('a log with erasures is right, also after reopening, and its head is what the anchor says', () => {
    const file = sampleLog(engine);
    const report = auditRecords(file, [], { engine });
    expect(report).toMatchObject({ name: 'records', links: ROWS + 2, rows: ROWS - 4, erased: 4, unanchored: 0, problem: null });
    expect(readAnchors(file)?.heads.at(-1)).toEqual(report?.head);
    const log = openRecordLog(file, { engine });
    log.append(recordSaying('later', 'with \0 and \uD800 half'));
    log.close();
    for (const reader of engines) expect(auditRecords(file, [], { engine: reader })).toMatchObject({ rows: ROWS - 3, problem: null });
  });

  test('30: what was erased is in no file of the folder, and neither is what its hash could be tried out with', () => {
    const file = sampleLog(engine);
    const bytes = readdirSync(join(file, '..')).map((name) => readFileSync(join(file, '..', name)).toString('latin1')).join('');
    const has = (words: string): boolean => bytes.includes(Buffer.from(words, 'utf8').toString('latin1'));
    expect(['问题5', '问题6', '问题7', '问题8', 'gone'].map(has)).toEqual([true, false, false, false, false]);
  });

  test('27: 1,000 random edits of the log are all found, at or before the link they touched', { timeout: 60_000 }, () => {
    const file = sampleLog(engine);
    const anchors = readAnchors(file)?.heads ?? [];
    const database = withoutTriggers(file, engine);
    const below = seededNumbers(20_261_129);
    const rows = database.prepare('SELECT sequence FROM records').all().map(({ sequence }) => sequence as number);
    const pick = <T>(values: readonly T[]): T => values[below(values.length)] as T;
    const linkOf = (sequence: number): number => database.prepare("SELECT link FROM chain WHERE kind = 'content' AND subject = ?").get(sequence)?.link as number;
    const edits: Record<string, () => number> = {
      bitOfField() {
        const [row, column] = [pick(rows), pick(RECORDS.columns.slice(1))];
        const bytes = Buffer.from(String(database.prepare(`SELECT ${column} AS was FROM records WHERE sequence = ?`).get(row)?.was ?? ''), 'utf8');
        if (bytes.length === 0) database.prepare(`UPDATE records SET ${column} = 'x' WHERE sequence = ?`).run(row);
        else {
          const at = below(bytes.length);
          bytes[at] = (bytes[at] as number) ^ (1 << below(7));
          database.prepare(`UPDATE records SET ${column} = CAST(? AS TEXT) WHERE sequence = ?`).run(bytes, row);
        }
        return linkOf(row);
      },
      bitOfLink() {
        const [link, column] = [1 + below(ROWS + 2), pick(['kind', 'subject', 'detail', 'content_hash', 'hash'])];
        database.prepare(`UPDATE chain SET ${column} = CASE WHEN ${column} IS NULL THEN 1 WHEN typeof(${column}) = 'integer' THEN ${column} + 1 ELSE ${column} || 'a' END WHERE link = ?`).run(link);
        return link;
      },
      remove() {
        const row = pick(rows);
        database.prepare('DELETE FROM records WHERE sequence = ?').run(row);
        return linkOf(row);
      },
      removeWithLink() {
        const row = pick(rows);
        const link = linkOf(row);
        database.prepare('DELETE FROM records WHERE sequence = ?').run(row);
        database.prepare('DELETE FROM chain WHERE link = ?').run(link);
        return link;
      },
      copy() {
        const [row, to] = [pick(rows), pick([ROWS + 1 + below(50), 6, 1, -3])];
        database.exec(`INSERT INTO records SELECT ${to}, record_id || 'x', ${RECORDS.columns.slice(2).join(', ')} FROM records WHERE sequence = ${row}`);
        return ROWS + 3;
      },
      swap() {
        const [one, other] = [pick(rows), pick(rows)];
        if (one === other) return edits.remove!();
        database.exec(`UPDATE records SET sequence = -1000 WHERE sequence = ${one}; UPDATE records SET sequence = ${one} WHERE sequence = ${other}; UPDATE records SET sequence = ${other} WHERE sequence = -1000`);
        return Math.min(linkOf(one), linkOf(other));
      },
      cutTail() {
        const last = 1 + below(ROWS + 1);
        database.exec(`DELETE FROM records WHERE sequence IN (SELECT subject FROM chain WHERE link > ${last}); DELETE FROM chain WHERE link > ${last}`);
        return last + 1;
      },
      rewriteAll() {
        const row = pick(rows);
        database.prepare("UPDATE records SET answer = answer || '。' WHERE sequence = ?").run(row);
        rechain(database);
        return linkOf(row);
      },
    };
    const found: Record<string, number> = {};
    for (let round = 0; round < 1000; round++) {
      const name = pick(Object.keys(edits));
      database.exec('SAVEPOINT edit');
      const touched = edits[name]!();
      const { problem } = verifyChain(database, [RECORDS, FEEDBACK], anchors);
      database.exec('ROLLBACK TO edit; RELEASE edit');
      expect(problem, `${name} of link ${touched} in round ${round}`).not.toBeNull();
      expect(problem?.link, `${name} in round ${round}`).toBeLessThanOrEqual(touched);
      if (name === 'bitOfField' || name === 'remove' || name === 'rewriteAll') expect(problem?.link).toBe(touched);
      found[name] = (found[name] ?? 0) + 1;
    }
    expect(verifyChain(database, [RECORDS, FEEDBACK], anchors).problem).toBeNull();
    expect(Object.keys(found).sort()).toEqual(Object.keys(edits).sort());
    database.close();
  });

  test('a log of the program before there was a chain is chained once, and rows put in later are not taken into it', () => {
    const file = join(temporaryFolder(), 'records.sqlite');
    openRecordLog(file, { engine }).close();
    const old = withoutTriggers(file, engine);
    // The schema of version 2.
    old.exec('DROP TABLE chain; DROP TABLE erasing; DROP TABLE record_text; DROP TABLE record_text_version; DROP TABLE feedback; DROP TABLE erasing_feedback; ALTER TABLE records DROP COLUMN salt; PRAGMA user_version = 2');
    old.exec(`INSERT INTO records VALUES (4, 'old', '2025-01-01T00:00:00.000Z', 'cli', 'answered', NULL, 'extract', 7.5, NULL, 'q', 'q', 'a', NULL, '{"id":"old","question":"q","history":[]}', 'null', '{"citations":[]}', '[]', '{}', NULL, '{"draft":"","statements":[],"model":null}')`);
    old.close();
    expect(auditRecords(file, [], { engine })?.problem?.reason).toContain('an older program wrote it');
    openRecordLog(file, { engine }).close();
    expect(auditRecords(file, [], { engine })).toMatchObject({ links: 1, rows: 1, unanchored: 0, problem: null });
    const forger = openDatabase(file, { engine });
    forger.exec(`INSERT INTO records SELECT 9, 'forged', ${RECORDS.columns.slice(2).join(', ')} FROM records`);
    forger.close();
    openRecordLog(file, { engine }).close();
    expect(auditRecords(file, [], { engine })?.problem).toEqual({ link: 2, sequence: 9, reason: 'the row was put in beside the chain' });
  });

  test('what is hidden behind the end of a string is found', () => {
    const file = sampleLog(engine);
    const forger = withoutTriggers(file, engine);
    forger.exec("UPDATE records SET answer = CAST(CAST(answer AS BLOB) || x'00' || CAST('more' AS BLOB) AS TEXT) WHERE sequence = 9");
    forger.close();
    expect(auditRecords(file, [], { engine })?.problem?.sequence).toBe(9);
  });

  test('records and links are neither changed nor removed by SQL that asks for no erasure', () => {
    const file = sampleLog(engine);
    const database = openDatabase(file, { engine });
    for (const sql of ["UPDATE records SET answer = ''", 'DELETE FROM records', "UPDATE chain SET hash = ''", 'DELETE FROM chain']) expect(() => { database.exec(sql); }, sql).toThrow(/is not|is removed by/u);
    database.close();
    expect(auditRecords(file, [], { engine })?.problem).toBeNull();
  });

  test('an anchor that is missing, was changed or knows more than the database is named', () => {
    const file = sampleLog(engine);
    const head = auditRecords(file, [], { engine })?.head ?? null;
    expect(auditRecords(file, head === null ? [] : [head], { engine })?.problem).toBeNull();
    expect(auditRecords(file, [{ link: 5, hash: 'f'.repeat(64) }], { engine })?.problem?.link).toBe(5);
    const anchor = readFileSync(`${file}.anchor`, 'utf8');
    writeFileSync(`${file}.anchor`, anchor.replace(/^3 \w/mu, '3 z'));
    expect(auditRecords(file, [], { engine })?.problem?.reason).toBe('a line of the anchor file was changed');
    // The end of a line that a crash cut off proves nothing.
    writeFileSync(`${file}.anchor`, anchor);
    appendFileSync(`${file}.anchor`, '33 ab');
    expect(auditRecords(file, [], { engine })?.problem).toBeNull();
    rmSync(`${file}.anchor`);
    expect(auditRecords(file, [], { engine })?.problem?.reason).toContain('the anchor file is missing');
    writeFileSync(`${file}.anchor`, anchor);
    writeFileSync(file, 'no database '.repeat(500));
    expect(auditRecords(file, [], { engine })?.problem?.reason).toContain('the database cannot be read');
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
    expect(auditRecords(file, [], { engine })?.problem?.reason).toContain('the database is missing');
    expect(auditRecords(join(file, '..', 'never.sqlite'), [], { engine })).toBeNull();
  });

  test('what moderators did is chained too', () => {
    const file = join(temporaryFolder(), 'console.sqlite');
    const opened = openConsoleFile(file, { engine });
    for (const action of ['entered', 'judged', 'published']) opened.actions.append({ atUtc: '2025-01-01T00:00:00.000Z', personId: '7', action, subject: 'r1', detail: { verdict: 'right' } });
    opened.close();
    expect(auditActions(file, [], { engine })).toMatchObject({ name: 'actions', links: 3, rows: 3, unanchored: 0, problem: null });
    const forger = withoutTriggers(file, engine);
    forger.exec("UPDATE actions SET person_id = '8' WHERE sequence = 2");
    forger.close();
    expect(auditActions(file, [], { engine })?.problem).toEqual({ link: 2, sequence: 2, reason: 'the row was changed' });
  });
});
