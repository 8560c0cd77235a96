import { readQuestion, textOf } from './read-question.js';
import type { Word } from './word.js';

const NUMERAL = '[一二三四五六七八九十两\\d]{1,3}';
/** 第三条具体是什么, 最后一项呢, 第二呢; 第三次 is a meeting. */
const ITEM = new RegExp(`^(?:那么?|其中|里面)?[，,]?((?:第${NUMERAL}|(?:最后|末尾|倒数第)${NUMERAL})(个|条|项|点|件|类|步|份|大?方面)?)(?:的?(?:具体)?内容)?(?:具体|又|分别)?(?:是|讲|说|指|写)?(?:的是?)?(?:什么|啥|哪一?[个项条])?(?:内容)?呢?[?？。\\s]*$`);
const ALL = /^(?:那么?|它们|他们|这些|那些|其中)?(?:都|分别|具体|各)*(?:有|是|包括|指|叫)?(?:哪些|哪[几一二两三四五六七八九十]*[个项条件类份点种]|哪[几一二两三四五六七八九十]*方面|什么(?:内容)?)(?:内容|方面)?[呢啊]?[?？。\s]*$/;
const MORE = /^(?:那|那么)?(?:还有(?:吗|呢|别的吗?|其他(?:的)?吗?|哪些|什么)?|继续(?:说)?|其他(?:的)?呢|别的呢|剩下(?:的)?呢)[?？。！!\s]*$/;
const NEXT = /^(?:那|那么)?(?:然后|接着|接下来|之后|随后|后来)呢?[?？。\s]*$/;
const ORDINAL_WORD = new RegExp(`第(${NUMERAL})(?!次|届|届)`);
const LISTING = /^(?:哪|几|什么|多少)/;

/** A question for one item of the list that the earlier question asked for, for all of it, or for what came next; null for any other. */
export function askListed(text: string, earlier: string): string | null {
  const words = readQuestion(earlier);
  const item = ITEM.exec(text.trim());
  if (item !== null) return askItem(words, `${item[1] ?? ''}${item[2] === undefined ? '个' : ''}`);
  if (ALL.test(text.trim()) || MORE.test(text.trim())) return askAll(words) ?? (MORE.test(text.trim()) ? earlier : null);
  if (NEXT.test(text.trim())) return askNext(earlier);
  return null;
}

/** 提出哪五个方面的要求 gives 提出的五个方面的要求中第三条是什么. */
function askItem(words: readonly Word[], item: string): string | null {
  const ordinal = words.findLast(({ role }) => role === 'ordinal');
  if (ordinal !== undefined) return textOf(words.map((word) => (word === ordinal ? { ...word, text: item } : word))).trim();
  const at = words.findLastIndex(({ role, folded }) => role === 'asked' && LISTING.test(folded));
  const asked = words[at];
  if (asked === undefined) return null;
  const before = words.slice(0, at).filter(({ folded }, index) => !(index >= at - 2 && /^(?:了|过|有|是|为|共|的)$/.test(folded)));
  const after = textOf(words.slice(at + 1).filter(({ role, folded }) => role !== 'asked' && !/^[呢吗?？。！!，,\s]+$/.test(folded))).trim();
  const kind = `${/^(?:哪|几|多少|什么)(?:些|[几一](?:个|项|条|件|点|类|份|种|方面)?)?/.exec(asked.folded)?.[0] === asked.folded ? '' : asked.text.replace(/^(?:哪|什么)/, '')}${after}`.replace(/^的/, '');
  const isDone = before.at(-1)?.role === 'verb';
  return `${textOf(before).trim().replace(/[，,]$/, '')}${isDone && kind !== '' ? '的' : ''}${kind}中${item}是什么？`;
}

/** 提了几方面要求 gives 提了哪几方面要求; null when nothing was counted. */
function askAll(words: readonly Word[]): string | null {
  const at = words.findIndex(({ role, folded }) => role === 'asked' && /^(?:几|多少)/.test(folded) && folded.length > 1);
  const asked = words[at]?.text ?? '';
  if (at < 0 || /^多少(?:元|%|亿|万|公|吨|亩)/.test(asked)) return null;
  const whole = /^几个?方面/.test(asked) ? `哪${asked}` : '哪些';
  return textOf(words.map((word, index) => (index === at ? { ...word, text: whole } : word))).trim();
}

/** What came after 先…; what stands behind the first item. */
function askNext(earlier: string): string | null {
  if (/首先|最先|(?<![领优率事预祖原])先(?!进|生|锋|行|后|导|例)/.test(earlier)) return earlier.replace(/首先|最先|(?<![领优率事预祖原])先(?!进|生|锋|行|后|导|例)/, '随后');
  const ordinal = ORDINAL_WORD.exec(earlier);
  const next = '二三四五六七八九十'['一二三四五六七八九'.indexOf(ordinal?.[1] ?? '')];
  return ordinal === null || next === undefined ? null : earlier.replace(ORDINAL_WORD, `第${next}`);
}
