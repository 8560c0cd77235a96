import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { sha256 } from '../../domain/ids.js';
import { GENERATIONS_FOLDER, LIVE_FILE, MANIFEST_FILE } from './generation-files.js';
import { liveShape, manifestShape, type LivePointer, type Manifest } from './manifest.js';
import { Refusal } from './refusal.js';

/** What a generation must have been built with. */
export interface Expected {
  embeddingModel: string;
  dimension: number;
  textVersion: string;
}

/** Both files are a few hundred bytes; a larger one was not written by this program. */
const largestFile = 1 << 16;

/** The live pointer, or null when no generation was ever made live. Throws Refusal when it is damaged. */
export function readLivePointer(dataFolder: string): LivePointer | null {
  const text = readSmall(join(dataFolder, LIVE_FILE), LIVE_FILE);
  return text === null ? null : parsed(text, liveShape, LIVE_FILE);
}

/** The folder and manifest of the generation that `pointer` names. Throws Refusal when it is missing, damaged or built with something else than `expected`. */
export function readManifest(dataFolder: string, pointer: LivePointer, expected?: Expected): { folder: string; manifest: Manifest } {
  const folder = join(dataFolder, GENERATIONS_FOLDER, pointer.generation);
  const name = `${MANIFEST_FILE} of generation ${pointer.generation}`;
  const text = readSmall(join(folder, MANIFEST_FILE), name);
  if (text === null) throw new Refusal(`${name} is missing`);
  if (sha256(text) !== pointer.manifestSha256) throw new Refusal(`${name} is not the one that was made live (its SHA-256 differs)`);
  const manifest = parsed(text, manifestShape, name);
  if (manifest.info.id !== pointer.generation) throw new Refusal(`${name} describes generation ${manifest.info.id}`);
  if (expected !== undefined) refuseForeign(manifest, expected);
  return { folder, manifest };
}

function refuseForeign({ info }: Manifest, expected: Expected): void {
  const builtWith = `embedding model ${info.embeddingModel} of ${info.dimension} dimensions and text version ${info.textVersion}`;
  const wanted = `embedding model ${expected.embeddingModel} of ${expected.dimension} dimensions and text version ${expected.textVersion}`;
  if (builtWith !== wanted) throw new Refusal(`it was built with ${builtWith}, while this program is set to ${wanted}`);
}

function readSmall(file: string, name: string): string | null {
  try {
    const status = statSync(file);
    if (!status.isFile() || status.size > largestFile) throw new Refusal(`${name} is not a file of at most ${largestFile} bytes`);
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const { code } = error as NodeJS.ErrnoException;
    // ENOTDIR: a part of the path is a file, so nothing can lie below it either.
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw new Refusal(`${name} cannot be read (${code})`);
  }
}

function parsed<T>(text: string, shape: z.ZodType<T>, name: string): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refusal(`${name} is not JSON`);
  }
  const result = shape.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const place = issue === undefined || issue.path.length === 0 ? 'shape' : issue.path.join('.');
  throw new Refusal(`${name} has an unexpected ${place} (${issue?.message ?? 'invalid'})`);
}
