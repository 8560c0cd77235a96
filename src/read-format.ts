import { extname } from 'node:path';
import { readCsv } from './adapters/csv/read-csv.js';
import { decodeText } from './adapters/files/decode-text.js';
import { documentOf, textItems } from './adapters/files/text-items.js';
import { readHtml, statedCharset } from './adapters/html/read-html.js';
import { openZip, type Member } from './adapters/packed/open-zip.js';
import { readDocx } from './adapters/packed/read-docx.js';
import { readXlsx } from './adapters/packed/read-xlsx.js';
import { readPdf } from './adapters/pdf/read-pdf.js';
import type { GivenHeader } from './domain/corpus.js';
import type { SourceItem } from './ports/document-source.js';

/** What `readFormat` reads, by the ending of the name. */
const FORMAT_EXTENSIONS = ['.html', '.htm', '.pdf', '.docx', '.csv', '.tsv', '.xlsx', '.zip'];

/** The documents of one file. `isScanned`: a PDF whose pages would have to be recognised first. */
export interface FormatItems {
  items: SourceItem[];
  isScanned: boolean;
}

type Read = { text: string; format: 'md' | 'txt'; given?: GivenHeader } | { reason: string; isScanned?: true };

/** Reads one file of a format with a reader of its own. Runs in a bounded child: a hostile file may take all it can get. */
export async function readFormat(bytes: Uint8Array, file: string): Promise<FormatItems> {
  if (extname(file).toLowerCase() === '.zip') return { items: await readArchive(bytes, file), isScanned: false };
  const wrong = whyNotItsFormat(bytes, extname(file).toLowerCase());
  const read: Read = wrong === null ? await readOne(bytes, extname(file).toLowerCase()) : { reason: wrong };
  if ('reason' in read) return { items: [skipped(file, read.reason)], isScanned: read.isScanned ?? false };
  if (read.text.trim() === '') return { items: [skipped(file, 'No text was found in it.')], isScanned: false };
  return { items: [{ kind: 'document', document: documentOf(bytes, file, read.format, { given: read.given ?? {}, text: read.text, firstLine: 1 }) }], isScanned: false };
}

async function readOne(bytes: Uint8Array, extension: string): Promise<Read> {
  if (extension === '.pdf') {
    const read = await readPdf(bytes);
    return 'reason' in read ? read : { text: read.pages.join('\f'), format: 'txt' };
  }
  if (extension === '.docx') {
    const read = await readDocx(bytes);
    return 'reason' in read ? read : { text: read.text, format: read.hasHeadings ? 'md' : 'txt' };
  }
  if (extension === '.xlsx') {
    const read = await readXlsx(bytes);
    return 'reason' in read ? read : { text: read.text, format: 'md' };
  }
  const isHtml = extension === '.html' || extension === '.htm';
  const decoded = decodeText(bytes, isHtml ? statedCharset(bytes) : null);
  if ('reason' in decoded) return decoded;
  if (!isHtml) {
    const read = readCsv(decoded.text);
    return 'reason' in read ? read : { text: read.text, format: 'md' };
  }
  const { text, title, hasHeadings } = readHtml(decoded.text);
  return { text, format: hasHeadings ? 'md' : 'txt', ...(hasHeadings || title === '' ? {} : { given: { title } }) };
}

/** Every member as a file of its own under the name of the archive; archives in archives are not opened. */
async function readArchive(bytes: Uint8Array, file: string): Promise<SourceItem[]> {
  const zip = await openZip(bytes);
  if ('reason' in zip) return [skipped(file, zip.reason)];
  const items: SourceItem[] = [];
  for (const member of zip.members) {
    const parts = member.name.split('/');
    if (parts.some((part) => part.startsWith('.') || part === '__MACOSX') || parts.at(-1)?.toLowerCase() === 'readme.md') continue;
    items.push(...(await readMember(member, `${file}/${member.name}`)));
  }
  return items.length > 0 ? items : [skipped(file, 'The archive holds no file that is read.')];
}

async function readMember(member: Member, file: string): Promise<SourceItem[]> {
  const extension = extname(file).toLowerCase();
  if (extension === '.zip') return [skipped(file, 'An archive inside an archive is not opened; unpack it first.')];
  if (member.isEncrypted) return [skipped(file, 'It is encrypted; pack it without a password.')];
  if (!FORMAT_EXTENSIONS.includes(extension) && !['.md', '.txt', '.jsonl'].includes(extension)) return [skipped(file, `Files ending in ${JSON.stringify(extension)} are not read.`)];
  try {
    const content = await member.read();
    return FORMAT_EXTENSIONS.includes(extension) ? (await readFormat(content, file)).items : [...textItems(content, file)];
  } catch {
    return [skipped(file, 'It cannot be unpacked: the archive states another size or is damaged; pack it again.')];
  }
}

/** A name says one format and the first bytes another: somebody renamed it, or hides something. */
function whyNotItsFormat(bytes: Uint8Array, extension: string): string | null {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  const is = head.startsWith('PK\u0003\u0004') ? 'a zip archive or office file' : head.startsWith('\u00d0\u00cf\u0011\u00e0') ? 'an old or encrypted office file' : head.includes('%PDF-') ? 'a PDF' : null;
  if (extension === '.pdf') return is === 'a PDF' ? null : `Its name says .pdf, but it is ${is ?? 'no PDF'}; give it its right name.`;
  if (extension === '.docx' || extension === '.xlsx') return is === 'a zip archive or office file' ? null : `Its name says ${extension}, but it is ${is ?? 'none'}; save it again as ${extension}.`;
  return is === null ? null : `Its name says ${extension}, but it is ${is}; give it its right name.`;
}

function skipped(file: string, reason: string): SourceItem {
  return { kind: 'skipped', skipped: { file, reason } };
}
