import { createHash } from 'node:crypto';

/** SHA-256 in lower-case hex. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** A document keeps its id as long as it keeps its path (forward slashes, relative to the ingested folder). */
export function documentIdOf(relativePath: string): string {
  return relativePath.replaceAll('\\', '/').normalize('NFC');
}

/** `#` never stands in an id made from a path segment start, so the three levels can be told apart by eye. */
export function articleIdOf(documentId: string, ordinal: number): string {
  return `${documentId}#${ordinal + 1}`;
}

/** The digest makes an old citation notice that the words behind it changed. */
export function passageIdOf(articleId: string, ordinal: number, text: string): string {
  return `${articleId}.${ordinal + 1}-${sha256(text).slice(0, 8)}`;
}
