import { NUMERAL_CLASS } from '../../language/chinese-numerals.js';
import { findDates } from '../../language/dates.js';
import { fold } from '../../language/fold.js';
import { findMeetings } from '../../language/meetings.js';

const N = `[${NUMERAL_CLASS}\\d]{1,4}`;
const TERM = new RegExp(`第?${N}届`, 'g');
const SESSION = new RegExp(`第?${N}次(?:会议|全会|大会)`, 'g');

/** The organ behind a body that is written with its term and session: 市第六届人大, 市六届人大五次会议 and 市人民代表大会 are one. */
export function organName(body: string): string {
  return body.replace(TERM, '').replace(SESSION, '').replace(/人大(?!会|代|常)/g, '人民代表大会').replace(/\s+/g, ' ').trim();
}

/** What the titles of a series share once dates, clock times and numbers are taken out: 数据例会 2024-05-22 and 数据例会 2024-06-19 are one series. */
export function seriesName(title: string): string {
  const folded = fold(title);
  const spans = [...findDates(title), ...findMeetings(title)].sort((a, b) => a.start - b.start);
  let name = '';
  let at = 0;
  for (const { start, end } of spans) {
    if (start < at) continue;
    name += folded.slice(at, start);
    at = end;
  }
  name += folded.slice(at);
  const plain = name.replace(/utc[+-]?|gmt[+-]?|beijing/g, ' ').replace(/[\d:：/\-—–.+()（）,，]+\s*(?:am|pm)?/g, ' ');
  return plain.replace(/\s+/g, ' ').replace(/^[\s的]+|[\s的]+$/g, '');
}
