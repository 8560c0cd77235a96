import { findDates, partsOfIso } from '../../../language/dates.js';
import { findMeetings, meetingsAgree } from '../../../language/meetings.js';
import { tagWords } from '../../../language/tokens.js';
import { dateAgreement } from '../../../language/values.js';
import type { EvidenceText } from './evidence-text.js';
import { isLight } from './light-words.js';

/** The record's own title in brackets. */
const TITLE = /《([^》]*(?:《[^》]*》[^》]*)?)》/g;
const FIRST_CLAUSE = /^[^,，:：。]{0,80}[,，:：]/;

/** How a source is named before what it says. */
const SOURCE = /^(?:根据|依据|按照|据|在|于)|(?:显示|记载|记录|指出|提到|提出|中|上)[,，:：]$|^[,，:：]$/;

/**
 * A folded statement without an opening that only says which record it is from (根据《…》, 在…会议上, 某日的记录显示): what it names
 * is compared with the headers alone. A statement whose opening names anything else comes back whole.
 */
export function withoutOpening(statement: string, evidence: EvidenceText): string {
  const untitled = statement.replace(TITLE, (whole, title: string) => (evidence.head.includes(title) ? '' : whole));
  const opening = FIRST_CLAUSE.exec(untitled)?.[0];
  return opening !== undefined && SOURCE.test(opening) && isOfHeader(opening, evidence) ? untitled.slice(opening.length) : untitled;
}

function isOfHeader(opening: string, { head, dates }: EvidenceText): boolean {
  const heads = findMeetings(head);
  const [days, meetings] = [findDates(opening), findMeetings(opening)];
  // A year alone may be the year that is told of.
  if (!days.every((day) => day.month !== null && dates.some((date) => dateAgreement(day, partsOfIso(date)) === 'same'))) return false;
  if (!meetings.every((meeting) => heads.some(({ key }) => meetingsAgree(meeting.key, key)))) return false;
  let rest = opening;
  for (const { start, end } of [...days, ...meetings]) rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  return tagWords(rest).every(({ word }) => !/[\p{L}\p{N}]/u.test(word) || isLight(word) || head.includes(word));
}
