import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { syncFolder, writeDurably } from '../disk/durable-write.js';

/** Documents that were sent to the bot: first put aside, then, once somebody said yes, in a folder that is ingested. */
export interface AddedDocuments {
  /** What is ingested. */
  folder: string;
  /** Puts bytes aside; gives the name they go by. What waited for more than a day is removed. */
  putAside(name: string, bytes: Uint8Array): string;
  /** Path of what was put aside; null when it is not there (any more). */
  asidePath(stored: string): string | null;
  /** Moves it into the folder; true also when it is there already. */
  accept(stored: string): boolean;
  /** Takes it away, wherever it is. */
  remove(stored: string): void;
}

const WAITS_MS = 86_400_000;
const STORED_NAME = /^[0-9a-f]{16}-[\p{L}\p{N}_-]{1,60}\.[a-z]{2,5}$/u;

/** `dataFolder` is made when it is missing. Everything throws as `fs` does, also when the disk is full. */
export function openAddedDocuments(dataFolder: string, nowMs: () => number = Date.now): AddedDocuments {
  const [aside, folder] = [join(dataFolder, 'added', '.waiting'), join(dataFolder, 'added')];
  const at = (place: string, stored: string): string | null => (STORED_NAME.test(stored) && existsSync(join(place, stored)) ? join(place, stored) : null);

  function removeOld(): void {
    for (const name of readdirSync(aside)) if (nowMs() - statSync(join(aside, name)).mtimeMs > WAITS_MS) rmSync(join(aside, name), { force: true });
  }

  return {
    folder,
    putAside(name, bytes) {
      mkdirSync(aside, { recursive: true, mode: 0o700 });
      removeOld();
      const stored = storedName(name, bytes);
      writeDurably(join(aside, stored), [bytes]);
      return stored;
    },
    asidePath: (stored) => at(aside, stored),
    accept(stored) {
      const path = at(aside, stored);
      if (path === null) return at(folder, stored) !== null;
      renameSync(path, join(folder, stored));
      syncFolder(folder);
      return true;
    },
    remove(stored) {
      for (const place of [aside, folder]) {
        const path = at(place, stored);
        if (path !== null) rmSync(path, { force: true });
      }
    },
  };
}

/** A name of our own: the digest tells twins apart and makes one of the same, the rest is what a reader knows it by. No path can be in it. */
function storedName(name: string, bytes: Uint8Array): string {
  const base = name.normalize('NFC').split(/[/\\]/u).at(-1) ?? '';
  const extension = /\.[a-z]{2,5}$/iu.exec(base)?.[0].toLowerCase() ?? '.txt';
  const stem = base.replace(/\.[a-z]{2,5}$/iu, '').replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/gu, '');
  return `${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}-${[...stem].slice(0, 40).join('').slice(0, 60) || 'document'}${extension}`;
}
