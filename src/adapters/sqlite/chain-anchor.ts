import { appendFileSync, closeSync, existsSync, fsyncSync, openSync, readFileSync } from 'node:fs';
import type { ChainHead } from '../../ports/audit-report.js';

/** Where the heads of a database's chain stand outside of it. */
export function anchorFileOf(file: string): string {
  return `${file}.anchor`;
}

/**
 * Writes the head of a chain beside its database and waits for the disk. One short line in append mode: processes do not mix theirs.
 * A disk that takes no more throws nothing: the row is safe already, and the next head anchors this one too.
 */
export function anchorHead(file: string, { link, hash }: ChainHead): void {
  try {
    const descriptor = openSync(anchorFileOf(file), 'a', 0o600);
    try {
      appendFileSync(descriptor, `${link} ${hash} ${new Date().toISOString()}\n`);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch {
    // `huida audit verify` counts the links after the newest anchor.
  }
}

/** What the anchor file says, by link; null where there is none, and `isBroken` where a whole line is not one of ours. */
export function readAnchors(file: string): { heads: ChainHead[]; isBroken: boolean } | null {
  const path = anchorFileOf(file);
  if (!existsSync(path)) return null;
  // What follows the last line end was cut off by a crash.
  const lines = readFileSync(path, 'utf8').split('\n').slice(0, -1);
  const matches = lines.map((line) => /^(\d{1,15}) ([0-9a-f]{64}) \S+$/u.exec(line));
  const heads = matches.flatMap((match) => (match === null ? [] : [{ link: Number(match[1]), hash: match[2] as string }]));
  return { heads, isBroken: heads.length < lines.length };
}
