import type { Answer, Citation } from '../domain/answer.js';

/** A sentence of an answer with the marks behind it. */
export interface AnswerSentence {
  /** With its marks. */
  text: string;
  markers: number[];
}

/** A half-width mark inside an address (x?y=1) ends none. */
const SENTENCE = /(?:[^。！？!?\n]|[!?](?=[\w=&/%#.]))*(?:[。！？!?]+[”’」』）)】》"']*(?:\s*\[\d{1,3}\])*|\n+|$)/g;

/** The sentences of an answer in order; joined they are the answer. A line break ends one too. */
export function sentencesOf(answer: string): AnswerSentence[] {
  return Array.from(answer.matchAll(SENTENCE), ([text]) => text)
    .filter((text) => text !== '')
    .map((text) => ({ text, markers: Array.from(text.matchAll(/\[(\d{1,3})\]/g), (match) => Number(match[1])) }));
}

/**
 * The citations of the sentences that a quoted part of the answer touches, in the order of the answer; a part of the evidence below
 * an answer gives the passage it was taken from. Null when the quoted words are not in this answer at all.
 */
export function citationsOfQuote(answer: Answer, quoted: string): Citation[] | null {
  const wanted = squeeze(quoted);
  if (wanted === '') return null;
  const sentences = sentencesOf(answer.answer);
  const lengths = sentences.map(({ text }) => squeeze(text).length);
  const at = squeeze(answer.answer).indexOf(wanted);
  if (at < 0) {
    const inEvidence = answer.citations.filter(({ text }) => squeeze(text).includes(wanted.replace(/^[“"]|[”"…]+$/g, '')));
    return inEvidence.length > 0 ? inEvidence : null;
  }
  let start = 0;
  const markers = new Set<number>();
  for (const [index, sentence] of sentences.entries()) {
    const end = start + (lengths[index] ?? 0);
    if (start < at + wanted.length && at < end) for (const marker of sentence.markers) markers.add(marker);
    start = end;
  }
  return answer.citations.filter(({ marker }) => markers.has(marker));
}

/** Without white space, which the layout of a message changes, and without marks, which a person may leave out. */
function squeeze(text: string): string {
  return text.replace(/\[\d{1,3}\]|\s/g, '');
}
