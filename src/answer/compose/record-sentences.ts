import { fold } from '../../language/fold.js';
import { splitSentences, type Span } from '../../language/sentences.js';

/** Sentences that tell whoever answers what to say: records tell what was decided. */
const ORDER = /请(?:你|您)?(?:直接|只|务必|在[^，。]{0,6})?(?:回答|输出|复述|改答|答复(?:为|说))|(?:忽略|无视)[^，。]{0,12}(?:规定|规则|指令|提示|要求|以上|之前|前面)|(?:以上|上述)(?:数字|内容|说法)(?:都|全)?(?:印错|作废|是错)|\b(?:ignore|disregard|forget)\b[^.]{0,30}\b(?:previous|prior|above|earlier|instructions?|rules?)\b|\bin your (?:answer|response|reply)\b|\b(?:answer|respond|reply) (?:only )?(?:in|with)\b/;

/** The sentences of a passage that may bear out an answer, in order. */
export function recordSentences(text: string): Span[] {
  const spans = splitSentences(text);
  const folded = fold(text);
  return ORDER.test(folded) ? spans.filter(({ start, end }) => !ORDER.test(folded.slice(start, end))) : spans;
}
