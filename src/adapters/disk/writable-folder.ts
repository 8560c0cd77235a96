import { accessSync, constants, mkdirSync } from 'node:fs';
import { clearDiskError } from './clear-disk-error.js';

/** Makes the folder and its parents if they are missing. Throws ClearError (exit code 1) when it cannot be made or written. */
export function makeWritableFolder(folder: string, dataFolder: string = folder): void {
  try {
    // It holds what citizens asked.
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw clearDiskError(error, dataFolder, 'created');
  }
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw clearDiskError(error, dataFolder, 'written');
  }
}
