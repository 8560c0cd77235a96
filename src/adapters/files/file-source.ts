import { realpathSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import { ClearError } from '../../domain/errors.js';
import { sha256 } from '../../domain/ids.js';
import type { DocumentSource, ListedFile, OpenedFile, SourceFile, SourceItem } from '../../ports/document-source.js';
import { digestOf, readBounded } from './read-bounded.js';
import { textItems } from './text-items.js';
import { walkFolder } from './walk-folder.js';
import { whyUnreadable } from './why-unreadable.js';

/** Reads files of the formats that need a reader of their own; bound by the entrance, which runs it in a bounded child. */
export interface FormatReader {
  /** Changes when the same bytes would be read otherwise. */
  version: string;
  /** With the dot, lower case. */
  extensions: readonly string[];
  read(bytes: Uint8Array, file: string): Promise<SourceItem[]>;
}

/** Changes when the same text file would be decoded otherwise. */
const TEXT_VERSION = 'text-1';
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
  const unreadable = (path: string, error: unknown): unknown =>
    error instanceof Error && 'syscall' in error ? new ClearError(`Cannot read ${JSON.stringify(path)}: ${whyUnreadable(error)}. Give a file (${extensions.join(', ')}) or a folder of them.`, 1, { cause: error }) : error;

  async function* list(paths: readonly string[]): AsyncGenerator<ListedFile> {
    for (const path of paths) {
      const full = resolve(path);
      try {
        const found = await stat(full);
        if (found.isDirectory()) yield* listFolder(full);
        else if (found.isFile()) yield listed({ path: full, relative: basename(full), bytes: found.size }, null);
        else throw new ClearError(`Cannot read ${JSON.stringify(path)}: it is neither a file nor a folder.`);
      } catch (error) {
        throw unreadable(path, error);
      }
    }
  }

  async function* listFolder(folder: string): AsyncGenerator<ListedFile> {
    const root = realpathSync(folder);
    for await (const each of walkFolder(folder)) yield each.kind === 'skipped' ? each : listed(each, join(root, each.relative));
  }

  function listed({ path, relative, bytes }: { path: string; relative: string; bytes: number }, realPath: string | null): ListedFile {
    const extension = extname(path).toLowerCase();
    if (extensions.includes(extension)) return { kind: 'file', file: { path, file: relative, bytes, isNamed: realPath === null, realPath } };
    const advice = ADVICE[extension] ?? `give ${extensions.join(', ')}`;
    return { kind: 'skipped', skipped: { file: relative, reason: `Files ending in ${extension === '' ? 'nothing' : JSON.stringify(extension)} are not read; ${advice}.` } };
  }

  async function open({ path, file, isNamed, realPath }: SourceFile): Promise<OpenedFile> {
    const skip = (reason: string): SourceItem[] => [{ kind: 'skipped', skipped: { file, reason } }];
    let read;
    try {
      read = readBounded(path, extname(path).toLowerCase() === '.jsonl' ? MAX_ROWS_BYTES : MAX_FILE_BYTES, realPath);
    } catch (error) {
      if (isNamed) throw unreadable(path, error);
      return { bytes: 0, sha256: null, items: skip(`The file cannot be read: ${whyUnreadable(error)}.`) };
    }
    if ('reason' in read) return { bytes: 0, sha256: null, items: skip(read.reason) };
    const { bytes } = read;
    const about = { bytes: bytes.length, sha256: sha256(bytes) };
    if (TEXT_EXTENSIONS.includes(extname(path).toLowerCase())) return { ...about, items: textItems(bytes, file) };
    if (bytes.length === 0 || formats === null) return { ...about, items: skip('The file is empty.') };
    return { ...about, items: await formats.read(bytes, file) };
  }

  return { version: formats === null ? TEXT_VERSION : `${TEXT_VERSION} ${formats.version}`, list, open, digest: digestOf };
}
