import type { ArticleHeader } from '../../../src/domain/corpus.js';
import { bigramRecall, holdsReference, normalise } from '../../../src/evaluate/normalise.js';
import { isPatternRow, type QuestionRow } from '../../../src/evaluate/question-row.js';

/** Least share of a long reference's character pairs that the right sentence holds. */
const SENTENCE_RECALL = 0.75;
/** Shorter references stand in the right sentence word for word. */
const LONG_REFERENCE = 12;

/** Whether the text says what the row expects, in the document or passage that the row expects. */
export function holdsAnswer(row: QuestionRow, header: ArticleHeader, text: string, passage: string): boolean {
  if (isPatternRow(row)) {
    const said = text.normalize('NFKC');
    const isCited = typeof row.cite !== 'string' || new RegExp(row.cite, 'u').test(passage.replace(/\s+/gu, '').normalize('NFKC')) || new RegExp(row.cite, 'u').test(passage.replace(/\s+/gu, ''));
    return isCited && row.accept.every((group) => group.some((pattern) => new RegExp(pattern, 'u').test(said)));
  }
  if (!row.doc_ids.includes(header.documentId)) return false;
  const said = normalise(text);
  return (row.answers ?? []).map(normalise).some((reference) => holdsReference(said, reference) || (reference.length >= LONG_REFERENCE && bigramRecall(reference, said) >= SENTENCE_RECALL));
}
