import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../../src/adapters/sqlite/open-database.js';
import { auditRecords } from '../../../src/adapters/sqlite/audit-file.js';
import { openRecordFacts } from '../../../src/adapters/sqlite/record-facts.js';
import { openRecordLog } from '../../../src/adapters/sqlite/record-log.js';
import { ClearError } from '../../../src/domain/errors.js';
import type { AnswerRecord } from '../../../src/ports/record-log.js';
import { temporaryFolder } from '../temporary-folder.js';
import { engines } from './engines.js';

function sampleRecord(id: string): AnswerRecord {
  const question = { id, question: '拨款多少？\0 "\'', history: [{ question: '哪次会议？' }] };
  return {
    id,
    askedAtUtc: '2025-02-20T08:30:00.000Z',
    channel: 'cli',
    asker: 'u-1',
    draft: '三百万元',
    statements: [{ text: '三百万元', passageIds: ['a#1.1-0'], isHeld: true, reason: '' }],
    model: { name: 'm', prompts: [{ name: 'draft', version: '1', digest: 'ab' }], calls: 1, inputTokens: 9, outputTokens: null, outcome: 'written' },
    strength: 0.25,
    question,
    standaloneQuestion: '第三次会议拨款多少？',
    intent: { wanted: 'amount', units: ['元'] },
    answer: { id, question: question.question, status: 'answered', answer: '三百万元 [1]', verdict: null, citations: [], nearest: [], engine: 'extract', asOf: '2025-02-20', durationMs: 7.5 },
    passages: [{ passageId: 'a#1.1-0', title: '决定', text: '拨款三百万元', lexicalScore: 3.5, vectorScore: 0.4, score: 2, isKept: true }],
    generationId: null,
    stageMs: { retrieve: 1.25 },
    failure: null,
  };
}

describe.each(engines)('%s', (engine) => {
  test('a record of an earlier program, which has no strength, reads as none, and verifies', () => {
    const file = join(temporaryFolder(), 'log.sqlite');
    const log = openRecordLog(file, { engine });
    const { strength, ...earlier } = sampleRecord('1');
    log.append(earlier as AnswerRecord);
    log.append(sampleRecord('2'));
    const facts = openRecordFacts(file, { engine });
    expect([log.find('1')?.strength, log.find('2')?.strength, ...facts.after(0, 9).map((fact) => fact.strength)]).toEqual([null, strength, null, strength]);
    facts.close();
    log.close();
    expect(auditRecords(file)).toMatchObject({ rows: 2, problem: null });
  });

  test('a record comes back as it went in, also after reopening', () => {
    const file = join(temporaryFolder(), 'new', 'log.sqlite');
    const first = openRecordLog(file, { engine });
    expect([first.count(), first.recent(5), first.find('1')]).toEqual([0, [], null]);
    const records = ['1', '2', '3'].map(sampleRecord);
    for (const record of records) first.append(record);
    first.close();
    const log = openRecordLog(file, { engine });
    expect(log.count()).toBe(3);
    expect(log.recent(2)).toEqual([records[2], records[1]]);
    expect(log.find('1')).toEqual(records[0]);
    for (const limit of [0, -1]) expect(log.recent(limit)).toEqual([]);
    expect(() => { log.append(records[0]!); }).toThrow(/UNIQUE/u);
    expect(log.count()).toBe(3);
    log.close();
  });

  test('an intent of nothing is kept as null', () => {
    const log = openRecordLog(join(temporaryFolder(), 'log.sqlite'), { engine });
    log.append({ ...sampleRecord('1'), intent: undefined, failure: 'SQLITE_BUSY', generationId: 'g1' });
    expect(log.find('1')).toMatchObject({ intent: null, failure: 'SQLITE_BUSY', generationId: 'g1' });
    log.close();
  });

  test('what an asker or time takes away is gone from the disk, the rest stays', () => {
    const folder = temporaryFolder();
    const log = openRecordLog(join(folder, 'log.sqlite'), { engine });
    const said = (id: string, asker: string | null, words: string, askedAtUtc = '2025-02-20T08:30:00.000Z'): AnswerRecord => {
      const record = sampleRecord(id);
      return { ...record, asker, askedAtUtc, standaloneQuestion: words, question: { ...record.question, question: words, history: [{ question: words }] }, draft: words, intent: { words }, answer: { ...record.answer, question: words, answer: words } };
    };
    const inFolder = (words: string): boolean => readdirSync(folder).some((name) => readFileSync(join(folder, name)).includes(words));
    for (let index = 0; index < 40; index++) log.append(said(`a${index}`, 'one', '青霜紫电'));
    log.append(said('b', 'another', '白云苍狗'));
    log.append(said('c', null, '沧海一粟', '2024-01-01T00:00:00.000Z'));
    expect(['青霜紫电', '白云苍狗', '沧海一粟'].map(inFolder)).toEqual([true, true, true]);
    expect([log.erase('one'), log.erase('one'), log.removeBefore('2024-06-01T00:00:00.000Z'), log.count()]).toEqual([40, 0, 1, 1]);
    expect(['青霜紫电', '白云苍狗', '沧海一粟'].map(inFolder)).toEqual([false, true, false]);
    expect(log.find('a1')).toBeNull();
    log.close();
  });

  test('two open logs of one file see each other', () => {
    const file = join(temporaryFolder(), 'log.sqlite');
    const [one, other] = [openRecordLog(file, { engine }), openRecordLog(file, { engine })];
    one.append(sampleRecord('1'));
    other.append(sampleRecord('2'));
    expect(one.recent(5).map(({ id }) => id)).toEqual(['2', '1']);
    one.close();
    other.close();
  });

  test('26: every open asks for full durability again', () => {
    const file = join(temporaryFolder(), 'log.sqlite');
    for (let round = 0; round < 2; round++) {
      const log = openRecordLog(file, { engine });
      log.append(sampleRecord(String(round)));
      log.close();
    }
    const database = openDatabase(file, { engine: engines[0]! });
    expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: engine === 'native' ? 'wal' : 'delete' });
    expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
    database.close();
  });

  test('the log of a newer program is refused in one sentence and left alone', () => {
    const file = join(temporaryFolder(), 'log.sqlite');
    openRecordLog(file, { engine }).close();
    const database = openDatabase(file, { engine });
    database.exec('PRAGMA user_version = 1000');
    database.close();
    expect(() => openRecordLog(file, { engine })).toThrow(ClearError);
    expect(() => openRecordLog(file, { engine })).toThrow('has schema version 1000 and this program knows versions up to 5');
  });

  test.each(['hello '.repeat(1000), '{}'])('a file that is no database is refused in one sentence (%#)', (content) => {
    const file = join(temporaryFolder(), 'log.sqlite');
    writeFileSync(file, content);
    expect(() => openRecordLog(file, { engine })).toThrow(ClearError);
    expect(() => openRecordLog(file, { engine })).toThrow('is not a readable SQLite database; move it away');
  });

  test('a folder that cannot be made is refused in one sentence', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), '');
    expect(() => openRecordLog(join(folder, 'file', 'below', 'log.sqlite'), { engine })).toThrow(/^The data folder ".*below" cannot be created because a part of the path is a file, not a folder \(ENOTDIR\); name a folder/u);
  });

  test.skipIf(process.getuid?.() === 0)('a folder that cannot be written is refused in one sentence (skipped for root, who may write everywhere)', () => {
    const folder = temporaryFolder();
    chmodSync(folder, 0o500);
    expect(() => openRecordLog(join(folder, 'log.sqlite'), { engine })).toThrow(ClearError);
    expect(existsSync(join(folder, 'log.sqlite'))).toBe(false);
  });
});

test.skipIf(engines.length < 2)('a log moves from one engine to the other and back (skipped where the native one was not built)', () => {
  const file = join(temporaryFolder(), 'log.sqlite');
  (['native', 'wasm', 'native', 'wasm'] as const).forEach((engine, round) => {
    const log = openRecordLog(file, { engine });
    log.append(sampleRecord(String(round)));
    expect(log.count()).toBe(round + 1);
    log.close();
  });
});
