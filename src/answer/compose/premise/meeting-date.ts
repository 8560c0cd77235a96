import { findDates, partsOfIso, type DateMention } from '../../../language/dates.js';
import { fold } from '../../../language/fold.js';
import { findMeetings, meetingsAgree } from '../../../language/meetings.js';
import { splitSentences, type Span } from '../../../language/sentences.js';
import type { CorpusReader } from '../../../ports/generation.js';
import type { Intent } from '../../intent.js';
import type { Cut } from '../draft.js';

const HELD = /^(?:才|就|便|正式|上|期间)?(?:召开|举行|开幕|闭幕|开会|开的|举办|结束)/;
const OF_DATE = /^(?:[上下]午)?(?:召开|举行|开幕|闭幕|举办)?的?$/;
const TELLS_DAY = /召开|举行|开幕|闭幕|会期|历时|开始/;

/** A session that the question puts on a day or into a year on which the record does not have it. */
export interface WrongDate {
  asked: DateMention;
  recorded: string;
  cut: Cut;
}

/** Compares the date a question gives a numbered session with the dates of that session's records; null where they agree or the record has none. */
export function wrongMeetingDate(intent: Intent, corpus: CorpusReader): WrongDate | null {
  const { folded, meetings, dates } = intent;
  const [meeting] = meetings;
  if (meeting === undefined || meeting.term === null || meeting.organ === null) return null;
  const asked = dates.find((date) => date.year !== null && isOfMeeting(folded, date, meeting));
  if (asked === undefined) return null;
  const articles = corpus.headers.flatMap((header, ordinal) => (findMeetings(`${header.meeting} ${header.title}`).some(({ key, term }) => term !== null && meetingsAgree(key, meeting.key)) && header.date !== null ? [ordinal] : []));
  if (articles.length === 0) return null;
  const mentions = articles.flatMap((article) => daysOf(article, meeting.key, corpus));
  const isSame = (date: Pick<DateMention, 'year' | 'month' | 'day'>): boolean => date.year === asked.year && (asked.month === null || date.month === null || date.month === asked.month) && (asked.day === null || date.day === null || date.day === asked.day);
  const own = articles.map((article) => partsOfIso(corpus.headers[article]?.date ?? ''));
  if (own.some(isSame) || mentions.some(({ date }) => isSame(date))) return null;
  // Days of a session that lasts are not all on record: only another month or year is surely wrong.
  if (own.some(({ year, month }) => year === asked.year && (asked.month === null || month === asked.month))) return null;
  const best = mentions.find(({ isTold }) => isTold) ?? mentions[0];
  return best === undefined ? null : { asked, recorded: best.text, cut: best.cut };
}

/** Whether the date stands right beside the session: 2031年的…会议, …会议2031年召开. */
function isOfMeeting(folded: string, date: Span, meeting: Span): boolean {
  if (date.end <= meeting.start) return meeting.start - date.end <= 10 && /^[^,。;]*$/.test(folded.slice(date.end, meeting.start)) && OF_DATE.test(folded.slice(date.end, meeting.start).replace(/(?:政协|人大|市|省|县|区|的|全国|会议)+$/, ''));
  const between = folded.slice(meeting.end, date.start);
  return /^(?:会议|大会)?(?:是|在|于|定在)?$/.test(between.trim()) && HELD.test(folded.slice(date.end));
}

function daysOf(article: number, key: string, corpus: CorpusReader): { date: DateMention; text: string; isTold: boolean; cut: Cut }[] {
  const { text } = corpus.article(article);
  return splitSentences(text).flatMap((sentence) => {
    const printed = text.slice(sentence.start, sentence.end);
    const [date] = findDates(printed).filter(({ year, day }) => year !== null && day !== null);
    if (date === undefined || sentence.end - sentence.start > 160) return [];
    const isTold = TELLS_DAY.test(fold(printed)) && findMeetings(printed).some((meeting) => meetingsAgree(meeting.key, key));
    return [{ date, text: printed.slice(date.start, date.end), isTold, cut: { article, start: sentence.start, end: sentence.end } }];
  });
}
