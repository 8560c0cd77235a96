import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { BUILDING_SUFFIX, GENERATION_ID, GENERATIONS_FOLDER } from './generation-files.js';

/**
 * Removes generations, finished or half-built, that `isKept` does not name; files that were not put there by a build stay.
 * Call only under the build lock. What cannot be removed is left for the next build.
 */
export function removeGenerations(dataFolder: string, isKept: (generationId: string) => boolean): void {
  const folder = join(dataFolder, GENERATIONS_FOLDER);
  for (const name of readdirSync(folder)) {
    const isBuilding = name.endsWith(BUILDING_SUFFIX);
    const id = isBuilding ? name.slice(0, -BUILDING_SUFFIX.length) : name;
    if (!GENERATION_ID.test(id) || (!isBuilding && isKept(id))) continue;
    try {
      rmSync(join(folder, name), { recursive: true, force: true });
    } catch {
      // A file that another program holds open on Windows; it is no part of the live generation.
    }
  }
}
