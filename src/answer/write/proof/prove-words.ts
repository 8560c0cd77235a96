import { organOf } from '../../../language/meetings.js';
import { clauseAround, type Span } from '../../../language/sentences.js';
import { tagWords } from '../../../language/tokens.js';
import type { Thesaurus } from '../../thesaurus.js';
import { coverBy, sourceOf } from './cover.js';
import type { EvidenceText } from './evidence-text.js';
import { isLight } from './light-words.js';
import { nearestClause } from './nearest-clause.js';

/**
 * The first word of a statement that the record does not have, or null. `proven` spans (dates, figures, sessions) are judged elsewhere.
 * The words of `question`, folded, may be said again, its names may not: it was answered from these passages, so they are about its matter.
 */
export function foreignWord(statement: string, proven: readonly Span[], question: string, evidence: EvidenceText, thesaurus: Thesaurus): string | null {
  const source = sourceOf(evidence);
  const covered = coverBy(statement, source);
  const isCovered = (at: number): boolean => covered.some(({ start, end }) => start <= at && at < end);
  for (const { word, tag, start, end } of wordsOf(statement)) {
    if (!/[\p{L}\p{N}]/u.test(word) || isLight(word)) continue;
    // 规模以上 and 规模以下 are two things: what bounds a word stands behind the very same one.
    if (BOUND.test(word) && !(nearestClause(clauseAround(statement, start), evidence) ?? source).includes(statement.slice(Math.max(0, start - 1), end))) return word;
    // What is not wholly inside a proven value has to be said for itself.
    if (proven.some((span) => span.start <= start && end <= span.end)) continue;
    if (word.length >= 2 && !/^n[rstz]|^x/.test(tag) && question.includes(word)) continue;
    if (word.length === 1 ? isCovered(start) || (!TURNING.test(word) && evidence.body.includes(word)) || proven.some((span) => span.start < end && start < span.end) : isSaid(word, source, thesaurus)) continue;
    return word;
  }
  return null;
}

/** Single characters that change what stands beside them. */
const TURNING = /[未没不无非否勿副原前代免停撤缓约超近仅\d]/u;
const BOUND = /^(?:以上|以下|以内|以外|之内|之外)$/;

function isSaid(word: string, source: string, thesaurus: Thesaurus): boolean {
  if (/^[a-z\d]/.test(word)) return new RegExp(`(?<![a-z\\d])${escape(word)}(?![a-z\\d])`).test(source);
  // The segmenter takes a preposition for a part of a name that it does not know (在某江省).
  if (source.includes(word) || (word.length >= 3 && isLight(word.charAt(0)) && source.includes(word.slice(1)))) return true;
  if (thesaurus.sameAs(word).some((other) => source.includes(other))) return true;
  // 市政协 of 政协某市委员会: the organ is the same under its short and its full name.
  const organ = /^[市省县区]?(?:政协|人大|市委|省委)$/.test(word) ? organOf(word) : null;
  return organ !== null && organOf(source) === organ;
}

function wordsOf(statement: string): { word: string; tag: string; start: number; end: number }[] {
  let at = 0;
  return tagWords(statement).map(({ word, tag }) => {
    const start = statement.indexOf(word, at);
    at = start < 0 ? at : start + word.length;
    return { word, tag, start: start < 0 ? at : start, end: at };
  });
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
