import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ClearError } from '../../domain/errors.js';
import { replaceDurably, syncFile, syncFolder } from '../disk/durable-write.js';
import { fileDigest } from '../disk/file-digest.js';

const MANIFEST = 'backup.json';
const DAY_MS = 86_400_000;
/** Only names that lie in the folder itself. */
const shape = z.object({
  version: z.literal(1),
  createdAtUtc: z.iso.datetime(),
  files: z.array(z.object({ name: z.string().regex(/^[a-z][\w-]*(?:\.\w+)+$/u), bytes: z.number(), sha256: z.string() })),
});
/** What stands in a backup, and when it was made. */
export type Backup = z.infer<typeof shape>;

/** Makes one backup below `target`: `fill` puts the files in, and only a whole backup gets its name. Gives its folder. */
export async function makeBackup(target: string, now: Date, fill: (folder: string) => Promise<void>): Promise<{ folder: string; backup: Backup }> {
  const folder = join(target, `huida-${now.toISOString().replace(/[:.]/gu, '-')}`);
  const unfinished = `${folder}.part`;
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  try {
    await fill(unfinished);
    const files = readdirSync(unfinished).sort().map((name) => ({ name, ...fileDigest(join(unfinished, name)) }));
    const backup: Backup = { version: 1, createdAtUtc: now.toISOString(), files };
    replaceDurably(join(unfinished, MANIFEST), `${JSON.stringify(backup, null, 1)}\n`);
    syncFolder(unfinished);
    renameSync(unfinished, folder);
    syncFolder(target);
    return { folder, backup };
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw error;
  }
}

/** Copies a small file and waits for the disk. */
export function copyDurably(from: string, to: string): void {
  copyFileSync(from, to);
  syncFile(to);
}

/** Removes whole backups that are older than so many days, never the newest; gives their names. */
export function removeOldBackups(target: string, keepDays: number, now: Date): string[] {
  const known = readdirSync(target).flatMap((name) => {
    const backup = /^huida-[\dTZ-]+$/u.test(name) ? readManifest(join(target, name)) : null;
    return backup === null ? [] : [{ name, createdAtUtc: backup.createdAtUtc }];
  });
  const old = known.sort((a, b) => (a.createdAtUtc < b.createdAtUtc ? -1 : 1)).slice(0, -1).filter(({ createdAtUtc }) => Date.parse(createdAtUtc) < now.getTime() - keepDays * DAY_MS);
  for (const { name } of old) rmSync(join(target, name), { recursive: true });
  return old.map(({ name }) => name);
}

/** Reads a backup and compares every file with its digest. Throws ClearError when it is none, or not what it was. */
export function checkedBackup(folder: string): Backup {
  const backup = readManifest(folder);
  if (backup === null) throw new ClearError(`${JSON.stringify(folder)} is no backup: it has no readable ${MANIFEST}; name a folder that "huida backup" made.`);
  for (const { name, bytes, sha256 } of backup.files) {
    const found = existsSync(join(folder, name)) ? fileDigest(join(folder, name)) : null;
    if (found?.sha256 !== sha256 || found.bytes !== bytes) throw new ClearError(`${JSON.stringify(join(folder, name))} ${found === null ? 'is missing' : 'is not what was backed up'}; use another backup.`);
  }
  return backup;
}

function readManifest(folder: string): Backup | null {
  try {
    return shape.parse(JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')));
  } catch {
    return null;
  }
}
