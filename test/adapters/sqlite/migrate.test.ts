import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { migrate } from '../../../src/adapters/sqlite/migrate.js';
import { openDatabase } from '../../../src/adapters/sqlite/open-database.js';
import { openRecordLog } from '../../../src/adapters/sqlite/record-log.js';
import { PROJECT } from '../../house/project.js';
import { temporaryFolder } from '../temporary-folder.js';
import { engines } from './engines.js';
import { recordSaying } from './sample-log.js';

const FIRST = "CREATE TABLE words (word TEXT NOT NULL); INSERT INTO words VALUES ('kept')";
const SECOND = ['ALTER TABLE words ADD COLUMN length INTEGER', 'UPDATE words SET length = 4'];

describe.each(engines)('bad input 70 with %s', (engine) => {
  const open = (file: string) => openDatabase(file, { engine });
  const stateOf = (file: string) => {
    const database = open(file);
    const state = { version: database.prepare('PRAGMA user_version').get()?.user_version, columns: database.prepare("SELECT name FROM pragma_table_info('words') ORDER BY cid").all().map(({ name }) => name), words: database.prepare('SELECT word FROM words').all().map(({ word }) => word) };
    database.close();
    return state;
  };

  test('a migration that breaks half-way leaves the file as it was, and is done the next time', () => {
    const file = join(temporaryFolder(), 'words.sqlite');
    const database = open(file);
    migrate(database, [FIRST], 'The file', file);
    expect(() => { migrate(database, [FIRST, (opened) => { opened.exec(SECOND[0] ?? ''); throw new Error('disk full'); }], 'The file', file); }).toThrow('disk full');
    database.close();
    expect(stateOf(file)).toEqual({ version: 1, columns: ['word'], words: ['kept'] });
    const again = open(file);
    migrate(again, [FIRST, SECOND.join(';')], 'The file', file);
    again.close();
    expect(stateOf(file)).toEqual({ version: 2, columns: ['word', 'length'], words: ['kept'] });
  });

  test('a process that is killed in the middle of one leaves the file as it was', () => {
    const file = join(temporaryFolder(), 'words.sqlite');
    const database = open(file);
    migrate(database, [FIRST], 'The file', file);
    database.close();
    const source = (name: string): string => JSON.stringify(pathToFileURL(join(PROJECT, 'src', 'adapters', 'sqlite', name)).href);
    const script = `
      const { openDatabase } = await import(${source('open-database.ts')});
      const { migrate } = await import(${source('migrate.ts')});
      const database = openDatabase(${JSON.stringify(file)}, { engine: ${JSON.stringify(engine)} });
      migrate(database, [${JSON.stringify(FIRST)}, (opened) => { opened.exec(${JSON.stringify(SECOND[0])}); process.kill(process.pid, 'SIGKILL'); }], 'The file', '');`;
    const child = spawnSync(process.execPath, ['--import', join(PROJECT, 'node_modules/tsx/dist/loader.mjs'), '--input-type=module', '-e', script], { encoding: 'utf8' });
    expect({ signal: child.signal, stderr: child.stderr }).toEqual({ signal: 'SIGKILL', stderr: '' });
    expect(stateOf(file)).toEqual({ version: 1, columns: ['word'], words: ['kept'] });
  });

  test('a newer program’s file is refused with what to do', () => {
    const file = join(temporaryFolder(), 'words.sqlite');
    const database = open(file);
    migrate(database, [FIRST, SECOND.join(';')], 'The file', file);
    expect(() => { migrate(database, [FIRST], 'The file', file); }).toThrow(/schema version 2 and this program knows versions up to 1; use the newer program/u);
    database.close();
  });
});

test('bad input 64: a clock that goes back an hour, or forward a year, leaves the log whole and in order of writing', () => {
  const file = join(temporaryFolder(), 'records.sqlite');
  const log = openRecordLog(file);
  for (const [id, at] of [['a', '2025-10-26T02:30:00.000Z'], ['b', '2025-10-26T01:30:00.000Z'], ['c', '2026-10-26T01:30:00.000Z'], ['d', '2025-10-26T02:31:00.000Z']] as const) log.append(recordSaying(id, '问题', 'u-1', at));
  expect(log.recent(4).map(({ id }) => id)).toEqual(['d', 'c', 'b', 'a']);
  log.close();
  const again = openRecordLog(file);
  expect(again.count()).toBe(4);
  again.append(recordSaying('e', '问题'));
  expect(again.find('e')).not.toBeNull();
  again.close();
});
