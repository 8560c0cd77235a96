import { fileURLToPath } from 'node:url';
import type { FormatReader } from './adapters/files/file-source.js';
import { documentOf } from './adapters/files/text-items.js';
import { recognisePdf } from './adapters/ocr/recognise-pdf.js';
import { createBoundedChild } from './adapters/sandbox/bounded-child.js';
import type { SourceItem } from './ports/document-source.js';

/** With the dot; the readers themselves are loaded by the child alone. */
const EXTENSIONS = ['.html', '.htm', '.pdf', '.docx', '.csv', '.tsv', '.xlsx', '.zip'];
/** Raised with every change of what a reader makes of the same bytes: files are then read again. */
const VERSION = 'formats-1';
/** The built file, also when this one runs from its source. */
const CHILD = fileURLToPath(new URL('../dist/parse-child.js', import.meta.url));
const LIMITS = { timeoutMs: 30_000, maxBytes: 512 * 1024 * 1024 };
const STOPPED = { time: 'took longer than 30 seconds', memory: 'took more than 512 MB of memory', crash: 'ended its reader' } as const;

/** Reads foreign formats in a child of its own that is ended after 30 seconds or 512 MB; `close` ends the child. */
export function openFormats(): FormatReader & { close: () => void } {
  const child = createBoundedChild(CHILD, LIMITS);
  return {
    version: VERSION,
    extensions: EXTENSIONS,
    read: async (bytes, file) => {
      const outcome = await child.run({ bytes, file });
      if (outcome.kind === 'stopped') return [skipped(file, `Reading it ${STOPPED[outcome.by]}; it was given up. Save it again or split it.`)];
      const { items, isScanned } = outcome.reply as { items: SourceItem[]; isScanned: boolean };
      if (!isScanned) return items;
      const recognised = await recognisePdf(bytes);
      if ('reason' in recognised) return [{ kind: 'skipped', skipped: { file, ...recognised } }];
      return [{ kind: 'document', document: documentOf(bytes, file, 'txt', { given: {}, text: recognised.pages.join('\f'), firstLine: 1 }) }];
    },
    close: () => { child.close(); },
  };
}

function skipped(file: string, reason: string): SourceItem {
  return { kind: 'skipped', skipped: { file, reason } };
}
