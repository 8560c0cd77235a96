import { dirname } from 'node:path';
import type { VectorCache } from '../../ports/vector-cache.js';
import { clearDiskError } from '../disk/clear-disk-error.js';
import { makeWritableFolder } from '../disk/writable-folder.js';
import type { SqlDatabase, SqlEngine } from './driver.js';
import { migrate } from './migrate.js';
import { openDurableFile } from './open-durable-file.js';

/** The schema, step by step. A step that was ever released is never changed: a new one is added below it. */
const migrations: readonly string[] = [
  `CREATE TABLE vectors (key TEXT PRIMARY KEY, vector BLOB NOT NULL) WITHOUT ROWID;
  CREATE TABLE revisions (model TEXT PRIMARY KEY, revision INTEGER NOT NULL) WITHOUT ROWID;`,
];

/** Opens the vectors of a data folder that a model elsewhere gave. Throws ClearError when the file cannot be used. */
export function openVectorCache(file: string, engine?: SqlEngine): VectorCache & { close(): void } {
  const dataFolder = dirname(file);
  makeWritableFolder(dataFolder);
  const database = openFile(file, engine);
  const find = database.prepare('SELECT vector FROM vectors WHERE key = ?');
  const put = database.prepare('INSERT OR REPLACE INTO vectors VALUES (?, ?)');
  const drop = database.prepare('DELETE FROM vectors WHERE key >= ? AND key < ?');
  const revision = database.prepare('SELECT revision FROM revisions WHERE model = ?');
  const setRevision = database.prepare('INSERT OR REPLACE INTO revisions VALUES (?, ?)');
  const write = (work: () => void): void => {
    try {
      database.transaction(work);
    } catch (error) {
      throw clearDiskError(error, dataFolder, 'written');
    }
  };
  const revisionOf = (model: string): number => Number(revision.get(model)?.revision ?? 1);
  return {
    get: (keys) => keys.map((key) => vectorOf(find.get(key)?.vector)),
    put: (entries) => { write(() => { for (const { key, vector } of entries) put.run(key, new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength)); }); },
    revision: revisionOf,
    nextRevision(model) {
      const next = revisionOf(model) + 1;
      write(() => {
        setRevision.run(model, next);
        // Keys begin with the name of their model; no character stands behind the last of Unicode.
        drop.run(`${model}\n`, `${model}\n\u{10ffff}`);
      });
      return next;
    },
    close: () => { database.close(); },
  };
}

/** A copy, because the bytes need not begin where four divide them. */
function vectorOf(bytes: unknown): Float32Array | null {
  return bytes instanceof Uint8Array ? new Float32Array(bytes.slice().buffer) : null;
}

function openFile(file: string, engine: SqlEngine | undefined): SqlDatabase {
  const unreadable = `The file of vectors ${JSON.stringify(file)} is not a readable SQLite database; move it away, and they are asked for again.`;
  return openDurableFile(file, unreadable, (database) => { migrate(database, migrations, 'The file of vectors', file); }, engine);
}
