import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ClearError } from '../../domain/errors.js';
import { replaceDurably } from '../disk/durable-write.js';

const FILE = 'withdrawn.json';
const shape = z.strictObject({ documents: z.array(z.strictObject({ documentId: z.string().min(1), withdrawnAtUtc: z.iso.datetime(), path: z.string().min(1), sha256: z.string().regex(/^[0-9a-f]{64}$/u).nullable().default(null), copyOf: z.string().min(1).nullable().default(null) })) });

/** When a document was taken out (ISO), and the file it came from. */
export interface Withdrawal {
  withdrawnAtUtc: string;
  /** Absolute. */
  path: string;
  /** Of a file that held this document alone: under another name it stays out too. Null for one of several. */
  sha256: string | null;
  /** The document with the same words with which it was taken out; null where it was named itself. Both come back together. */
  copyOf: string | null;
}

/**
 * Documents that staff took out of the index, by id. They stay out however often their folder is read.
 * Throws ClearError when the file is damaged: guessing would bring them back.
 */
export function readWithdrawn(dataFolder: string): Map<string, Withdrawal> {
  const file = join(dataFolder, FILE);
  if (!existsSync(file)) return new Map();
  try {
    return new Map(shape.parse(JSON.parse(readFileSync(file, 'utf8'))).documents.map(({ documentId, ...withdrawal }) => [documentId, withdrawal]));
  } catch (error) {
    throw new ClearError(`The list of withdrawn documents ${JSON.stringify(file)} cannot be read; put a copy of it back, or remove it to let every document in again.`, 1, { cause: error });
  }
}

/** Replaces the list; on the disk when it returns. */
export function writeWithdrawn(dataFolder: string, withdrawn: ReadonlyMap<string, Withdrawal>): void {
  const documents = [...withdrawn].map(([documentId, withdrawal]) => ({ documentId, ...withdrawal }));
  replaceDurably(join(dataFolder, FILE), `${JSON.stringify({ documents }, null, 2)}\n`);
}

/** When each document was withdrawn (ISO), by id. Throws as `readWithdrawn` does. */
export function withdrawalTimes(dataFolder: string): Map<string, string> {
  return new Map([...readWithdrawn(dataFolder)].map(([documentId, { withdrawnAtUtc }]) => [documentId, withdrawnAtUtc]));
}

/** Digests of whole files that were withdrawn, with the id of their document. Throws as `readWithdrawn` does. */
export function withdrawnContents(dataFolder: string): Map<string, string> {
  return new Map([...readWithdrawn(dataFolder)].flatMap(([documentId, { sha256 }]) => (sha256 === null ? [] : [[sha256, documentId] as const])));
}
