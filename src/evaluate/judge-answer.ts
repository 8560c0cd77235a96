import type { Answer } from '../domain/answer.js';
import { familyOf } from '../domain/status.js';
import { bigramRecall, holdsReference, normalise, withoutMarkers } from './normalise.js';
import { isPatternRow, type GoldRow, type PatternRow, type QuestionRow } from './question-row.js';

/** A reference up to this many characters must stand in the answer word for word; a longer one by its bigrams. */
const SHORT_REFERENCE = 40;
const LONG_RECALL = 0.8;
/** Longest answer judged by patterns, in characters: a list may name many things. */
const LONGEST_LIST = 600;
const LONGEST_OTHER = 300;

export type JudgedAnswer = Pick<Answer, 'status' | 'answer' | 'citations' | 'verdict'>;

/** Null when the answer is right, else the fault in a few words. `documents` (id to text) is needed only for references given as spans. */
export function judgeAnswer(row: QuestionRow, answer: JudgedAnswer, documents: ReadonlyMap<string, string>): string | null {
  return isPatternRow(row) ? judgeByPatterns(row, answer) : judgeByReferences(row, answer, documents);
}

function judgeByReferences(row: GoldRow, answer: JudgedAnswer, documents: ReadonlyMap<string, string>): string | null {
  if (!row.answerable) return isDeclined(answer) ? null : 'answered an unanswerable question';
  if (!isAnswered(answer)) return `not answered (${answer.status})`;
  const raw = withoutMarkers(answer.answer);
  const said = normalise(raw);
  const references = referencesOf(row, documents);
  if (!references.some((reference) => fits(reference, raw, said))) {
    if (references.some((reference) => holdsReference(said, normalise(reference)))) return 'answer too long';
    return references.some((reference) => reference.length > SHORT_REFERENCE) ? 'answer misses too much of the reference' : 'reference not in answer';
  }
  const isRightDocument = row.doc_ids.length === 0 || answer.citations.some((citation) => row.doc_ids.includes(citation.documentId));
  return isRightDocument ? null : 'right words, wrong document cited';
}

function fits(reference: string, raw: string, said: string): boolean {
  const gold = normalise(reference);
  if (reference.length <= SHORT_REFERENCE) return holdsReference(said, gold) && raw.length <= Math.max(160, 3 * reference.length);
  return bigramRecall(gold, said) >= LONG_RECALL && raw.length <= 3 * reference.length + 120;
}

/** Spans count code points of the document's text. */
function referencesOf(row: GoldRow, documents: ReadonlyMap<string, string>): string[] {
  if (row.answers !== undefined) return row.answers;
  return (row.spans ?? []).map(([document, start, end]) => [...(documents.get(document) ?? '')].slice(start, end).join(''));
}

function judgeByPatterns(row: PatternRow, answer: JudgedAnswer): string | null {
  const said = withoutMarkers(answer.answer).normalize('NFKC');
  const shown = `${said} ${answer.citations.map((citation) => `${citation.quote} ${citation.text}`).join(' ')}`;
  const forbidden = row.forbid.find((text) => shown.includes(text));
  if (forbidden !== undefined) return `shows ${forbidden}`;
  if (row.refuse) return isDeclined(answer) ? null : 'answered an unanswerable question';
  if (!isAnswered(answer)) return `not answered (${answer.status})`;
  const missed = row.accept.find((group) => !group.some((pattern) => new RegExp(pattern, 'u').test(said)));
  if (missed !== undefined) return `misses ${missed.join(' | ')}`;
  if (said.length > (row.kind === 'list' ? LONGEST_LIST : LONGEST_OTHER)) return `answer too long (${said.length} characters)`;
  if (typeof row.cite === 'string' && !citesEvidence(row.cite, answer)) return 'no cited passage holds the evidence';
  if (row.verdict && answer.verdict && row.verdict !== answer.verdict) return `verdict ${answer.verdict}, expected ${row.verdict}`;
  return null;
}

/** As printed or in one width, in both cases without white space: a scan breaks lines anywhere. */
function citesEvidence(pattern: string, answer: JudgedAnswer): boolean {
  const wanted = new RegExp(pattern, 'u');
  return answer.citations.some(({ text }) => {
    const joined = text.replace(/\s+/gu, '');
    return wanted.test(joined) || wanted.test(joined.normalize('NFKC'));
  });
}

function isAnswered(answer: JudgedAnswer): boolean {
  return familyOf(answer.status) === 'answered';
}

function isDeclined(answer: JudgedAnswer): boolean {
  const family = familyOf(answer.status);
  return family === 'refused' || family === 'clarification';
}
