import type { Answer, Citation } from '../domain/answer.js';
import type { SourcePlace } from '../domain/corpus.js';
import { findDates } from '../language/dates.js';
import { fold } from '../language/fold.js';
import { tagWords } from '../language/tokens.js';
import { withoutMarkers } from './normalise.js';

/** What the checks look things up in. */
export interface CheckSources {
  /** Text of a passage of the live index, null when there is no such passage. */
  passageText(passageId: string): string | null;
  /** The lines of the source file that a passage says it stands on; null when the file is not at hand. */
  sourceText(place: SourcePlace): string | null;
}

/** Null where the check does not apply: nothing cited, or the source file not at hand. */
export interface AnswerChecks {
  /** Every `[n]` of the answer has its citation and every citation its `[n]`. */
  'markers match citations': boolean | null;
  'citations resolve': boolean | null;
  'quotes stand in their passage': boolean | null;
  'passages stand in their source': boolean | null;
  /** The question's own figures may be repeated (a claim is named before it is judged), and a line that declares a calculation may hold one new number: its result. */
  'figures and dates stand in a citation': boolean | null;
  /** Persons, bodies and places as the dictionary knows them, and every Latin word beside Chinese ones. */
  'names stand in a citation': boolean | null;
}

/** Proves an answered question from outside, whatever the pipeline said of itself. */
export function checkAnswer(answer: Answer, sources: CheckSources): AnswerChecks {
  if (!answer.status.startsWith('answered')) return { 'markers match citations': null, 'citations resolve': null, 'quotes stand in their passage': null, 'passages stand in their source': null, 'figures and dates stand in a citation': null, 'names stand in a citation': null };
  const { citations } = answer;
  return {
    'markers match citations': citations.length > 0 && hasMatchingMarkers(answer),
    'citations resolve': citations.every((citation) => sources.passageText(citation.passageId) === citation.text),
    'quotes stand in their passage': citations.every(({ quote, text }) => quote !== '' && text.includes(quote)),
    'passages stand in their source': standsInSource(citations, sources),
    'figures and dates stand in a citation': holdsFigures(answer),
    'names stand in a citation': holdsNames(answer),
  };
}

function hasMatchingMarkers({ answer, citations }: Answer): boolean {
  const written = new Set([...answer.matchAll(/\[(\d+)\]/gu)].map((match) => Number(match[1])));
  const given = new Set(citations.map((citation) => citation.marker));
  return written.size === given.size && [...written].every((marker) => given.has(marker));
}

/** White space apart, broken lines were joined when the file was read; and stars apart, which stand for personal data that was blotted out. */
function standsInSource(citations: readonly Citation[], sources: CheckSources): boolean | null {
  const pairs = citations.flatMap(({ text, source }) => {
    const printed = sources.sourceText(source);
    return printed === null ? [] : [{ text: squeeze(text), printed: squeeze(printed) }];
  });
  return pairs.length === 0 ? null : pairs.every(({ text, printed }) => holdsInOrder(printed, text.split(/＊+/u)));
}

function holdsInOrder(printed: string, pieces: readonly string[]): boolean {
  let at = 0;
  return pieces.every((piece) => {
    const found = printed.indexOf(piece, at);
    at = found + piece.length;
    return found >= 0;
  });
}

/** How a line says that its value was not read but worked out. */
const CALCULATED = /计算得出|得出：|calculated/iu;

function holdsFigures(answered: Answer): boolean {
  const evidence = evidenceOf(answered);
  const numbers = (text: string): string[] => fold(text).match(/\d+(?:[.,]\d+)*/gu) ?? [];
  const numbersHeld = new Set(numbers(evidence));
  const datesHeld = new Set(findDates(evidence).map((date) => date.iso));
  return withoutMarkers(answered.answer).split('\n').every((line) => {
    const strange = new Set(numbers(line).filter((number) => !numbersHeld.has(number)));
    return strange.size <= (CALCULATED.test(line) ? 1 : 0) && findDates(line).every((date) => datesHeld.has(date.iso));
  });
}

function holdsNames(answered: Answer): boolean {
  const evidence = squeeze(fold(evidenceOf(answered)));
  return withoutMarkers(answered.answer).split('\n').every((line) => namesIn(fold(line)).every((name) => evidence.includes(name)));
}

/** Words of folded text that the dictionary tags as names, and Latin ones where the text is Chinese: English sentences, and what leads to a quotation, are ours. */
function namesIn(line: string): string[] {
  const latin = /[\u3400-\u9fff]/u.test(line) ? (line.replace(/^[a-z][a-z\d ,-]*: /u, '').match(/[a-z]{2,}/gu) ?? []) : [];
  return [...latin, ...tagWords(line).filter(({ word, tag }) => /^n[rst]/u.test(tag) && /^[\u3400-\u9fff]{2,}$/u.test(word)).map(({ word }) => word)];
}

/** What an answer may lean on: the question's own words, and the passages it cites with what stands above them. */
function evidenceOf({ question, citations }: Answer): string {
  return [question, ...citations.map(({ title, body, meeting, date, text }) => [title, body, meeting, date ?? '', (date ?? '').split('-').map(Number).join(' '), text].join('\n'))].join('\n');
}

function squeeze(text: string): string {
  return text.replace(/\s+/gu, '');
}
