import { findDates, partsOfIso, type DateMention } from '../../../language/dates.js';
import { dateAgreement } from '../../../language/values.js';
import type { Spot } from './claim-spots.js';
import type { Reading } from './finding.js';
import type { Claim } from './read-claim.js';
import { printedClause } from './spoken-of.js';

/** Of the two days of a range a claim means the first, unless it speaks of the end. */
const ENDS = /闭幕|结束|开到|截止|为止|[至到]\s*$/;
const BEGINS = /开幕|开始|召开|举行|起|从|自/;

/** What the dates of a clause, or of its sentence where it has none, say to a claimed date. */
export function readDates(claimed: DateMention, claim: Claim, spot: Spot): Reading[] {
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
  const verbs = claim.topic.filter(({ text, importance }) => text.length >= 2 && importance >= 0.5);
  const isSaid = verbs.filter(({ text }) => spot.own.includes(text)).length / Math.max(1, verbs.length);
  // What happened on the day stands right behind it: 5月6日通过的.
  const act = /^\s*(?:才|就|便)?([\u4e00-\u9fff]{2})/.exec(claim.text.slice(claimed.end - claim.start))?.[1];
  const acted = act === undefined ? 0 : spot.own.includes(act) ? 0.5 : -0.1;
  return meant.flatMap((date) => {
    const agreement = dateAgreement(claimed, { ...date, year: claimed.year === null ? null : (date.year ?? own?.year ?? null) });
    // 2031年的公报 does not deny the day it came out on.
    if (agreement === 'other' || (agreement === 'different' && isCoarser(date, claimed))) return [];
    return [{ outcome: agreement === 'same' ? 'holds' : 'differs', recorded: date.text, bonus: (clause.length > 0 ? 0.1 : -0.2) + 0.3 * isSaid + acted }];
  });
}

function isCoarser(recorded: DateMention, claimed: DateMention): boolean {
  return (recorded.month === null && claimed.month !== null) || (recorded.day === null && claimed.day !== null);
}

/** Dates of printed text with their wording; the closing day of 6日至9日 is one of its own. */
function datesOf(text: string): (DateMention & { text: string; isEnd: boolean })[] {
  return findDates(text).flatMap((date) => {
    const printed = { ...date, text: text.slice(date.start, date.end), isEnd: /\d[日号]?\s*(?:至|到|-|~|—)+\s*$/.test(text.slice(0, date.start)) };
    const match = /^\s*(?:至|到|-|~|—)+\s*(\d{1,2}[日号])/.exec(text.slice(date.end));
    return match?.[1] === undefined ? [printed] : [printed, { ...date, day: Number.parseInt(match[1], 10), text: match[1], isEnd: true }];
  });
}
