import { fold } from '../../../language/fold.js';
import { splitClauses, splitSentences } from '../../../language/sentences.js';
import type { PassageView } from '../../../domain/answer.js';

/** A sentence of a passage, folded, with its clauses. */
export interface EvidenceSentence {
  text: string;
  clauses: string[];
}

/** What a statement may lean on: the passages that it names, with their headers. Folded. */
export interface EvidenceText {
  /** Texts of the passages, white space out. */
  body: string;
  /** Title, body, meeting and date of each, white space out. */
  head: string;
  sentences: EvidenceSentence[];
  /** Years that the headers are dated with. */
  years: number[];
  /** ISO dates of the headers. */
  dates: string[];
}

/** Reads the passages that one statement names. */
export function readEvidence(passages: readonly PassageView[]): EvidenceText {
  const bodies = passages.map(({ text }) => joinLines(fold(text)));
  const heads = passages.map(({ title, body, meeting, date }) => fold(`${title} ${body} ${meeting} ${date ?? ''}`));
  const dates = passages.flatMap(({ date }) => (date === null ? [] : [date]));
  return {
    body: bodies.map(squeezeSpace).join('\n'),
    head: heads.map(squeezeSpace).join('\n'),
    sentences: bodies.flatMap((text) => splitSentences(text).map((span) => ({ text: squeezeSpace(text.slice(span.start, span.end)), clauses: splitClauses(text, span).map(({ start, end }) => squeezeSpace(text.slice(start, end))) }))),
    years: [...new Set(dates.map((date) => Number(date.slice(0, 4))))],
    dates,
  };
}

/** White space between Han characters is the printer's; between Latin words it parts them. */
export function squeezeSpace(text: string): string {
  return text.replace(/(?<=[^a-z\d])\s+|\s+(?=[^a-z\d])/g, '').replace(/\s+/g, ' ');
}

/** A line broken in mid-sentence goes on in the next one. */
function joinLines(text: string): string {
  return text.replace(/(?<=[\u3400-\u9fff、，,])[ \t]*\r?\n[ \t]*(?=[\u3400-\u9fff])/g, '');
}
