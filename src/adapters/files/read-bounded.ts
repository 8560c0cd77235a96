import { constants } from 'node:fs';
import { open } from 'node:fs/promises';

/**
 * A regular file of at most `maxBytes`, or one sentence why not. Size and kind are asked of the opened file, so that nothing
 * can be put in its place between the look and the read; a link in the last step of the path is followed only where
 * somebody named it. Throws as `fs` does.
 */
export async function readBounded(path: string, maxBytes: number, followsLink: boolean): Promise<{ bytes: Uint8Array } | { reason: string }> {
  const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK | (followsLink ? 0 : constants.O_NOFOLLOW));
  try {
    const found = await handle.stat();
    if (!found.isFile()) return { reason: 'It is not a regular file.' };
    if (found.size > maxBytes) return { reason: `The file has ${String(Math.ceil(found.size / 1048576))} MB, more than the ${String(maxBytes / 1048576)} MB allowed; split it.` };
    const bytes = await handle.readFile();
    return bytes.length > maxBytes ? { reason: 'The file grew while it was read; try again.' } : { bytes };
  } finally {
    await handle.close();
  }
}
