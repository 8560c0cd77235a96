import { ClearError } from '../../domain/errors.js';

const causes: Record<string, string> = {
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'it lies on a read-only disk',
  SQLITE_READONLY: 'this user may not write there',
  SQLITE_CANTOPEN: 'this user may not write there',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EEXIST: 'a file of that name is in the way',
  ENOENT: 'a part of the path does not exist',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  SQLITE_FULL: 'the disk is full',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'the name is too long',
};

/**
 * The error of a disk operation on `folder` as one clear sentence (exit code 1); any other error is returned as it came.
 * `action` completes "The data folder X cannot be …", for example "created".
 */
export function clearDiskError(error: unknown, folder: string, action: string): unknown {
  if (error instanceof ClearError || !(error instanceof Error)) return error;
  const cause = diskCause(error);
  if (cause === null) return error;
  return new ClearError(
    `The data folder ${JSON.stringify(folder)} cannot be ${action} because ${cause}; name a folder with write permission and free space by --data DIR or DATA_DIR.`,
    1,
    { cause: error },
  );
}

/** Why the disk said no, with its code: "the disk is full (ENOSPC)". Null for any other error. */
export function diskCause(error: unknown): string | null {
  const code = error instanceof Error && !(error instanceof ClearError) ? (error as NodeJS.ErrnoException).code : undefined;
  const cause = code === undefined ? undefined : causes[code];
  return cause === undefined ? null : `${cause} (${code})`;
}
