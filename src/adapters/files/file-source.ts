import { readFile, stat } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import { ClearError } from '../../domain/errors.js';
import { documentIdOf, sha256 } from '../../domain/ids.js';
import type { DocumentSource, SourceItem } from '../../ports/document-source.js';
import { decodeText } from './decode-text.js';
import { readMarkdown } from './read-markdown.js';
import { readRows } from './read-rows.js';
import { walkFolder } from './walk-folder.js';
import { whyUnreadable } from './why-unreadable.js';

const EXTENSIONS = ['.md', '.txt', '.jsonl'];
/** Above this a text file is a mistake (a log, a dump); a `.jsonl` corpus may be larger because its rows stand alone. */
const MAX_TEXT_BYTES = 32 * 1024 * 1024;
const MAX_ROWS_BYTES = 1024 * 1024 * 1024;

/** Documents from files and folders: `.md`, `.txt` and `.jsonl`, in UTF-8. */
export function fileSource(): DocumentSource {
  return { read: readPaths };
}

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
      throw new ClearError(`Cannot read ${JSON.stringify(path)}: ${whyUnreadable(error)}. Give a file (.md, .txt, .jsonl) or a folder of them.`, 1, { cause: error });
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
  if (!EXTENSIONS.includes(extension)) {
    yield skip(`Files ending in ${extension === '' ? 'nothing' : JSON.stringify(extension)} are not read; give ${EXTENSIONS.join(', ')}.`);
    return;
  }
  let bytes: Uint8Array;
  try {
    const limit = extension === '.jsonl' ? MAX_ROWS_BYTES : MAX_TEXT_BYTES;
    const { size } = await stat(path);
    if (size > limit) {
      yield skip(`The file has ${String(Math.ceil(size / 1048576))} MB, more than the ${String(limit / 1048576)} MB allowed; split it.`);
      return;
    }
    bytes = await readFile(path);
  } catch (error) {
    if (isNamed) throw error;
    yield skip(`The file cannot be read: ${whyUnreadable(error)}.`);
    return;
  }
  if (extension === '.jsonl') yield* rowsOf(bytes, relative, skip);
  else yield textDocument(bytes, relative, extension === '.md' ? 'md' : 'txt', skip);
}

function* rowsOf(bytes: Uint8Array, relative: string, skip: (reason: string) => SourceItem): Generator<SourceItem> {
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  if (bytes.length === 0) yield skip('The file is empty.');
  else if (bytes.includes(0)) yield skip('The file is binary (it holds a zero byte); give JSON lines in UTF-8.');
  else yield* readRows(hasMark ? bytes.subarray(3) : bytes, relative);
}

function textDocument(bytes: Uint8Array, file: string, format: 'md' | 'txt', skip: (reason: string) => SourceItem): SourceItem {
  const decoded = decodeText(bytes);
  if ('reason' in decoded) return skip(decoded.reason);
  const parts = format === 'md' ? readMarkdown(decoded.text) : { given: {}, text: decoded.text, firstLine: 1 };
  if ('reason' in parts) return skip(parts.reason);
  return { kind: 'document', document: { documentId: documentIdOf(file), format, file, digest: sha256(bytes), isSingleLine: false, ...parts } };
}
