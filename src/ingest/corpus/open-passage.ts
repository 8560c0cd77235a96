import type { CorpusReader } from '../../ports/generation.js';
import { passageOf, type OpenedPassage, type PastPassage } from '../../ports/past-passages.js';

/** When each document was withdrawn (ISO), by id. */
export type Withdrawn = ReadonlyMap<string, string>;

/** What a citation leads to: the passage as it stands, as it stood once, or that it must not be shown. */
export function openPassage(passageId: string, corpus: CorpusReader, findPast: (passageId: string) => PastPassage | null, withdrawn: Withdrawn): OpenedPassage {
  const documentId = documentOf(passageId);
  const withdrawnAtUtc = withdrawn.get(documentId);
  if (withdrawnAtUtc !== undefined) return { kind: 'withdrawn', documentId, withdrawnAtUtc };
  const current = corpus.passageById(passageId);
  if (current !== null) return { kind: 'current', passage: passageOf(current), header: current.header };
  const past = findPast(passageId);
  return past === null ? { kind: 'unknown' } : { kind: 'past', ...past };
}

/** The document in the id of a passage or an article. */
export function documentOf(id: string): string {
  return id.slice(0, Math.max(0, id.lastIndexOf('#')));
}
