import { ClearError } from '../domain/errors.js';

/** A mistake in how the command was called: exit code 2. */
export function usageError(message: string): ClearError {
  return new ClearError(message, 2);
}

/** Parser for a whole-number option; the range is part of the error message. */
export function wholeNumber(flag: string, lowest: number, highest: number): (text: string) => number {
  return (text) => {
    const value = /^\d+$/u.test(text) ? Number(text) : Number.NaN;
    if (value >= lowest && value <= highest) return value;
    throw usageError(`${flag} is ${JSON.stringify(text.slice(0, 40))}, but must be a whole number from ${lowest} to ${highest}; give another number.`);
  };
}

/** `--data` as given; an empty one is a mistake, not the working folder. */
export function dataFolderOf(options: { data?: string | undefined }): string | null {
  if (options.data === undefined) return null;
  if (options.data.trim() === '' || options.data.includes('\0')) throw usageError('--data is empty or not a path; give the folder that holds the index and the log.');
  return options.data;
}
