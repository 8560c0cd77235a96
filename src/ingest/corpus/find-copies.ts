import type { CorpusReader, KnownDocument } from '../../ports/generation.js';

/** Other documents that say word for word what this one says, whatever their names and formats; spaces do not count. */
export function findCopies(documentId: string, documents: ReadonlyMap<string, KnownDocument>, corpus: CorpusReader): string[] {
  const own = documents.get(documentId);
  if (own === undefined) return [];
  const alike = new Set([...documents.values()].filter(({ articles }) => articles === own.articles).map((document) => document.documentId));
  const ordinals = new Map<string, number[]>();
  for (const [ordinal, header] of corpus.headers.entries()) {
    if (alike.has(header.documentId)) ordinals.set(header.documentId, [...(ordinals.get(header.documentId) ?? []), ordinal]);
  }
  const passagesOf = (id: string): number => documents.get(id)?.passages ?? 0;
  const textOf = (id: string): string => (ordinals.get(id) ?? []).map((ordinal) => corpus.article(ordinal).text.replace(/\s+/gu, '')).join('\n');
  const text = textOf(documentId);
  // A layout moves borders of passages, but not by much: most of a corpus need not be read.
  return [...alike].filter((id) => id !== documentId && Math.abs(passagesOf(id) - own.passages) <= 1 + own.passages / 10 && textOf(id) === text);
}
