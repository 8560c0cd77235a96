import { findDates } from '../../../language/dates.js';
import { findMeetings } from '../../../language/meetings.js';
import { tagWords } from '../../../language/tokens.js';
import type { Sides } from './split-sides.js';

const ASKS_SHARE = '(?:的|多大的?|多少|多大)?(?:比例|比重|百分比|份额|百分之几|百分之多少|几成|多少|几分之几|占比)(?:是|有|为)?(?:多少|多大|多高|几|什么)?';
/** A占B的比例, A在B中占多少. */
const OF = new RegExp(`^(.{2,40}?)(?:大约|大概|约|一共|总共)?(?:占(?:到|了|去)?(.{2,30}?)|在(.{2,30}?)(?:当中|之中|中|里面|里)(?:所)?占(?:了|的)?)(?:的)?${ASKS_SHARE}$`);
/** What stands behind 占 without being a whole: 占百分之几, 占…的比重要提高多少. */
const NO_WHOLE = /^(?:多少|比|总$)|百分|几|比[重例]|提高|增加|增长|下降|降低|目标|多少/;
/** A的占比, without a word of the whole. */
const BARE = /^(.{2,30}?)的?(?:占比|所占(?:的)?(?:比例|比重|份额))(?:是|有|为)?(?:多少|多大|多高|几成)?$/;
/** 除A外B有多少, 不算A，B有多少. */
const WITHOUT = /^(?:(.{0,24}?)[,，]?)?(?:除(?:去|了|开|掉)?(.{2,24}?)(?:之外|以外|外)|(?:不算|不含|不包括|扣除|扣掉|去掉|刨去)(.{2,24}?))[,，](.{2,40}?)(?:还|一共|总共|共|剩下)?(?:有|是|剩)?(?:多少|几)(?:个?[\u3400-\u9fff])?$/;

/** The part and the whole of a question for a share; where it names no whole, this is what the part is of (集体提案 → 提案). */
export function splitShare(text: string): Sides | null {
  const bare = BARE.exec(text)?.[1];
  const noun = bare === undefined ? undefined : tagWords(bare).at(-1);
  if (bare !== undefined && noun !== undefined && /^[nv]/.test(noun.tag) && noun.word.length > 1 && noun.word !== bare && !bare.includes('占')) return { labels: [bare, noun.word], prefix: '', suffix: '有多少' };
  const match = OF.exec(text);
  const part = match?.[1]?.trim() ?? '';
  const whole = (match?.[2] ?? match?.[3] ?? '').replace(/^(?:全部|所有|总的|整个)/, '').replace(/的$/, '').trim();
  if (part === '' || whole === '' || /哪|谁|什么|各$/.test(part) || NO_WHOLE.test(whole)) return null;
  return { labels: [part, whole], wholes: [part, withNounOf(part, whole)], prefix: '', suffix: '有多少' };
}

/** What is left of a whole without one of its parts. */
export function splitRest(text: string): Sides | null {
  const match = WITHOUT.exec(text);
  if (match === null) return null;
  const [, frame = '', excepted, unless, whole = ''] = match;
  const part = excepted ?? unless ?? '';
  const unit = /(?:多少|几)(个?[\u3400-\u9fff])$/.exec(text)?.[1] ?? '';
  return { labels: [whole, part], wholes: [frame + whole, frame + part], prefix: '', suffix: `有多少${unit}` };
}

/** 采用的信息占收集的: the whole is of the same things as the part. */
function withNounOf(part: string, whole: string): string {
  const noun = tagWords(part).at(-1);
  const frames = [...findDates(whole), ...findMeetings(whole)];
  if (noun === undefined || !/^[nv]/.test(noun.tag) || whole.includes(noun.word) || frames.some(({ end }) => end === whole.length)) return whole;
  return tagWords(whole).some(({ tag }) => tag.startsWith('n')) ? whole : `${whole}的${noun.word}`;
}
