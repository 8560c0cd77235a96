import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** `readSync` takes at most 2^31 - 1 bytes a call. */
const largestRead = 1 << 30;

/**
 * A whole file in a buffer of its own, so that typed arrays can be laid on it at any aligned offset
 * (`readFileSync` may hand out a slice of a shared pool, and stops at 2 GiB). Throws as `fs` does.
 */
export function readBytes(file: string): ArrayBuffer {
  const descriptor = openSync(file, 'r');
  try {
    const { size } = fstatSync(descriptor);
    const buffer = new ArrayBuffer(size);
    const view = new Uint8Array(buffer);
    let position = 0;
    while (position < size) {
      const read = readSync(descriptor, view, position, Math.min(largestRead, size - position), position);
      if (read === 0) throw new Error(`${file} became shorter while it was read`);
      position += read;
    }
    return buffer;
  } finally {
    closeSync(descriptor);
  }
}
