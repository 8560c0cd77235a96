import { basename, resolve } from 'node:path';
import type { KnownDocument } from '../ports/generation.js';

/**
 * The absolute path of the file a document was read from. It is what a generation remembers as the document's file,
 * so that documents of one folder can be told from those of another; readers see the path relative to the folder.
 */
export function originOf(root: string, relativeFile: string): string {
  const full = resolve(root);
  // A root that is a file itself names its document by its own name.
  return basename(full) === relativeFile ? full : `${full}/${relativeFile}`;
}

/** True when the path is the root or lies in it. */
export function isUnder(origin: string, root: string): boolean {
  const full = resolve(root);
  return origin === full || origin.startsWith(full === '/' ? '/' : `${full}/`);
}

/** Ids of the known documents that these paths say nothing about: they stay in the index. */
export function keepOthers(paths: readonly string[], known: ReadonlyMap<string, KnownDocument>, found: ReadonlySet<string>): string[] {
  return [...known.values()].filter(({ documentId, file }) => !found.has(documentId) && !paths.some((path) => isUnder(file, path))).map(({ documentId }) => documentId);
}
