import { findDates, partsOfIso, type DateMention } from '../../../language/dates.js';
import { fold } from '../../../language/fold.js';
import { findFigures } from '../../../language/figures.js';
import type { Span } from '../../../language/sentences.js';
import { dateAgreement, figuresAgree } from '../../../language/values.js';
import { headerLine, presence } from '../../evidence.js';
import type { Spot } from './claim-spots.js';
import type { Finding } from './finding.js';
import { judgeOffice } from './judge-office.js';
import { findPeople } from './people.js';
import { isNegated, sameMatter, stancesOf, withNegation } from './polarity.js';
import type { Assertion, Claim } from './read-claim.js';

/** Score behind the best clause within which another that agrees is believed. */
const TIE = 0.12;
/** Least share of the matter's words in the clause and around it. */
const MIN_HELD = 0.6;
/** Least share in the clause and its sentence before the record may be said to contradict. */
const MIN_NEAR = 0.4;

/** Judges one assertion by the best clauses that hold a value of its kind; null where none speaks of the matter. */
export function judge(assertion: Assertion, claim: Claim, spots: readonly Spot[]): Finding | null {
  if (assertion.kind === 'office') return judgeOffice(assertion, spots);
  const found = spots.filter((spot) => speaks(spot) && (assertion.kind !== 'figure' || isOfKind(claim, spot))).flatMap((spot) =>
    readings(assertion, claim, spot).map(({ outcome, recorded, bonus }) => ({ score: spot.score + bonus, finding: { outcome, claimed: assertion.text, recorded, spot } })),
  );
  found.sort((a, b) => b.score - a.score);
  const best = found[0];
  if (best === undefined) return null;
  const { finding } = found.find(({ score, finding: { outcome } }) => outcome === 'holds' && score > best.score - TIE) ?? best;
  return finding.outcome === 'differs' && finding.spot.near < MIN_NEAR ? null : finding;
}

/** A figure is borne out only by a clause that names the whole indicator, a target only by one that may set it. */
function isOfKind(claim: Claim, spot: Spot): boolean {
  return spot.isCompoundHeld && (!claim.intent.wantsTarget || spot.target > 0);
}

/** Whether a clause is about the claim's matter at all: its names are there, its meeting and date too. */
export function speaks(spot: Spot): boolean {
  return spot.gaps === 0 && spot.missing.length === 0 && spot.held >= MIN_HELD;
}

/** Whether a spot and its surroundings say every word of the matter; among many words one verb may be another one. */
export function saysAll(claim: Claim, spot: Spot): boolean {
  const around = `${spot.whole} ${headerLine(spot.ranked.passage.header)} ${fold(spot.ranked.passage.heading)}`;
  const words = claim.topic.filter(({ text, importance }) => text.length >= 2 && importance > 0.15);
  const absent = words.filter((word) => presence(word, around) < 0.5 && sameMatter(word.text)?.test(spot.whole) !== true);
  const isLenient = words.length >= 4 && absent.length === 1 && absent.every(({ isName, importance }) => !isName && importance < 0.9);
  return (absent.length === 0 || isLenient) && claim.pieces.every((piece) => spot.whole.includes(piece));
}

interface Reading {
  outcome: 'holds' | 'differs';
  recorded: string;
  /** What the words right around the value add to the clause's score. */
  bonus: number;
}

function readings(assertion: Exclude<Assertion, { kind: 'office' }>, claim: Claim, spot: Spot): Reading[] {
  switch (assertion.kind) {
    case 'figure':
      return figureReadings(assertion, claim, spot);
    case 'date':
      return dateReadings(assertion.date, claim, spot);
    case 'person':
      return personReadings(assertion.name, claim, spot);
  }
}

function figureReadings(assertion: Extract<Assertion, { kind: 'figure' }>, claim: Claim, spot: Spot): Reading[] {
  const printed = printedClause(spot);
  const figures = findFigures(printed);
  const mine = segmentAround(claim.text, findFigures(claim.text), assertion.start - claim.start);
  const claimedWords = claim.topic.filter((word) => mine.includes(word.text));
  return figures.flatMap((figure) => {
    if (figure.start < spot.valuesFrom || (isCompared(spot.own, figure.start) && !/比|多了|少了|增(?:长|加)|减少|上涨|下降|提高/.test(claim.text))) return [];
    // A target is stated as a whole: 7%以内 is another one than 4.6%以内.
    const agreement = figuresAgree(assertion.figure, figure, claim.intent.wantsTarget);
    if (agreement === 'other') return [];
    const segment = segmentAround(spot.own, figures, figure.start);
    const near = share(claimedWords.length > 0 ? claimedWords : claim.topic, segment);
    const turned = agreement === 'same' && isTurned(claim.text, spot.own);
    return [{ outcome: agreement === 'same' && !turned ? 'holds' : 'differs', recorded: turned ? segment.trim() : printed.slice(figure.start, figure.end).trim(), bonus: 0.6 * near - unasked(segment, claim.text) - (spot.own.includes('年均') && !claim.text.includes('年均') ? 0.4 : 0) }];
  });
}

const UNNAMED = /^[\s,，]*(?:(?:分别)?占(?:比)?|同比|环比|比上年|增长|下降|达到?|为|约|超过?|的|\s)*$/;

/** What stands around a figure, up to the marks on either side; what stands between two figures belongs to the second (从7个增加到13个). */
export function segmentAround(text: string, figures: readonly Span[], at: number): string {
  const index = figures.findIndex(({ start, end }) => start <= at && at < end);
  const own = figures[index];
  if (own === undefined) return text;
  const before = figures[index - 1];
  let from = Math.max(before?.end ?? 0, lastMark(text, own.start));
  // 23件，占13.3%: what names the one names the other.
  if (before !== undefined && UNNAMED.test(text.slice(from, own.start))) from = Math.max(figures[index - 2]?.end ?? 0, lastMark(text, before.start));
  const next = figures[index + 1]?.start ?? Infinity;
  const mark = own.end + (text.slice(own.end) + ',').search(/[,，;；、。:：]/);
  // 立案的173件提案分为五类: the noun behind the measure word is counted by it.
  const counted = next < mark ? (/^[\u4e00-\u9fff]{0,6}?(?=增|减|提高|上升|下降|升|降|扩|变|占|比|分|其中|和|及|、|的|到|至|中|里)/.exec(text.slice(own.end, next))?.[0].length ?? 0) : 0;
  return text.slice(from, next < mark ? own.end + counted : mark);
}

function lastMark(text: string, before: number): number {
  return Math.max(...[',', '，', ';', '；', '、', '。', ':', '：'].map((mark) => text.lastIndexOf(mark, before - 1) + 1));
}

/** A figure that says how much more or less than something else, not how much. */
export function isCompared(own: string, at: number): boolean {
  return /比[^,，。;；]{0,10}(?:多|少|增加|增|减少|减|高|低|提高|降低|扩大)了?(?:约|近)?$/.test(own.slice(0, at));
}

/** What a segment says of its figure beyond the words asked (经济建设类 of 提案): a part is not the whole. */
export function unasked(segment: string, asked: string): number {
  const rest = segment.replace(/[\d.,%\s]|[的了共有为是占达到约超过完成等将在从于和与及中里上年月日]/g, '');
  const extra = [...rest].filter((character) => /[\u4e00-\u9fff]/.test(character) && !asked.includes(character)).length;
  return 0.02 * Math.min(10, extra);
}

function share(words: Claim['topic'], text: string): number {
  const total = words.reduce((sum, { weight }) => sum + weight, 0);
  return total === 0 ? 1 : words.reduce((sum, word) => sum + (text.includes(word.text) || word.synonyms.some((synonym) => text.includes(synonym)) ? word.weight : 0), 0) / total;
}

/** Of the two days of a range a claim means the first, unless it speaks of the end. */
const ENDS = /闭幕|结束|开到|截止|为止|[至到]\s*$/;
const BEGINS = /开幕|开始|召开|举行|起|从|自/;

function dateReadings(claimed: DateMention, claim: Claim, spot: Spot): Reading[] {
  const { passage } = spot.ranked;
  const own = passage.header.date === null ? null : partsOfIso(passage.header.date);
  const clause = datesOf(printedClause(spot));
  const dates = clause.length > 0 ? clause : datesOf(passage.text.slice(spot.sentence.start, spot.sentence.end));
  const said = claim.text.slice(0, claimed.start - claim.start);
  const wantsEnd = ENDS.test(said) || ENDS.test(claim.text.slice(claimed.end - claim.start));
  const wantsStart = !wantsEnd && BEGINS.test(claim.text);
  // The day of an opening says nothing of the end, nor the other way round.
  if ((wantsEnd && !ENDS.test(spot.own) && !dates.some(({ isEnd }) => isEnd)) || (wantsStart && /闭幕|结束|截止/.test(spot.own) && !BEGINS.test(spot.own))) return [];
  const meant = dates.some(({ isEnd }) => isEnd) ? dates.filter(({ isEnd }) => (wantsEnd ? isEnd : !wantsStart || !isEnd)) : dates;
  return meant.flatMap((date) => {
    const agreement = dateAgreement(claimed, { ...date, year: claimed.year === null ? null : (date.year ?? own?.year ?? null) });
    return agreement === 'other' ? [] : [{ outcome: agreement === 'same' ? 'holds' : 'differs', recorded: date.text, bonus: clause.length > 0 ? 0.1 : 0 }];
  });
}

/** Dates of printed text with their wording; the closing day of 17日至20日 is one of its own. */
function datesOf(text: string): (DateMention & { text: string; isEnd: boolean })[] {
  return findDates(text).flatMap((date) => {
    const printed = { ...date, text: text.slice(date.start, date.end), isEnd: /\d[日号]?\s*(?:至|到|-|~|—)+\s*$/.test(text.slice(0, date.start)) };
    const match = /^\s*(?:至|到|-|~|—)+\s*(\d{1,2}[日号])/.exec(text.slice(date.end));
    return match?.[1] === undefined ? [printed] : [printed, { ...date, day: Number.parseInt(match[1], 10), text: match[1], isEnd: true }];
  });
}

/** Roles that one person fills; whoever else is named there contradicts the claim. */
const SOLE_ROLE = /主持|作.{0,12}(?:报告|汇报|说明)|所作|汇报人|主讲|带队|领队|宣读|代表.{2,20}作|当选|担任|致辞|讲话/;

function personReadings(name: string, claim: Claim, spot: Spot): Reading[] {
  if (spot.own.includes(name)) return isTurned(claim.text, spot.own) ? [{ outcome: 'differs', recorded: spot.own, bonus: 0.2 }] : saysAll(claim, spot) ? [{ outcome: 'holds', recorded: spot.own, bonus: 0.2 }] : [];
  const others = findPeople(spot.own);
  const isSole = SOLE_ROLE.test(spot.own) && SOLE_ROLE.test(claim.text);
  return others.length === 1 && isSole ? [{ outcome: 'differs', recorded: others[0]?.name ?? '', bonus: 0 }] : [];
}

/** Whether the record says the opposite: a word of the matter negated on one side only, or an outcome that excludes the claimed one. */
export function isTurned(claimed: string, recorded: string): boolean {
  return oppositeOf(claimed, recorded) !== null;
}

/** A claimed wording and the recorded one that excludes it. */
export interface Opposite {
  claimed: string;
  recorded: string;
}

/** The claimed and the recorded wording where they exclude each other, or null. */
export function oppositeOf(claimed: string, recorded: string, words: readonly string[] = []): Opposite | null {
  const theirs = stancesOf(recorded);
  for (const mine of stancesOf(claimed)) {
    const other = theirs.find(({ pair }) => pair === mine.pair);
    if (other !== undefined && other.isSecond !== mine.isSecond) return { claimed: mine.text, recorded: other.text };
  }
  for (const word of words) {
    const mine = isNegated(claimed, word);
    const other = isNegated(recorded, word);
    if (mine !== null && other !== null && mine !== other) return { claimed: mine ? withNegation(claimed, word) : word, recorded: other ? withNegation(recorded, word) : word };
  }
  return null;
}

function printedClause(spot: Spot): string {
  return spot.ranked.passage.text.slice(spot.clause.start, spot.clause.end);
}
