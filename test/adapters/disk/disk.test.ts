import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { clearDiskError } from '../../../src/adapters/disk/clear-disk-error.js';
import { replaceDurably, writeDurably } from '../../../src/adapters/disk/durable-write.js';
import { fileDigest } from '../../../src/adapters/disk/file-digest.js';
import { readBytes } from '../../../src/adapters/disk/read-bytes.js';
import { makeWritableFolder } from '../../../src/adapters/disk/writable-folder.js';
import { ClearError } from '../../../src/domain/errors.js';
import { sha256 } from '../../../src/domain/ids.js';
import { temporaryFolder } from '../temporary-folder.js';

test.each([0, 1, 4095, (1 << 20) + 3])('%s bytes are written, digested and read back whole', (length) => {
  const file = join(temporaryFolder(), 'a');
  const bytes = Buffer.from(Array.from({ length }, (_, index) => index % 251));
  writeDurably(file, [bytes.subarray(0, length >> 1), bytes.subarray(length >> 1)]);
  expect(fileDigest(file)).toEqual({ bytes: length, sha256: sha256(bytes) });
  expect(Buffer.from(readBytes(file)).equals(bytes)).toBe(true);
});

test('a replaced file is the new one or the old one, and nothing is left beside it', () => {
  const folder = temporaryFolder();
  replaceDurably(join(folder, 'a'), '一');
  replaceDurably(join(folder, 'a'), '二');
  expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('二');
  expect(readdirSync(folder)).toEqual(['a']);
  mkdirSync(join(folder, 'b'));
  expect(() => { replaceDurably(join(folder, 'b'), '三'); }).toThrow();
  expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('二');
});

test('a folder that is not to be had is named with the cause and what to do', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'file'), '');
  makeWritableFolder(join(folder, 'a', 'b'));
  makeWritableFolder(join(folder, 'a', 'b'));
  for (const path of [join(folder, 'file'), join(folder, 'file', 'a'), join(folder, 'x'.repeat(300))]) {
    expect(() => { makeWritableFolder(path); }).toThrow(ClearError);
    expect(() => { makeWritableFolder(path); }).toThrow(/^The data folder ".*" cannot be created because .* \(E[A-Z]+\); name a folder with write permission and free space by --data DIR or DATA_DIR\.$/u);
  }
});

test('other errors pass as they came', () => {
  for (const error of [new Error('x'), new ClearError('y'), 'z', Object.assign(new Error('w'), { code: 'EOTHER' })]) expect(clearDiskError(error, '/data', 'written')).toBe(error);
  expect(clearDiskError(Object.assign(new Error('x'), { code: 'ENOSPC' }), '/data', 'written')).toMatchObject({ message: expect.stringContaining('because the disk is full (ENOSPC)') as string, exitCode: 1 });
});
