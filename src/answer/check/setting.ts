import { findDates } from '../../language/dates.js';
import { findMeetings } from '../../language/meetings.js';

/** A document by its name at the head of a sentence: 2031年某市政府工作报告提出…. */
const DOCUMENT = /^((?:(?:19|20)\d\d年)?[\u4e00-\u9fff]{2,24}?(?:工作报告|公报|决议|纪要|规划))/u;
/** What leans on the sentence before it. */
const LEANS = /^(?:会议|大会|会上|其中|本次|此次|这次|该|此外|另外|同时|还|报告)/u;

/** What a statement of a longer text is about when it does not say so itself: the session or document named last. */
export interface Setting {
  text: string;
}

/** The setting for the statements that follow `statement`: its own where it names one, else the one before it. */
export function settingAfter(statement: string, before: Setting | null): Setting | null {
  const meeting = findMeetings(statement)[0]?.text;
  const day = findDates(statement).find(({ year, month }) => year !== null && month !== null);
  const text = meeting ?? DOCUMENT.exec(statement)?.[1];
  if (text === undefined) return before;
  return { text: day === undefined || meeting !== undefined ? text : `${statement.slice(day.start, day.end)}${text}` };
}

/** A statement with its setting in front; null where it names its own, or there is none. */
export function inSetting(statement: string, setting: Setting | null): string | null {
  const isOwn = findMeetings(statement).length > 0 || DOCUMENT.test(statement) || findDates(statement).some(({ year }) => year !== null);
  return setting === null || isOwn ? null : `${setting.text}，${statement}`;
}

/** Whether a statement cannot be read without what stands before it. */
export function leansOnSetting(statement: string): boolean {
  return LEANS.test(statement);
}
