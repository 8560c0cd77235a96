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
  /** Appends rows of a finished file as they stand. */
  appendRows(rows: Float32Array): void;
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
    appendRows(rows) {
      flush();
      writeFully(descriptor, new Uint8Array(rows.buffer, rows.byteOffset, rows.byteLength));
      rowCount += rows.length / dimension;
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
  /** The rows from `first` to before `end`, one after the other. */
  rows(first: number, end: number): Float32Array;
  close(): void;
}

export function openVectorReader(file: string, dimension: number): VectorReader {
  const descriptor = openSync(file, 'r');
  const bytes = dimension * 4;
  function rows(first: number, end: number): Float32Array {
    const vectors = new Float32Array((end - first) * dimension);
    if (readSync(descriptor, vectors, 0, vectors.byteLength, first * bytes) !== vectors.byteLength) throw new RangeError(`${file} has no vector of row ${end - 1}`);
    return vectors;
  }
  return {
    vector: (row) => rows(row, row + 1),
    rows,
    close: () => { closeSync(descriptor); },
  };
}
