import { findFigures } from '../../../language/figures.js';
import { countsSame, figuresAgree } from '../../../language/values.js';
import type { Spot } from './claim-spots.js';
import { isCompared, segmentAround, unasked } from './figure-segment.js';
import type { Finding, Reading } from './finding.js';
import { readDates } from './judge-date.js';
import { judgeOffice, officesOf } from './judge-office.js';
import { readPlaces } from './judge-place.js';
import { findPeople } from '../../../language/people.js';
import { isTurned, oppositeOf } from './polarity.js';
import type { Assertion, Claim } from './read-claim.js';
import { isBorneOut, printedClause, saysAll, speaks } from './spoken-of.js';
import { isOnlyIntended } from '../../../language/targetness.js';

/** Score behind the best clause within which another that agrees is believed. */
const TIE = 0.12;
/** Least share in the clause and its sentence before the record may be said to contradict. */
const MIN_NEAR = 0.4;

/** Judges one assertion by the best clauses that hold a value of its kind; none where none speaks of the matter, two where an office is another's and the person has another office. */
export function judge(assertion: Assertion, claim: Claim, spots: readonly Spot[]): Finding[] {
  if (assertion.kind === 'office') return judgeOffice(assertion, claim.text, spots);
  const finding = judgeValue(assertion, claim, spots);
  return finding === null ? [] : [finding];
}

function judgeValue(assertion: Exclude<Assertion, { kind: 'office' }>, claim: Claim, spots: readonly Spot[]): Finding | null {
  const found = spots.filter((spot) => speaks(spot) && (assertion.kind !== 'figure' || isOfKind(claim, spot))).flatMap((spot) =>
    readings(assertion, claim, spot).map(({ outcome, recorded, bonus }) => ({ score: spot.score + bonus, finding: { outcome, claimed: assertion.text, recorded, spot } })),
  );
  found.sort((a, b) => b.score - a.score);
  const best = found[0];
  if (best === undefined) return null;
  // 不到96件 holds of every smaller figure near by: a bound is judged by the best alone.
  const isBound = assertion.kind === 'figure' && (assertion.figure.bound === 'at_least' || assertion.figure.bound === 'at_most');
  const { finding } = (isBound ? undefined : found.find(({ score, finding: { outcome } }) => outcome === 'holds' && score > best.score - TIE)) ?? best;
  const { spot, outcome } = finding;
  // What differs must differ in the same matter.
  if (assertion.kind !== 'person' && !isBorneOut(claim, spot)) return null;
  if (outcome === 'differs') return spot.near < MIN_NEAR ? null : finding;
  return isOnlyIntended(claim.text, spot.target, spot.whole) ? null : finding;
}

/** A figure is borne out only by a clause that names the whole indicator, a target only by one that may set it. */
function isOfKind(claim: Claim, spot: Spot): boolean {
  return spot.isCompoundHeld && (!claim.intent.wantsTarget || spot.target > 0);
}

function readings(assertion: Exclude<Assertion, { kind: 'office' }>, claim: Claim, spot: Spot): Reading[] {
  switch (assertion.kind) {
    case 'figure':
      return figureReadings(assertion, claim, spot);
    case 'date':
      return readDates(assertion.date, claim, spot);
    case 'person':
      return personReadings(assertion.name, claim, spot);
    case 'place':
      return readPlaces(assertion, spot);
  }
}

/** A bound the claim sets itself (超过25个), which is no part of a target's wording (4.6%以内). */
const BOUNDED = /(?:超过|不到|不足|至少|至多|低于|高于|多于|少于|突破|逾)$/;

function figureReadings(assertion: Extract<Assertion, { kind: 'figure' }>, claim: Claim, spot: Spot): Reading[] {
  const printed = printedClause(spot);
  const figures = findFigures(printed);
  const mine = segmentAround(claim.text, findFigures(claim.text), assertion.start - claim.start);
  const claimedWords = claim.topic.filter((word) => mine.includes(word.text));
  const before = claim.text.slice(0, assertion.start - claim.start);
  // 议案16件、建议193件: what stands right before a figure is what it counts.
  const counted = claimedWords.find(({ text }) => text.length >= 2 && before.replace(/(?:不到|不足|超过|至少|至多|约|近|共|有|为|达|是|了|达到)+$/, '').endsWith(text));
  return figures.flatMap((figure) => {
    if (figure.start < spot.valuesFrom || (isCompared(spot.own, figure.start) && !/比|多了|少了|增(?:长|加)|减少|上涨|下降|提高/.test(claim.text))) return [];
    // A target is stated as a whole: 7%以内 is another one than 4.6%以内.
    const agreement = figuresAgree(assertion.figure, figure, claim.intent.wantsTarget && !BOUNDED.test(claim.text.slice(0, assertion.start - claim.start)));
    if (agreement === 'other' || (agreement === 'different' && !countsSame(assertion.figure.unit, figure.unit))) return [];
    // What another part of the claim says already cannot contradict this one.
    if (agreement === 'different' && claim.assertions.some((other) => other !== assertion && other.kind === 'figure' && figuresAgree(other.figure, figure) === 'same')) return [];
    const segment = segmentAround(spot.own, figures, figure.start);
    const near = share(claimedWords.length > 0 ? claimedWords : claim.topic, segment);
    const turned = agreement === 'same' && isTurned(claim.text, spot.own);
    return [{ outcome: agreement === 'same' && !turned ? 'holds' : 'differs', recorded: turned ? segment.trim() : printed.slice(figure.start, figure.end).trim(), bonus: 0.6 * near + (counted === undefined || segment.includes(counted.text) || !spot.own.includes(counted.text) ? 0 : -0.5) + (figure.unit === assertion.figure.unit ? 0.1 : 0) - unasked(segment, claim.text) - (spot.own.includes('年均') && !claim.text.includes('年均') ? 0.4 : 0) }];
  });
}

/** The office a clause gives somebody to whom the claim gives another, or null. */
function otherOffice(name: string, claimed: string, own: string): string | null {
  const mine = officesOf(name, claimed);
  const theirs = officesOf(name, own);
  const isSame = mine.some((office) => theirs.some((other) => other === office || other === `党组${office}`));
  return mine.length === 0 || isSame ? null : (theirs[0] ?? null);
}

function share(words: Claim['topic'], text: string): number {
  const total = words.reduce((sum, { weight }) => sum + weight, 0);
  return total === 0 ? 1 : words.reduce((sum, word) => sum + (text.includes(word.text) || word.synonyms.some((synonym) => text.includes(synonym)) ? word.weight : 0), 0) / total;
}

/** Roles that one person fills; whoever else is named there contradicts the claim. */
const SOLE_ROLE = /主持|作.{0,12}(?:报告|汇报|说明)|所作|汇报人|主讲|带队|领队|宣读|代表.{2,20}作|当选|担任|致辞|讲话/;

function personReadings(name: string, claim: Claim, spot: Spot): Reading[] {
  if (spot.own.includes(name)) {
    const opposite = oppositeOf(claim.text, spot.own);
    const office = otherOffice(name, claim.text, spot.own);
    if (office !== null) return [{ outcome: 'differs', recorded: `${office}${name}`, bonus: 0.2 }];
    if (opposite !== null) return [{ outcome: 'differs', recorded: opposite.recorded, bonus: 0.2 }];
    return saysAll(claim, spot) ? [{ outcome: 'holds', recorded: name, bonus: 0.2 }] : [];
  }
  const others = findPeople(spot.own);
  const isSole = SOLE_ROLE.test(spot.own) && SOLE_ROLE.test(claim.text);
  return others.length === 1 && isSole ? [{ outcome: 'differs', recorded: others[0]?.name ?? '', bonus: 0 }] : [];
}
