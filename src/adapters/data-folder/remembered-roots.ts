import { readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import type { SourcePlace } from '../../domain/corpus.js';
import { replaceDurably } from '../disk/durable-write.js';

export const SOURCES_FILE = 'sources.json';
const shape = z.object({ roots: z.array(z.string().min(1)) });

/** Absolute paths that the index of a data folder was read from; empty when nobody knows. */
export function readRoots(dataFolder: string): string[] {
  try {
    return shape.parse(JSON.parse(readFileSync(join(dataFolder, SOURCES_FILE), 'utf8'))).roots;
  } catch {
    // Absent or damaged means the same: it is only a memory of where to read again.
    return [];
  }
}

/** Adds to what the live index came from, so that a damaged one can be read again. */
export function rememberRoots(dataFolder: string, paths: readonly string[]): void {
  const known = readRoots(dataFolder);
  const roots = new Set([...known, ...paths.map((path) => resolve(path))]);
  if (roots.size === known.length) return;
  replaceDurably(join(dataFolder, SOURCES_FILE), `${JSON.stringify({ roots: [...roots] })}\n`);
}

/** The lines of a source file that a passage stands on; null when no remembered root holds the file. A `.jsonl` row gives its text. */
export function readSourceLines(dataFolder: string, { file, startLine, endLine }: SourcePlace): string | null {
  for (const root of readRoots(dataFolder)) {
    const path = join(isFolder(root) ? root : dirname(root), file);
    try {
      const lines = readFileSync(path, 'utf8').split('\n').slice(startLine - 1, endLine).join('\n');
      return path.endsWith('.jsonl') ? z.object({ text: z.string() }).parse(JSON.parse(lines)).text : lines;
    } catch {
      // Not under this root, or changed since: another may have it.
    }
  }
  return null;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
