import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../../src/adapters/sqlite/open-database.js';
import { openRecordFacts } from '../../../src/adapters/sqlite/record-facts.js';
import { openRecordLog } from '../../../src/adapters/sqlite/record-log.js';
import { fold } from '../../../src/language/fold.js';
import { temporaryFolder } from '../temporary-folder.js';
import { engines } from './engines.js';
import { recordSaying, seededNumbers } from './sample-log.js';

const QUESTIONS = ['滑雪场的票价是多少元？', '滑雪 場 幾點開門', '桥梁修缮300件提案', 'ＡＢＣ-300 项目', '雪', '', '？！', '滑\u200b雪\0场', '\uD83D\uDE00𠀀字', '"NEAR(a b)" OR *'];

describe.each(engines)('%s', (engine) => {
  function logOf(words: readonly string[], asker: string | null = 'u-1') {
    const file = join(temporaryFolder(), 'records.sqlite');
    const log = openRecordLog(file, { engine });
    for (const [index, text] of words.entries()) log.append(recordSaying(`r${index + 1}`, text, asker));
    return { file, log };
  }
  function found(file: string, text: string): number[] {
    const facts = openRecordFacts(file, { engine });
    try {
      return facts.search(text);
    } finally {
      facts.close();
    }
  }

  test.each([
    ['滑雪', [1, 2, 8]], ['滑雪场', [1]], ['雪', [1, 2, 5, 8]], ['场', [1, 2, 8]], ['開門', [2]], ['开门', [2]], ['300', [3, 4]], ['00', [3, 4]], ['abc', [4]], ['bc 项目', [4]], ['票价 滑雪', [1]], ['票价 桥梁', []],
    ['场的，票', [1]], ['滑雪场票价', []], ['𠀀', [9]], ['', []], ['？', []], ['\0', []], ['" OR 1=1', []], ['near*', [10]], ['a OR b', [10]], ['a* NOT b', []], ['terms:雪', []], ['x'.repeat(100_000), []],
  ])('finds for %j %j', (text, sequences) => {
    const { file, log } = logOf(QUESTIONS);
    log.close();
    expect(found(file, text)).toEqual(sequences);
  });

  test('finds what a search through all texts finds', () => {
    const below = seededNumbers(7);
    const signs = Array.from('会议决定桥梁修缮３０a b');
    const words = Array.from({ length: 200 }, () => Array.from({ length: 1 + below(12) }, () => signs[below(signs.length)]).join(''));
    const { file, log } = logOf(words);
    log.close();
    const facts = openRecordFacts(file, { engine });
    for (let round = 0; round < 200; round++) {
      const from = words[below(words.length)] ?? '';
      const piece = [...from].slice(below(3), 3 + below(3)).join('').trim();
      const parts = fold(piece).split(/\s+/u).filter((part) => part !== '');
      const expected = words.flatMap((text, index) => (parts.length > 0 && parts.every((part) => fold(text).includes(part)) ? [index + 1] : []));
      expect([piece, facts.search(piece)]).toEqual([piece, expected]);
    }
    facts.close();
  });

  test('what is erased is found no more, and no piece of it lies on in the folder', () => {
    const { file, log } = logOf(['滑雪场几点开门'], 'gone');
    log.append(recordSaying('stays', '图书室几点开门', 'other'));
    log.erase('gone');
    expect([found(file, '滑雪'), found(file, '开门')]).toEqual([[], [2]]);
    log.close();
    const bytes = readdirSync(dirname(file)).map((name) => readFileSync(join(dirname(file), name)).toString('latin1')).join('');
    const has = (text: string): boolean => bytes.includes(Buffer.from(text, 'utf8').toString('latin1'));
    expect([has('滑雪'), has('场几'), has('图书')]).toEqual([false, false, true]);
  });

  test('a log without the index, or with one of other terms, gets it when it is opened', () => {
    const { file, log } = logOf(QUESTIONS);
    log.close();
    const old = openDatabase(file, { engine });
    old.exec("INSERT INTO record_text (record_text) VALUES ('delete-all'); UPDATE record_text_version SET version = 0");
    old.close();
    expect(found(file, '滑雪')).toEqual([]);
    openRecordLog(file, { engine }).close();
    expect(found(file, '滑雪')).toEqual([1, 2, 8]);
    const older = openDatabase(file, { engine });
    older.exec('DROP TABLE record_text; DROP TABLE record_text_version; DROP TABLE feedback; DROP TABLE erasing_feedback; PRAGMA user_version = 3');
    older.close();
    openRecordLog(file, { engine }).close();
    expect(found(file, '滑雪')).toEqual([1, 2, 8]);
  });
});
