import { stat } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import { ClearError } from '../../domain/errors.js';
import type { DocumentSource, SourceItem } from '../../ports/document-source.js';
import { readBounded } from './read-bounded.js';
import { textItems } from './text-items.js';
import { walkFolder } from './walk-folder.js';
import { whyUnreadable } from './why-unreadable.js';

/** Reads files of the formats that need a reader of their own; bound by the entrance, which runs it in a bounded child. */
export interface FormatReader {
  /** With the dot, lower case. */
  extensions: readonly string[];
  read(bytes: Uint8Array, file: string): Promise<SourceItem[]>;
}

const TEXT_EXTENSIONS = ['.md', '.txt', '.jsonl'];
/** Above this a file is a mistake (a log, a dump); a `.jsonl` corpus may be larger because its rows stand alone. */
const MAX_FILE_BYTES = 32 * 1024 * 1024;
const MAX_ROWS_BYTES = 1024 * 1024 * 1024;
const ADVICE: Readonly<Record<string, string>> = {
  '.doc': 'save it as .docx', '.wps': 'save it as .docx', '.rtf': 'save it as .docx', '.odt': 'save it as .docx', '.docm': 'save it without macros as .docx',
  '.xls': 'save it as .xlsx', '.et': 'save it as .xlsx', '.xlsm': 'save it without macros as .xlsx', '.ppt': 'save it as .pdf', '.pptx': 'save it as .pdf',
  '.rar': 'pack it as .zip', '.7z': 'pack it as .zip', '.tar': 'pack it as .zip', '.gz': 'pack it as .zip', '.jpg': 'give the scan as .pdf', '.png': 'give the scan as .pdf', '.tif': 'give the scan as .pdf',
};

/** Documents from files and folders: `.md`, `.txt` and `.jsonl`, and what `formats` reads. */
export function fileSource(formats: FormatReader | null = null): DocumentSource {
  const extensions = [...TEXT_EXTENSIONS, ...(formats?.extensions ?? [])];

  async function* readPaths(paths: readonly string[]): AsyncGenerator<SourceItem> {
    for (const path of paths) {
      const full = resolve(path);
      try {
        const found = await stat(full);
        if (found.isDirectory()) yield* readFolder(full);
        else if (found.isFile()) yield* readOne(full, basename(full), true);
        else throw new ClearError(`Cannot read ${JSON.stringify(path)}: it is neither a file nor a folder.`);
      } catch (error) {
        if (!(error instanceof Error && 'syscall' in error)) throw error;
        throw new ClearError(`Cannot read ${JSON.stringify(path)}: ${whyUnreadable(error)}. Give a file (${extensions.join(', ')}) or a folder of them.`, 1, { cause: error });
      }
    }
  }

  async function* readFolder(folder: string): AsyncGenerator<SourceItem> {
    for await (const found of walkFolder(folder)) {
      if (found.kind === 'skipped') yield found;
      else yield* readOne(found.path, found.relative, false);
    }
  }

  /** `isNamed`: somebody gave this very path, so failing to open it is an error and not a line in the summary. */
  async function* readOne(path: string, relative: string, isNamed: boolean): AsyncGenerator<SourceItem> {
    const skip = (reason: string): SourceItem => ({ kind: 'skipped', skipped: { file: relative, reason } });
    const extension = extname(path).toLowerCase();
    if (!extensions.includes(extension)) {
      const advice = ADVICE[extension] ?? `give ${extensions.join(', ')}`;
      yield skip(`Files ending in ${extension === '' ? 'nothing' : JSON.stringify(extension)} are not read; ${advice}.`);
      return;
    }
    let bytes: Uint8Array;
    try {
      const read = await readBounded(path, extension === '.jsonl' ? MAX_ROWS_BYTES : MAX_FILE_BYTES, isNamed);
      if ('reason' in read) {
        yield skip(read.reason);
        return;
      }
      bytes = read.bytes;
    } catch (error) {
      if (isNamed) throw error;
      yield skip(`The file cannot be read: ${whyUnreadable(error)}.`);
      return;
    }
    if (TEXT_EXTENSIONS.includes(extension)) yield* textItems(bytes, relative);
    else if (bytes.length === 0) yield skip('The file is empty.');
    else if (formats !== null) yield* await formats.read(bytes, relative);
  }

  return { read: readPaths };
}
