import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../../domain/ids.js';
import { fileDigest } from '../disk/file-digest.js';
import { readBytes } from '../disk/read-bytes.js';
import type { FileSeal, SealedName } from './manifest.js';
import { Refusal } from './refusal.js';

// Every file is checked whole before anything of it is used: neither format notices damage by itself, and a damaged
// graph ends the process. It costs about 1 ms a megabyte of a file that is in the system's cache.

/** `size` is enough for files whose digest was taken from the disk a moment ago. */
export type SealCheck = 'digest' | 'size';

/** Throws Refusal unless the file is there, is a plain file, and has the sealed size and SHA-256. */
export function checkSeal(folder: string, name: SealedName, seal: FileSeal, check: SealCheck = 'digest'): void {
  checkSize(folder, name, seal);
  if (check === 'digest' && fileDigest(join(folder, name)).sha256 !== seal.sha256) throw damaged(name);
}

/** The same for a file that is held in memory: it is read once for both. */
export function readSealed(folder: string, name: SealedName, seal: FileSeal, check: SealCheck = 'digest'): ArrayBuffer {
  checkSize(folder, name, seal);
  const bytes = readBytes(join(folder, name));
  if (check === 'digest' && sha256(new Uint8Array(bytes)) !== seal.sha256) throw damaged(name);
  return bytes;
}

function checkSize(folder: string, name: SealedName, seal: FileSeal): void {
  const status = lstatSync(join(folder, name), { throwIfNoEntry: false });
  if (status === undefined) throw new Refusal(`its file ${name} is missing`);
  if (!status.isFile()) throw new Refusal(`its ${name} is not a plain file`);
  if (status.size !== seal.bytes) throw new Refusal(`its file ${name} has ${status.size} bytes instead of ${seal.bytes}`);
}

function damaged(name: SealedName): Refusal {
  return new Refusal(`its file ${name} is damaged (its SHA-256 differs from the manifest)`);
}
