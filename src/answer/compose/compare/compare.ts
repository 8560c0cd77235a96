import { findFigures } from '../../../language/figures.js';
import { fold } from '../../../language/fold.js';
import { splitClauses } from '../../../language/sentences.js';
import { figuresAgree } from '../../../language/values.js';
import type { CorpusReader } from '../../../ports/generation.js';
import { coverage, type WeighedWord } from '../../evidence.js';
import type { Intent } from '../../intent.js';
import { findPeople } from '../../../language/people.js';
import { refusal, type Cut, type Draft } from '../draft.js';
import { differenceOf, orderOf, sumOf } from './arithmetic.js';
import { computeLead, type Known } from './computed-lead.js';
import { wholeBeside } from './whole-beside.js';
import type { ClaimedOrder, Comparison, SideQuestion } from './read-comparison.js';
import { composeStatedShare } from './stated-share.js';
import { readSides, type SideEvidence, type SideValue } from './side-value.js';

/** Most sides of one table. */
const MAX_ROWS = 12;

/** One side with what was found for it. */
interface Row extends SideQuestion {
  value: SideValue | null;
}

type Language = Intent['language'];

/**
 * Answers a comparison from what was found for each side. `answerSide` gives the ordinary answer of one side's question,
 * for sides that are no figures. Null where neither way leads anywhere, so that the question is answered as a whole.
 */
export function composeComparison(comparison: Comparison, found: readonly SideEvidence[], corpus: CorpusReader, answerSide: (side: SideEvidence) => Draft): Draft | null {
  const language = found[0]?.intent.language ?? 'zh';
  const stated = comparison.operation === 'share' ? composeStatedShare(found, corpus) : null;
  if (stated !== null) return stated;
  const asksFigure = found.every(({ intent }) => /多少|几/.test(intent.folded) || intent.type === 'how_many' || intent.type === 'share');
  if (!asksFigure) return composeWords(comparison, found, corpus, answerSide);
  const isPart = comparison.operation === 'share' || comparison.operation === 'rest';
  const values = readSides(found.slice(0, MAX_ROWS), corpus, isPart);
  if (isPart) settleWhole(comparison.operation === 'share' ? 1 : 0, values, found, corpus);
  const rows = comparison.sides.slice(0, MAX_ROWS).map((side, index): Row => ({ ...side, value: values[index] ?? null }));
  const known = rows.filter((row): row is Known => row.value !== null);
  const missing = rows.filter(({ value }) => value === null).map(({ label }) => label);
  if (comparison.claimed !== null) return missing.length > 0 ? { ...refusal('refused_not_in_passages', missing.join('、')), verdict: 'not_found' } : judgeOrder(comparison.claimed, known, language);
  if (known.length === 0) return comparison.operation === 'each' ? null : refusal('refused_not_in_passages', missing.join('、'));
  if (isPart && (missing.length > 0 || !isOfOneRecord(known, corpus))) return refusal('refused_not_in_passages', missing.join('、'));
  const cuts = cutsOf(known);
  if (missing.length > 0) return { kind: 'cuts', cuts, verdict: null, lead: '', missing: missing.join('、') };
  const computed = computeLead(comparison.operation, known, language);
  return { kind: 'cuts', cuts, verdict: null, lead: computed.text, computed: computed.values };
}

/** A whole that is only the kind of thing (提案 of 集体提案) is read from the part's own sentence: alone it would fit any count of such things. */
function settleWhole(position: number, values: (SideValue | null)[], found: readonly SideEvidence[], corpus: CorpusReader): void {
  const part = values[1 - position];
  const beside = part === null || part === undefined ? null : wholeBeside(part, corpus);
  const others = found[1 - position]?.words.map(({ text }) => text) ?? [];
  const isBare = found[position]?.words.every(({ text, importance }) => importance < 0.5 || others.includes(text)) ?? true;
  if (isBare) values[position] = beside;
}

/** A part and its whole are told by one record, or by records of one meeting; figures of two meetings are no part of each other. */
function isOfOneRecord(rows: readonly Known[], corpus: CorpusReader): boolean {
  const [first, ...rest] = rows.map(({ value }) => corpus.headers[value.cut.article]);
  return rest.every((header) => header?.documentId === first?.documentId || (header?.date === first?.date && header?.body === first?.body));
}

/** Each side's words on a line of its own; one line where both sides stand in the same words. */
function cutsOf(rows: readonly Known[]): Cut[] {
  const cuts: Cut[] = [];
  for (const { label, value } of rows) {
    const same = cuts.find(({ article, start, end }) => article === value.cut.article && start < value.cut.end && value.cut.start < end);
    if (same === undefined) cuts.push({ ...value.cut, label: `${label}：` });
    else {
      same.start = Math.min(same.start, value.cut.start);
      same.end = Math.max(same.end, value.cut.end);
      delete same.label;
    }
  }
  return cuts;
}

/** Whether a claimed order of two sides, and a claimed difference, hold of what the record gives. */
function judgeOrder(claimed: ClaimedOrder, rows: readonly Known[], language: Language): Draft | null {
  const [a, b] = rows;
  const order = a === undefined || b === undefined ? null : orderOf(a.value.figure, b.value.figure);
  if (a === undefined || b === undefined || order === null) return null;
  const result = claimed.isMore === null ? sumOf(rows.map(({ value }) => value)) : differenceOf(a.value, b.value);
  const computed = result === null ? null : (findFigures(result)[0] ?? null);
  if (claimed.isMore === null && computed === null) return null;
  const isSameSize = claimed.figure === null || (computed !== null && figuresAgree(claimed.figure, { ...computed, bound: 'exact' }) === 'same');
  const holds = isSameSize && (claimed.isMore === null || (order !== 0 && order > 0 === claimed.isMore));
  const { text, values } = computeLead(claimed.isMore === null ? 'sum' : 'difference', rows, language);
  const judged = language === 'zh' ? `说法与记录${holds ? '一致' : '不符'}。` : `The record ${holds ? 'bears this out' : 'says otherwise'}. `;
  return { kind: 'cuts', cuts: cutsOf(rows), verdict: holds ? 'supported' : 'contradicted', lead: judged + text, computed: values };
}

/** Sides whose values are words (who, when, where): each with its own line, and whether one and the same person stands in both. */
function composeWords({ operation, sides }: Comparison, found: readonly SideEvidence[], corpus: CorpusReader, answerSide: (side: SideEvidence) => Draft): Draft | null {
  const drafts = found.slice(0, MAX_ROWS).map(answerSide);
  const missing = sides.filter((_, index) => drafts[index]?.kind === 'refusal').map(({ label }) => label);
  if (missing.length === sides.length) return operation === 'each' ? null : refusal('refused_not_in_passages', missing.join('、'));
  const rows = drafts.flatMap((draft, index) => {
    const cut = draft.kind === 'cuts' ? draft.cuts[0] : undefined;
    return cut === undefined ? [] : [{ cut: { ...cut, label: `${sides[index]?.label ?? ''}：` }, names: namesIn(corpus.article(cut.article).text.slice(cut.start, cut.end), found[index]?.words ?? []) }];
  });
  const cuts = rows.map(({ cut }) => cut);
  if (missing.length > 0) return { kind: 'cuts', cuts, verdict: null, lead: '', missing: missing.join('、') };
  const isChinese = found[0]?.intent.language !== 'en';
  const isSole = rows.every(({ names }) => names.length === 1);
  const isSame = new Set(rows.map(({ names }) => names[0])).size === 1;
  return { kind: 'cuts', cuts, verdict: null, lead: operation === 'same' && isSole ? (isSame ? (isChinese ? '一样。\n' : 'The same.\n') : isChinese ? '不一样。\n' : 'Not the same.\n') : '' };
}

/** Who is named in the clause that says most of what was asked. */
function namesIn(text: string, words: readonly WeighedWord[]): string[] {
  const folded = fold(text);
  const clauses = splitClauses(folded, { start: 0, end: folded.length }).map(({ start, end }) => folded.slice(start, end));
  const held = (clause: string): number => coverage(words, [{ folded: clause, factor: 1 }]);
  const best = clauses.reduce((a, b) => (held(b) > held(a) ? b : a), clauses[0] ?? '');
  return [...new Set(findPeople(best).map(({ name }) => name))];
}
