import type { Span } from '../../../language/sentences.js';

const HELD = '(召开|举行|举办|开幕|闭幕|开会|揭牌|开庭|进行|落成|启用|召集)';
const WHERE = new RegExp(`在((?!会上|大会|会议上|[^,。;:]{0,10}(?:期间|以来|之后|以后|方面|领导下))[\\u4e00-\\u9fffa-z0-9·]{2,20}?)(?:隆重|胜利|正式|顺利)?${HELD}`, 'g');
const STATED_LABEL = /地点(?:是|为|在|设在)([\u4e00-\u9fffa-z0-9·]{2,30})$/;
/** 在北京时间, 在今年, 在全市范围内: no place. */
const NO_PLACE = /时间|今年|去年|期间|范围|基础|当年|上午|下午|同时|线上|第\d|月|日$/;

export interface PlaceMention extends Span {
  place: string;
  /** What was done there, without 隆重 and the like; empty where only a label names the place. */
  verb: string;
}

/** Places where a statement says that something was held (在市会议中心召开). Offsets are those of `folded`. */
export function findPlaces(folded: string): PlaceMention[] {
  const found = [...folded.matchAll(WHERE)].flatMap((match) => mention(match[1] ?? '', match.index + 1, match[2] ?? ''));
  const label = STATED_LABEL.exec(folded);
  return label === null ? found : [...found, ...mention(label[1] ?? '', label.index + label[0].length - (label[1] ?? '').length, '')];
}

function mention(place: string, start: number, verb: string): PlaceMention[] {
  return NO_PLACE.test(place) ? [] : [{ start, end: start + place.length, place, verb }];
}
