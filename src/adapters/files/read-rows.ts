import { sha256 } from '../../domain/ids.js';
import type { RawDocument } from '../../domain/corpus.js';
import type { SourceItem } from '../../ports/document-source.js';
import { givenByRow, rowSchema } from './given-header.js';

/** Documents of a `.jsonl` file, one a line; a bad line is skipped with its number and the others go in. */
export function* readRows(bytes: Uint8Array, file: string): Generator<SourceItem> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const feed = bytes.indexOf(0x0a, start);
    const end = feed < 0 ? bytes.length : feed;
    const row = bytes.subarray(start, end);
    start = end + 1;
    const read = readRow(row, decoder, file, line);
    if (read === null) continue;
    yield typeof read === 'string' ? { kind: 'skipped', skipped: { file: `${file}:${String(line)}`, reason: read } } : { kind: 'document', document: read };
  }
}

/** The document, a sentence why there is none, or null for a blank line. */
function readRow(bytes: Uint8Array, decoder: InstanceType<typeof TextDecoder>, file: string, line: number): RawDocument | string | null {
  const at = `Line ${String(line)}`;
  let json: string;
  try {
    json = decoder.decode(bytes);
  } catch {
    return `${at} is not valid UTF-8; save the file as UTF-8.`;
  }
  if (json.trim() === '') return null;
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return `${at} is not JSON; write one object a line: {"id": "…", "title": "…", "text": "…"}.`;
  }
  const row = rowSchema.safeParse(value);
  if (!row.success) {
    const key = String(row.error.issues[0]?.path[0] ?? '');
    if (key === '') return `${at} is not an object; write {"id": "…", "title": "…", "text": "…"}.`;
    return `${at} has no usable "${key}"; "id" and "text" must be text that is not blank, "title", "body", "meeting" and "source" text where given.`;
  }
  const { id, text } = row.data;
  return {
    documentId: id,
    format: 'jsonl',
    file,
    digest: sha256(bytes),
    // A zero character or half a surrogate pair prints nothing and would not survive the store.
    text: text.replace(/\p{Surrogate}|\0/gu, ' '),
    firstLine: line,
    isSingleLine: true,
    given: givenByRow(row.data),
  };
}
