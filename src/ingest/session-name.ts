import { findMeetings } from '../language/meetings.js';
import { isOrganName } from './organ-name.js';

export interface SessionName {
  /** The session as the record words it, place and organ included. */
  meeting: string;
  /** The organ that met: the session's name without its number. */
  body: string;
}

const PLACE = /(?:中国共产党|中国|中共|全国|政协)?(?:[\u4e00-\u9fff]{2,7}?(?:省|市|自治区|自治州|州|盟|县|区|旗))?(?:政协|中共|[省市县区])?$/;
/** Words that end right before a session is named; no name of a place begins inside them. */
const BEFORE_NAME = /^.*(?:出席|参加|祝贺|庆祝|聚焦|学习|贯彻|落实|列席|召开|举行|召集|关于|根据|按照|提交|提请|通过|开幕|闭幕|筹备|日|在|于|对|为|与|和|的|据|向|是|届|期间|当天|上午|下午)/;
const SESSION_NUMBER = /第?[〇零一二三四五六七八九十百\d]{1,3}次(?:全体|常务|扩大|临时|专题)?(?:会议|全会|大会|例会)?$/;

/** The first numbered session named in a text, in its full wording, or null. */
export function findSessionName(text: string): SessionName | null {
  for (const mention of findMeetings(text)) {
    const run = /[\u4e00-\u9fff]*$/.exec(text.slice(0, mention.start))?.[0] ?? '';
    const words = run.replace(BEFORE_NAME, '');
    const place = mention.text.startsWith('第') && words.length <= 16 && isOrganName(words) ? words : (PLACE.exec(words)?.[0] ?? '');
    const meeting = (place + mention.text).replace(/(?:举行|召开)(?=第)/, '');
    if (!/(?:会议|全会|大会|例会)$/.test(meeting)) continue;
    return { meeting, body: bodyOf(meeting) };
  }
  return null;
}

function bodyOf(meeting: string): string {
  const organ = meeting.replace(SESSION_NUMBER, '').replace(/[〇零一二三四五六七八九十百\d]{1,3}中全会$/, '');
  // 市委七届八次全会: 七届 counts the term of the organ and is no part of its name.
  return organ.replace(/第?[〇零一二三四五六七八九十百\d]{1,3}届$/, '');
}
