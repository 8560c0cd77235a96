import { fromBuffer, type Entry, type ZipFile } from 'yauzl';

/** One member of an archive, unpacked when asked for. */
export interface Member {
  name: string;
  /** Stated size; what is really unpacked is checked against it and against the limit. */
  bytes: number;
  isEncrypted: boolean;
  read(): Promise<Uint8Array>;
}

/** Stops at more members, or at more bytes than the archive may hold unpacked. */
const MAX_MEMBERS = 5000;
const MAX_MEMBER_BYTES = 64 * 1024 * 1024;
const MAX_ALL_BYTES = 192 * 1024 * 1024;
/** No text is packed tighter: 1000 to 1 is a bomb. */
const MAX_RATIO = 250;

/** The members of a zip archive, or one sentence why it is not opened. Names that lead out of the archive are refused. */
export async function openZip(bytes: Uint8Array): Promise<{ members: Member[] } | { reason: string }> {
  const members: Member[] = [];
  let total = 0;
  try {
    const zip = await open(bytes);
    const entries = await readEntries(zip);
    if (entries === null) return { reason: `The archive has more than ${String(MAX_MEMBERS)} members; split it.` };
    const starts = new Set<number>();
    for (const entry of entries) {
      if (entry.fileName.endsWith('/')) continue;
      total += entry.uncompressedSize;
      if (entry.uncompressedSize > MAX_MEMBER_BYTES || total > MAX_ALL_BYTES) return { reason: 'The archive unpacks to more than is allowed (64 MB a member, 192 MB in all); split it.' };
      if (entry.uncompressedSize > 1_000_000 && entry.uncompressedSize > entry.compressedSize * MAX_RATIO) return { reason: 'The archive is packed tighter than any text can be and is not opened.' };
      if (starts.has(entry.relativeOffsetOfLocalHeader)) return { reason: 'Members of the archive overlap; it is not opened.' };
      starts.add(entry.relativeOffsetOfLocalHeader);
      members.push({ name: nameOf(entry), bytes: entry.uncompressedSize, isEncrypted: (entry.generalPurposeBitFlag & 1) === 1, read: async () => await readMember(zip, entry) });
    }
    return { members };
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    if (/invalid relative path|absolute path|invalid characters/i.test(message)) return { reason: 'A name in the archive leads out of it; it is not opened.' };
    return { reason: 'The archive is damaged or is no zip archive; pack it again.' };
  }
}

/** Names without the mark for UTF-8 are, in Chinese archives, GB18030. */
function nameOf(entry: Entry): string {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(entry.fileNameRaw).replaceAll('\\', '/');
    } catch {
      // The next encoding may fit.
    }
  }
  return entry.fileName;
}

async function open(bytes: Uint8Array): Promise<ZipFile> {
  return await new Promise((resolve, reject) => {
    fromBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { lazyEntries: true, validateEntrySizes: true, strictFileNames: false }, (error, zip) => {
      if (error !== null) reject(error);
      else resolve(zip);
    });
  });
}

async function readEntries(zip: ZipFile): Promise<Entry[] | null> {
  if (zip.entryCount > MAX_MEMBERS) return null;
  return await new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      zip.readEntry();
    });
    zip.on('end', () => { resolve(entries); });
    zip.on('error', reject);
    zip.readEntry();
  });
}

async function readMember(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  return await new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error !== null) {
        reject(error);
        return;
      }
      const parts: Buffer[] = [];
      let size = 0;
      stream.on('data', (part: Buffer) => {
        size += part.length;
        if (size > MAX_MEMBER_BYTES) stream.destroy(new Error('The member is larger than it states.'));
        else parts.push(part);
      });
      stream.on('end', () => { resolve(Buffer.concat(parts)); });
      stream.on('error', reject);
    });
  });
}
