import { lstatSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { UnreadFile } from '../../ports/document-source.js';
import { whyUnreadable } from './why-unreadable.js';

export type FoundFile = { kind: 'file'; path: string; relative: string; bytes: number } | { kind: 'skipped'; skipped: UnreadFile };

/**
 * Regular files under a folder, by name in code point order, so that two runs see the same order on every machine.
 * Hidden files and README.md belong to the folder, not to the corpus. Links are never followed: what they point to
 * inside the folder is read under its own name, what lies outside was not named by anybody.
 */
export async function* walkFolder(folder: string, prefix = ''): AsyncGenerator<FoundFile> {
  let entries;
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (prefix === '') throw error;
    yield { kind: 'skipped', skipped: { file: prefix.replace(/\/$/, ''), reason: `The folder cannot be read: ${whyUnreadable(error)}.` } };
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  for (const entry of entries) {
    const relative = `${prefix}${entry.name}`;
    if (entry.name.startsWith('.') || entry.name.toLowerCase() === 'readme.md') continue;
    if (entry.isDirectory()) yield* walkFolder(join(folder, entry.name), `${relative}/`);
    else if (entry.isFile()) yield { kind: 'file', path: join(folder, entry.name), relative, bytes: lstatSync(join(folder, entry.name), { throwIfNoEntry: false })?.size ?? 0 };
    else yield { kind: 'skipped', skipped: { file: relative, reason: entry.isSymbolicLink() ? 'It is a symbolic link, and links are not followed; name its target on the command line.' : 'It is not a regular file.' } };
  }
}
