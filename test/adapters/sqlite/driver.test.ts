import { existsSync, mkdirSync, readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../../src/adapters/sqlite/open-database.js';
import { temporaryFolder } from '../temporary-folder.js';
import { engines } from './engines.js';

describe.each(engines)('%s', (engine) => {
  test('stores every kind of value and gives it back', () => {
    const database = openDatabase(join(temporaryFolder(), 'a.sqlite'), { engine });
    database.exec('CREATE TABLE things (id INTEGER PRIMARY KEY, value)');
    const insert = database.prepare('INSERT INTO things VALUES (?, ?)');
    const values = ['', '会议 𠮷 "\'', 0, -1, 2 ** 40, 1.5, null, Uint8Array.of(0, 255)];
    values.forEach((value, id) => { insert.run(id, value); });
    const stored = database.prepare('SELECT value FROM things ORDER BY id').all().map(({ value }) => (value instanceof Uint8Array ? Uint8Array.from(value) : value));
    expect(stored).toEqual(values);
    expect(database.prepare('SELECT value FROM things WHERE id = ?').get(99)).toBeUndefined();
    database.close();
  });

  test('a transaction that fails leaves nothing behind', () => {
    const database = openDatabase(join(temporaryFolder(), 'a.sqlite'), { engine });
    database.exec('CREATE TABLE things (id INTEGER PRIMARY KEY)');
    const insert = database.prepare('INSERT INTO things VALUES (?)');
    const count = database.prepare('SELECT COUNT(*) AS n FROM things');
    expect(() => { database.transaction(() => { insert.run(1); insert.run(1); }); }).toThrow(/UNIQUE/u);
    expect(count.get()).toEqual({ n: 0 });
    expect(database.transaction(() => { insert.run(1); return 'done'; })).toBe('done');
    expect(count.get()).toEqual({ n: 1 });
    database.close();
  });

  test('a read-only database cannot be written, and two readers do not hinder each other', () => {
    const folder = temporaryFolder();
    const file = join(folder, 'a.sqlite');
    const writer = openDatabase(file, { engine });
    writer.exec('CREATE TABLE things (id INTEGER); INSERT INTO things VALUES (7)');
    writer.close();
    const readers = [1, 2].map(() => openDatabase(file, { engine, readOnly: true }));
    for (const reader of readers) {
      const statement = reader.prepare('SELECT * FROM things');
      expect(statement.get()).toEqual({ id: 7 });
      expect(statement.all()).toEqual([{ id: 7 }]);
      expect(() => { reader.exec('DELETE FROM things'); }).toThrow(expect.objectContaining({ code: 'SQLITE_READONLY' }) as Error);
    }
    expect(readdirSync(folder)).toEqual(['a.sqlite']);
    for (const reader of readers) reader.close();
    expect(() => openDatabase(join(folder, 'none.sqlite'), { engine, readOnly: true })).toThrow(expect.objectContaining({ code: 'SQLITE_CANTOPEN' }) as Error);
    expect(existsSync(join(folder, 'none.sqlite'))).toBe(false);
  });

  test('two writers take turns', () => {
    const file = join(temporaryFolder(), 'a.sqlite');
    const [one, other] = [openDatabase(file, { engine }), openDatabase(file, { engine })];
    one.exec('CREATE TABLE things (id INTEGER)');
    for (const writer of [one, other, one, other]) writer.prepare('INSERT INTO things VALUES (1)').run();
    expect(one.prepare('SELECT COUNT(*) AS n FROM things').get()).toEqual({ n: 4 });
    one.close();
    other.close();
  });
});

test('each engine reads what the other wrote', () => {
  for (const [from, to] of [...engines.map((engine) => [engine, engines[0]!] as const), ...engines.map((engine) => [engines[0]!, engine] as const)]) {
    const file = join(temporaryFolder(), 'a.sqlite');
    const writer = openDatabase(file, { engine: from });
    writer.exec("CREATE TABLE things (text TEXT); INSERT INTO things VALUES ('会议')");
    writer.close();
    const reader = openDatabase(file, { engine: to, readOnly: true });
    expect(reader.prepare('SELECT * FROM things').all()).toEqual([{ text: '会议' }]);
    reader.close();
  }
});

describe('wasm', () => {
  test('strings that C cannot carry are stored as their nearest neighbours of the same length', () => {
    const database = openDatabase(join(temporaryFolder(), 'a.sqlite'), { engine: 'wasm' });
    const statement = database.prepare('SELECT ? AS value');
    expect(statement.get('a\0b')).toEqual({ value: 'a\uFFFDb' });
    expect(statement.get('a\uD800b')).toEqual({ value: 'a\uFFFDb' });
    database.close();
  });

  test('the lock of a killed process is taken over once it is older than any transaction', () => {
    const file = join(temporaryFolder(), 'a.sqlite');
    const database = openDatabase(file, { engine: 'wasm' });
    database.exec('CREATE TABLE things (id INTEGER)');
    mkdirSync(`${file}.lock`);
    utimesSync(`${file}.lock`, 0, 0);
    const before = Date.now();
    database.exec('INSERT INTO things VALUES (1)');
    expect(Date.now() - before).toBeLessThan(10_000);
    expect(existsSync(`${file}.lock`)).toBe(false);
    database.close();
  });
});
