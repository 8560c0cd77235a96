import { closeSync, fsyncSync, openSync, readSync } from 'node:fs';
import { readBytes } from '../disk/read-bytes.js';
import { writeFully } from '../disk/durable-write.js';
import { unitVector } from './unit-vector.js';

// `vectors.f32`: unit vectors one after the other, row by row, 32-bit little-endian floats, no head: the manifest holds the counts.

/** Appends vectors to a new file without keeping them in memory. */
export interface VectorWriter {
  readonly rowCount: number;
  /** Throws ClearError for a vector that `unitVector` refuses. */
  append(vector: Float32Array): void;
  /** Writes what is left, waits for the disk, closes. */
  finish(): void;
  abort(): void;
}

export function createVectorWriter(file: string, dimension: number): VectorWriter {
  const descriptor = openSync(file, 'w');
  const rowsInBlock = Math.max(1, Math.floor((1 << 20) / (dimension * 4)));
  const block = new Float32Array(rowsInBlock * dimension);
  let rowCount = 0;
  let waiting = 0;

  function flush(): void {
    writeFully(descriptor, new Uint8Array(block.buffer, 0, waiting * dimension * 4));
    waiting = 0;
  }

  return {
    get rowCount() {
      return rowCount;
    },
    append(vector) {
      block.set(unitVector(vector, dimension), waiting * dimension);
      rowCount++;
      if (++waiting === rowsInBlock) flush();
    },
    finish() {
      try {
        flush();
        fsyncSync(descriptor);
      } finally {
        closeSync(descriptor);
      }
    },
    abort: () => { closeSync(descriptor); },
  };
}

/** All vectors in one array, row by row. */
export function readVectors(file: string): Float32Array {
  return new Float32Array(readBytes(file));
}

/** Reads single vectors of a finished file. */
export interface VectorReader {
  /** A fresh copy; throws RangeError when the file has no such row. */
  vector(row: number): Float32Array;
  close(): void;
}

export function openVectorReader(file: string, dimension: number): VectorReader {
  const descriptor = openSync(file, 'r');
  const bytes = dimension * 4;
  return {
    vector(row) {
      const vector = new Float32Array(dimension);
      if (readSync(descriptor, vector, 0, bytes, row * bytes) !== bytes) throw new RangeError(`${file} has no vector of row ${row}`);
      return vector;
    },
    close: () => { closeSync(descriptor); },
  };
}
