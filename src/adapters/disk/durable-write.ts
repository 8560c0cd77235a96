import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes `parts` one after the other into a new file and waits until the disk holds them. Throws as `fs` does, also when the disk is full. */
export function writeDurably(file: string, parts: Iterable<Uint8Array>): void {
  const descriptor = openSync(file, 'w');
  try {
    for (const part of parts) writeFully(descriptor, part);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Puts `content` in the place of `file` in one step: a reader sees the old content or the new, after a power cut too. */
export function replaceDurably(file: string, content: string): void {
  const next = `${file}.next`;
  writeDurably(next, [Buffer.from(content, 'utf8')]);
  renameSync(next, file);
  syncFolder(dirname(file));
}

/** Waits until the disk holds what a folder lists: without it a rename can be undone by a power cut. */
export function syncFolder(folder: string): void {
  syncPath(folder);
}

/** Waits until the disk holds a file that somebody else wrote. */
export function syncFile(file: string): void {
  syncPath(file);
}

/** A write may take fewer bytes than it was given; the rest is written until all are. */
export function writeFully(descriptor: number, bytes: Uint8Array): void {
  let position = 0;
  while (position < bytes.length) position += writeSync(descriptor, bytes, position, Math.min(bytes.length - position, 1 << 30));
}

function syncPath(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
