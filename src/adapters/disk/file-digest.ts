import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';

export interface FileDigest {
  bytes: number;
  /** Lower-case hex. */
  sha256: string;
}

const blockBytes = 1 << 20;

/** Size and SHA-256 of a file as it stands on disk, read in blocks so that its size does not matter. Throws as `fs` does. */
export function fileDigest(file: string): FileDigest {
  const descriptor = openSync(file, 'r');
  try {
    const hash = createHash('sha256');
    const block = Buffer.allocUnsafe(blockBytes);
    let bytes = 0;
    for (;;) {
      const read = readSync(descriptor, block, 0, blockBytes, null);
      if (read === 0) return { bytes, sha256: hash.digest('hex') };
      hash.update(block.subarray(0, read));
      bytes += read;
    }
  } finally {
    closeSync(descriptor);
  }
}
