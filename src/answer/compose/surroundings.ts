import { splitSentences, type Span } from '../../language/sentences.js';
import type { AnswerType } from '../intent.js';

/** Longest answer that one more sentence may make, in UTF-16 units. */
const MAX_TOGETHER = 150;
/** A sentence that says why or what followed leans on the one before it. */
const LEANS_BACK = /^(?:因此|因而|所以|于是|为此|故(?!事|意|乡)|在此(?:背景|基础|情况)|在这(?:一|种)|对此|由此|从此|这(?!里)|该|此(?!外|次|前|后)|上述|其(?!中|他|它|实|次|余)|[他她它](?:的|在|是|们|由|也|还|以|对|曾|于))/;
/** A sentence that only announces what the next one says. */
const ANNOUNCES = /(?:如下|以下|下列|多种|几种|多个|数个|几个|若干|[一二两三四五六七八九十\d]+(?:个|种|项|点|大|方面|类)|独有|主要)(?:[\u4e00-\u9fff]{0,8})(?:原因|特征|特点|特色|方面|因素|好处|作用|用途|功能|影响|区别|步骤|条件|要求|部分|类型|类|种|点)(?:[\u4e00-\u9fff]{0,6})[。:：]$/;
/** Questions answered by an account, not by a value. */
const TELLS: ReadonlySet<AnswerType> = new Set<AnswerType>(['reason', 'open', 'conclusion', 'list']);

/** The sentence with the one it leans on or announces, where an account is asked for and both together stay short. */
export function withSurroundings(type: AnswerType, text: string, sentence: Span): Span {
  if (!TELLS.has(type)) return sentence;
  const sentences = splitSentences(text);
  const at = sentences.findIndex(({ start, end }) => start <= sentence.start && sentence.start < end);
  const own = text.slice(sentence.start, sentence.end);
  const before = sentences[at - 1];
  const after = sentences[at + 1];
  // Reasons are told before what came of them.
  const leans = LEANS_BACK.test(own) || (type === 'reason' && /因此|于是|所以|从而|遂/.test(own));
  if (type !== 'list' && before !== undefined && leans && sentence.end - before.start <= MAX_TOGETHER) return { start: before.start, end: sentence.end };
  if (after !== undefined && ANNOUNCES.test(own) && after.end - sentence.start <= MAX_TOGETHER) return { start: sentence.start, end: after.end };
  return sentence;
}
