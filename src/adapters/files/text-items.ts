import { extname } from 'node:path';
import type { GivenHeader, RawDocument } from '../../domain/corpus.js';
import { documentIdOf, sha256 } from '../../domain/ids.js';
import type { SourceItem } from '../../ports/document-source.js';
import { decodeText } from './decode-text.js';
import { readMarkdown } from './read-markdown.js';
import { readRows } from './read-rows.js';

/** The documents of a `.md`, `.txt` or `.jsonl` file, or why there are none. */
export function* textItems(bytes: Uint8Array, file: string): Generator<SourceItem> {
  const extension = extname(file).toLowerCase();
  if (extension === '.jsonl') {
    yield* rowsOf(bytes, file);
    return;
  }
  const decoded = decodeText(bytes);
  if ('reason' in decoded) {
    yield skip(file, decoded.reason);
    return;
  }
  const parts = extension === '.md' ? readMarkdown(decoded.text) : { given: {}, text: decoded.text, firstLine: 1 };
  yield 'reason' in parts ? skip(file, parts.reason) : { kind: 'document', document: documentOf(bytes, file, extension === '.md' ? 'md' : 'txt', parts) };
}

/** A document of the text that was read out of `bytes`. */
export function documentOf(bytes: Uint8Array, file: string, format: 'md' | 'txt', { given, text, firstLine }: { given: GivenHeader; text: string; firstLine: number }): RawDocument {
  return { documentId: documentIdOf(file), format, file, digest: sha256(bytes), isSingleLine: false, given, text, firstLine };
}

function* rowsOf(bytes: Uint8Array, file: string): Generator<SourceItem> {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const decoded = isWide ? decodeText(bytes) : null;
  const plain = decoded !== null && 'text' in decoded ? Buffer.from(decoded.text) : bytes;
  const hasMark = plain[0] === 0xef && plain[1] === 0xbb && plain[2] === 0xbf;
  if (plain.length === 0) yield skip(file, 'The file is empty.');
  else if (plain.includes(0)) yield skip(file, 'The file is binary (it holds a zero byte); give JSON lines in UTF-8.');
  else yield* readRows(hasMark ? plain.subarray(3) : plain, file);
}

function skip(file: string, reason: string): SourceItem {
  return { kind: 'skipped', skipped: { file, reason } };
}
