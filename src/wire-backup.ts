import { existsSync, readdirSync, renameSync } from 'node:fs';
import { join, relative } from 'node:path';
import { checkedBackup, copyDurably, makeBackup, removeOldBackups } from './adapters/data-folder/backup-folder.js';
import { clearDiskError } from './adapters/disk/clear-disk-error.js';
import { syncFolder } from './adapters/disk/durable-write.js';
import { makeWritableFolder } from './adapters/disk/writable-folder.js';
import type { SqlEngine } from './adapters/sqlite/driver.js';
import { copyDatabase } from './adapters/sqlite/copy-database.js';
import type { BackupReport, RestoreReport } from './ports/backup-report.js';
import { ClearError } from './domain/errors.js';
import { auditDataFolder } from './wire-audit.js';

const DATABASE = /^[\w-]+\.sqlite$/u;
/** What belongs to the databases, and what staff wrote. The index is made again from the documents. */
const PLAIN = /^[\w-]+\.(?:sqlite\.anchor|json)$/u;

/** Backs a data folder up into a new folder below `target`; others may write meanwhile. */
export async function backUpDataFolder(dataFolder: string, target: string, keepDays: number, options: { engine?: SqlEngine; now?: Date } = {}): Promise<BackupReport> {
  const startedMs = performance.now();
  const now = options.now ?? new Date();
  const names = existsSync(dataFolder) ? readdirSync(dataFolder) : [];
  if (!names.some((name) => DATABASE.test(name))) throw new ClearError(`There is nothing to back up in ${JSON.stringify(dataFolder)}; name a data folder by --data DIR or DATA_DIR.`);
  if (!relative(dataFolder, target).startsWith('..')) throw new ClearError(`The backup ${JSON.stringify(target)} lies in the data folder and would be lost with it; name a folder elsewhere, best on another disk.`, 2);
  try {
    const { folder, backup } = await makeBackup(target, now, async (unfinished) => {
      // The anchors first: they must not know links that the copy of the database does not have yet.
      for (const name of names.filter((each) => PLAIN.test(each))) copyDurably(join(dataFolder, name), join(unfinished, name));
      for (const name of names.filter((each) => DATABASE.test(each))) await copyDatabase(join(dataFolder, name), join(unfinished, name), options);
    });
    const reports = auditDataFolder({ dataFolder: folder });
    return { folder, files: backup.files.length, bytes: backup.files.reduce((sum, { bytes }) => sum + bytes, 0), removed: removeOldBackups(target, keepDays, now), reports, durationMs: Math.round(performance.now() - startedMs) };
  } catch (error) {
    throw clearDiskError(error, target, 'written');
  }
}

/** Puts a backup into a data folder that holds nothing of the kind yet. */
export function restoreDataFolder(dataFolder: string, from: string): RestoreReport {
  const startedMs = performance.now();
  const backup = checkedBackup(from);
  makeWritableFolder(dataFolder);
  const inTheWay = readdirSync(dataFolder).find((name) => DATABASE.test(name) || PLAIN.test(name));
  if (inTheWay !== undefined) throw new ClearError(`${JSON.stringify(dataFolder)} holds ${JSON.stringify(inTheWay)} already; stop the service, move its files away, or name an empty folder by --data DIR.`);
  try {
    // Copied beside their names first: a half restored folder must not look like a data folder.
    for (const { name } of backup.files) copyDurably(join(from, name), join(dataFolder, `${name}.part`));
    for (const { name } of backup.files) renameSync(join(dataFolder, `${name}.part`), join(dataFolder, name));
    syncFolder(dataFolder);
  } catch (error) {
    throw clearDiskError(error, dataFolder, 'written');
  }
  return { createdAtUtc: backup.createdAtUtc, files: backup.files.length, reports: auditDataFolder({ dataFolder }), durationMs: Math.round(performance.now() - startedMs) };
}
