import type { Span } from '../../language/sentences.js';
import { tagWords } from '../../language/tokens.js';
import type { Intent } from '../intent.js';
import { matchSpans } from './match-spans.js';

const PLACE = /(?:赴|到|往|前往|深入|走进|来到|位于|坐落于?|设在|地点[是为:：]?|地址[是为:：]?|住所[是为:：]?|会址[是为:：]?)[\u4e00-\u9fff]{2,}|[\u4e00-\u9fff\d]+(?:路|街|大道|巷)[\d\-—]+号?|线上|[\u4e00-\u9fff]{2,}(?:剧院|礼堂|体育馆|展览馆|会展中心|会议中心|文化中心|广场|公园|大厅|会场)|会议室|大礼堂|会堂|宾馆|酒店|[\u4e00-\u9fff]{2,6}(?:市|县|区|镇|乡|村|街道|社区)(?![政民委])/;
/** A level that the question asks for, and the names of that level. */
const LEVEL_ASKED = /(?:哪(?:[些几]|[一二两三四五六七八九十])?个?|什么)(省|县|镇|乡|村|街道|社区)/;

/** Places the question does not name itself: of the dictionary, after a verb of going, or an address. */
export function placesNamed(intent: Intent, sentence: string): Span[] {
  const level = LEVEL_ASKED.exec(intent.folded)?.[1];
  if (level !== undefined) return [...sentence.matchAll(new RegExp(`[\\u4e00-\\u9fff]{1,6}${level}(?![委政长级])`, 'g'))].filter(([named]) => !intent.folded.includes(named)).map(({ index, 0: named }) => ({ start: index, end: index + named.length }));
  const spans = matchSpans(PLACE, sentence).filter((span) => !intent.folded.includes(sentence.slice(span.start, span.end)));
  if (spans.length > 0) return spans;
  let at = 0;
  for (const { word, tag } of tagWords(sentence)) {
    if (tag === 'ns' && word.length > 1 && !intent.folded.includes(word) && !/^(?:城镇|中国|农村)$/.test(word)) return [{ start: at, end: at + word.length }];
    at += word.length;
  }
  return [];
}
